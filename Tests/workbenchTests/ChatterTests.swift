import Testing

@testable import workbench

@Suite struct ChatterTests {
    private func messages(_ count: Int, seed: UInt64) -> [Message] {
        var chatter = Chatter(seed: seed)
        return (0..<count).map { _ in chatter.next() }
    }

    @Test("the same seed says the same, another seed something else")
    func repeatable() {
        func bytes(_ seed: UInt64) -> [UInt8] {
            var line = MessageLine()
            return messages(2000, seed: seed).flatMap { line.bytes(of: $0) }
        }
        #expect(bytes(3) == bytes(3))
        #expect(bytes(3) != bytes(4))
    }

    @Test("time never goes back, and a parent comes before its answers")
    func order() {
        var seen: Set<String> = []
        var time = 0
        for message in messages(20_000, seed: 11) {
            #expect(message.time >= time)
            time = message.time
            if let parent = message.parent { #expect(seen.contains(parent)) }
            #expect(seen.insert(message.id).inserted)
        }
    }

    @Test("a complaint has targets, and only theirs are judged")
    func labels() {
        for message in messages(20_000, seed: 12) {
            if message.isOurs { #expect(message.label == nil) }
            guard let label = message.label else { continue }
            #expect((label.polarity == .complaint) == !label.targets.isEmpty)
            #expect((50...100).contains(label.confidence))
        }
    }

    @Test("there is everything a log has: long conversations, bursts, both sides, people who come back")
    func variety() {
        let messages = messages(60_000, seed: 13)
        var sizes: [String: Int] = [:]
        var root: [String: String] = [:]
        for message in messages {
            root[message.id] = message.parent.flatMap { root[$0] } ?? message.id
            sizes[root[message.id] ?? "", default: 0] += 1
        }
        #expect(sizes.values.contains { $0 > 40 })
        #expect(sizes.values.count { $0 <= 3 } * 2 > sizes.count)
        #expect(Set(messages.map(\.channel.name)).count == 6)
        #expect(Set(messages.map(\.brand.name)).count == 7)
        let ours = Double(messages.count { $0.isOurs }) / Double(messages.count)
        #expect((0.3...0.5).contains(ours))
        let days = Dictionary(grouping: messages, by: { $0.time / 86_400 }).mapValues(\.count)
        let typical = days.values.sorted()[days.count / 2]
        #expect(days.values.contains { $0 > typical * 2 })
        let complainers = Set(messages.filter { $0.label?.polarity == .complaint }.map(\.author.id))
        let praise = messages.filter { $0.parent == nil && $0.label?.polarity == .positive }
        #expect(praise.contains { complainers.contains($0.author.id) })
    }
}
