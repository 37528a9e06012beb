import CaseDesk
import CaseModel
import Testing

@Suite("Every order of arrival ends in the same cases")
struct OrderIndependenceTests {
    @Test("random conversations, cut at random rows, the parts in any order", arguments: UInt64(1)...20)
    func anyOrder(seed: UInt64) throws {
        var graph = ConversationGraph(seed: seed, count: 40)
        let template = try StoreTemplate()
        let whole = try template.facts(of: [graph.messages])
        #expect(!whole.isEmpty)
        #expect(whole.keys.allSatisfy { !$0.hasSuffix("again") }, "two cases of one person in one conversation")
        let halves: [[Message]] = graph.parts(2)
        let thirds: [[Message]] = graph.parts(3)
        let arrangements: [(String, [[Message]])] = [
            ("halves", halves), ("halves, the second first", halves.reversed()), ("thirds", graph.shuffled(thirds)),
            ("backwards", [graph.messages.reversed()]), ("sevenths", graph.shuffled(graph.parts(7))),
            ("halves twice", halves + halves),
        ]
        for (name, parts) in arrangements {
            try expectSame(template.facts(of: parts), whole, "seed \(seed), \(name)")
        }
    }

    @Test("one row a file, in random order", arguments: UInt64(101)...104)
    func oneByOne(seed: UInt64) throws {
        var graph = ConversationGraph(seed: seed, count: 24)
        let template = try StoreTemplate()
        let whole = try template.facts(of: [graph.messages])
        let rows: [[Message]] = graph.shuffled(graph.messages.map { [$0] })
        try expectSame(template.facts(of: rows), whole, "seed \(seed)")
    }

    @Test("a rebuilt projection is the one that imports kept", arguments: UInt64(201)...203)
    func rebuilt(seed: UInt64) throws {
        var graph = ConversationGraph(seed: seed, count: 60)
        let desk = try TestDesk()
        for part in graph.parts(4) { try desk.take(part) }
        let list = try desk.list(merged: true).cases
        _ = try desk.desk.replay(Set(CaseDesk.projectionNames)) { _, _ in }
        try expectSame(desk.list(merged: true).cases, list)
        #expect(try desk.differences() == [])
        try desk.take(.theirs("new", at: 3))
        #expect(try desk.list(merged: true).cases.count == list.count + 1)
    }
}
