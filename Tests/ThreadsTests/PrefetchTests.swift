import Synchronization
import Testing

@testable import Threads

/// Something went wrong in the nth step.
struct Failure: Error, Equatable {
    var step: Int
}

@Suite("Prefetching on a second thread", .timeLimit(.minutes(5)))
struct PrefetchTests {
    private func numbers(
        _ count: Int, capacity: Int = 3, failingAt step: Int? = nil, ended: Probe = Probe()
    ) -> Prefetch<Int> {
        Prefetch(capacity: capacity) { put in
            defer { ended.happen() }
            for number in 0..<count {
                if number == step { throw Failure(step: number) }
                try put(number)
            }
            if step == count { throw Failure(step: count) }
        }
    }

    @Test("gives every element in order, and then nil, however often it is asked", arguments: [1, 2, 100])
    func order(capacity: Int) throws {
        let prefetch = numbers(1_000, capacity: capacity)
        for number in 0..<1_000 { #expect(try prefetch.next() == number) }
        for _ in 0..<3 { #expect(try prefetch.next() == nil) }
        prefetch.cancel()
        prefetch.cancel()
    }

    @Test("an error comes after the elements before it, and stays", arguments: 0...10)
    func failing(step: Int) throws {
        let prefetch = numbers(10, failingAt: step)
        for number in 0..<step { #expect(try prefetch.next() == number) }
        for _ in 0..<3 { #expect(throws: Failure(step: step)) { try prefetch.next() } }
    }

    @Test("never produces more than its capacity ahead")
    func bounded() throws {
        let made = Mutex(0)
        let prefetch = Prefetch<Int>(capacity: 4) { put in
            for number in 0..<500 {
                made.withLock { $0 += 1 }
                try put(number)
            }
        }
        for taken in 0..<500 {
            _ = try prefetch.next()
            // Taken, ahead, and the one that is being produced.
            #expect(made.withLock { $0 } <= taken + 1 + 4 + 1)
        }
    }

    @Test("cancelling ends the producer, wherever that is", arguments: 0...12, [1, 4, 100])
    func stopped(taken: Int, capacity: Int) throws {
        let ended = Probe()
        let prefetch = numbers(10, capacity: capacity, ended: ended)
        for number in 0..<taken { #expect(try prefetch.next() == (number < 10 ? number : nil)) }
        prefetch.cancel()
        #expect(ended.count == 1)
    }

    @Test("releasing it ends the producer too", arguments: 0...4)
    func letGo(taken: Int) throws {
        let ended = Probe()
        do {
            let prefetch = numbers(.max, ended: ended)
            for number in 0..<taken { #expect(try prefetch.next() == number) }
        }
        #expect(ended.count == 1)
    }

    @Test("both sides may fail at once", arguments: 0...10)
    func both(step: Int) {
        let ended = Probe()
        #expect(throws: Failure.self) {
            let prefetch = numbers(10, failingAt: step, ended: ended)
            defer { prefetch.cancel() }
            for _ in 0..<5 { _ = try prefetch.next() }
            throw Failure(step: -1)
        }
        #expect(ended.count == 1)
    }

    @Test("one that consumes another ends it, and passes its error on", arguments: 0...20)
    func chained(step: Int) throws {
        let inner = Probe()
        let outer = Probe()
        let prefetch = Prefetch<Int>(capacity: 2) { put in
            defer { outer.happen() }
            let numbers = numbers(20, capacity: 2, failingAt: step, ended: inner)
            defer { numbers.cancel() }
            while let number = try numbers.next() { try put(2 * number) }
        }
        for number in 0..<step / 2 { #expect(try prefetch.next() == 2 * number) }
        if step % 2 == 0 {
            for number in step / 2..<step { #expect(try prefetch.next() == 2 * number) }
            #expect(throws: Failure(step: step)) { try prefetch.next() }
        }
        prefetch.cancel()
        #expect([inner.count, outer.count] == [1, 1])
    }

    @Test("what the producer uses is released when it has ended")
    func released() {
        final class Held: Sendable {
            let released: Probe
            init(_ released: Probe) { self.released = released }
            deinit { released.happen() }
        }
        let released = Probe()
        var held: Held? = Held(released)
        let prefetch = Prefetch<Int>(capacity: 1) { [held] put in
            while true { try put(held == nil ? 0 : 1) }
        }
        held = nil
        prefetch.cancel()
        #expect(released.count == 1)
    }
}

/// Counts how often something happened.
final class Probe: Sendable {
    private let times = Mutex(0)

    var count: Int { times.withLock { $0 } }

    func happen() { times.withLock { $0 += 1 } }
}
