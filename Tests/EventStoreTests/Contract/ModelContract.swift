import Basics
import EventStore
import Testing

/// Random batches against a store and against the plainest model of one.
@Suite("Any event store: against a model")
struct ModelContract {
    private struct Model {
        var streams: [String] = []
        var keys: [UInt64: (first: Int64, events: [String])] = [:]

        func version(of stream: String) -> Int64 { Int64(streams.count { $0 == stream }) }
    }

    @Test("random batches, right and wrong, end in what the model says", arguments: [UInt64](1...12))
    func random(seed: UInt64) throws {
        let under = try StoreUnderTest()
        var store: EventStore = try under.open()
        var random = SplitMix64(seed: seed)
        var model = Model()
        for step in 1...150 {
            var tried: Model = model
            let undone: Bool = Int.random(in: 0..<8, using: &random) == 0
            do {
                try store.write { transaction throws in
                    for _ in 0..<Int.random(in: 1...3, using: &random) {
                        try Self.appendOne(transaction, &tried, &random, "seed \(seed), step \(step)")
                    }
                    if undone { throw Interruption() }
                }
                model = tried
            } catch is Interruption {}
            if Int.random(in: 0..<20, using: &random) == 0 {
                store.close()
                store = try under.open(.write)
            }
        }
        #expect(try store.events().map(\.stream) == model.streams, "seed \(seed)")
        var versions: [String: Int64] = [:]
        for event in try store.events() {
            versions[event.stream, default: 0] += 1
            #expect(event.version == versions[event.stream], "seed \(seed), position \(event.position)")
        }
        #expect(try store.events().map(\.position) == Array(1...Int64(model.streams.count)), "seed \(seed)")
        for (key, batch) in model.keys {
            #expect(try store.batch(of: .sample(key))?.first == batch.first, "seed \(seed), key \(key)")
        }
    }

    /// One batch: with one of a few keys or none, and a right or wrong expectation.
    private static func appendOne(
        _ transaction: WriteTransaction, _ model: inout Model, _ random: inout SplitMix64, _ place: Comment
    ) throws {
        let events: [String] = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            "case-\(Int.random(in: 1...4, using: &random))"
        }
        let key: UInt64? = Bool.random(using: &random) ? UInt64.random(in: 0..<30, using: &random) : nil
        let actual: Int64 = model.version(of: events[0])
        let expected: Int64 = actual + (Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0)
        var batch = Batch(
            events: events.map { .sample($0, content: "words of \($0)") }, actor: "system:test", recordedAt: 0,
            key: key.map { .sample($0) })
        batch.expected = [(stream: events[0], version: .exactly(expected))]
        let result: AppendResult?
        var refusal: StoreError.Code?
        do { result = try transaction.append(batch) } catch let error as StoreError {
            result = nil
            refusal = error.code
        }
        if let key, let known = model.keys[key] {
            if known.events == events {
                try #require(result == .alreadyAppended(first: known.first, count: Int64(events.count)), place)
            } else {
                let different: Int = zip(known.events, events).enumerated().first { $0.1.0 != $0.1.1 }?.offset ?? 0
                let offset: Int = known.events.count == events.count ? different : 0
                try #require(refusal == .keyConflict(position: known.first + Int64(offset)), place)
            }
            return
        }
        guard expected == actual else {
            try #require(refusal == .versionConflict(stream: events[0], expected: expected, actual: actual), place)
            return
        }
        let first = Int64(model.streams.count + 1)
        var versions: [Int64] = []
        for stream in events {
            model.streams.append(stream)
            versions.append(model.version(of: stream))
        }
        if let key { model.keys[key] = (first, events) }
        try #require(result == .appended(first: first, recordedAt: 0, versions: versions), place)
    }
}
