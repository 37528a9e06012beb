import Synchronization
import Testing

@testable import Threads

@Suite("WorkQueue", .timeLimit(.minutes(5)))
struct WorkQueueTests {
    @Test("one thread runs all jobs in order", arguments: [1, 7, 1_000])
    func order(capacity: Int) {
        let done = Mutex<[Int]>([])
        let queue = WorkQueue<Int, Never>(threads: 1, capacity: capacity) { job in done.withLock { $0.append(job) } }
        for job in 0..<500 { queue.add(job) }
        queue.drain()
        #expect(done.withLock { $0 } == Array(0..<500))
        queue.add(500)
        queue.drain()
        #expect(done.withLock { $0.count } == 501)
    }

    @Test("several threads run each job once")
    func several() {
        let done = Mutex<[Int]>([])
        let queue = WorkQueue<Int, Never>(threads: 4, capacity: 3) { job in done.withLock { $0.append(job) } }
        for job in 0..<500 { queue.add(job) }
        queue.drain()
        #expect(done.withLock { $0.sorted() } == Array(0..<500))
    }

    @Test("after a failure no job is run, and the error is thrown each time", arguments: 0..<20, [1, 4])
    func failing(step: Int, capacity: Int) {
        let done = Mutex<[Int]>([])
        let queue = WorkQueue<Int, Failure>(threads: 1, capacity: capacity) { (job) throws(Failure) in
            if job == step { throw Failure(step: job) }
            done.withLock { $0.append(job) }
        }
        #expect(throws: Failure(step: step)) {
            for job in 0..<20 { try queue.add(job) }
            try queue.drain()
        }
        for _ in 0..<2 {
            #expect(throws: Failure(step: step)) { try queue.drain() }
            #expect(throws: Failure(step: step)) { try queue.add(99) }
        }
        #expect(done.withLock { $0 } == Array(0..<step))
    }

    @Test("ending it drops what waits, and waits for what was begun", arguments: 0..<10)
    func ended(jobs: Int) {
        let begun = Probe()
        let done = Probe()
        do {
            let queue = WorkQueue<Int, Never>(threads: 2, capacity: 100) { _ in
                begun.happen()
                done.happen()
            }
            for job in 0..<jobs { queue.add(job) }
            if jobs % 2 == 0 { queue.end() }
        }
        #expect(begun.count == done.count)
        #expect(done.count <= jobs)
    }

    @Test("what the jobs use is released when it has ended")
    func released() {
        final class Held: Sendable {
            let released: Probe
            init(_ released: Probe) { self.released = released }
            deinit { released.happen() }
            func work() {}
        }
        let released = Probe()
        var held: Held? = Held(released)
        let queue = WorkQueue<Int, Never>(threads: 3, capacity: 1) { [held] _ in held?.work() }
        held = nil
        for job in 0..<10 { queue.add(job) }
        queue.end()
        #expect(released.count == 1)
    }

    @Test("parts of something are each done once")
    func parallel() {
        let done = Mutex<[Int]>([])
        Parallel.forEach(100) { part in done.withLock { $0.append(part) } }
        #expect(done.withLock { $0.sorted() } == Array(0..<100))
    }
}
