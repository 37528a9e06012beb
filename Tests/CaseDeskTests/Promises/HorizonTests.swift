import CaseDesk
import CaseModel
import Testing

@Suite("Answers as of then")
struct HorizonTests {
    private static let decisions = [
        #"{"do":"classify","case":1,"polarity":"complaint","targets":["product"],"at":"2026-02-01T10:00:00Z"}"#,
        #"{"do":"reply","case":1,"text":"sorry","visibility":"public","purpose":"apologise","at":"2026-02-01T10:05:00Z"}"#,
        #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"customer","at":"2026-02-01T10:09:00Z"}"#,
    ]

    @Test(
        "what we knew at a moment, or at a position, is what a store with only that much says", arguments: UInt64(1)...4
    )
    func prefix(seed: UInt64) throws {
        var graph = ConversationGraph(seed: seed, count: 50)
        let desk = try TestDesk()
        var moments: [(time: Timestamp, position: Position, copy: TestDesk)] = []
        func remember() throws {
            try desk.reopen()
            let copy = try TestDesk(copying: desk.store)
            moments.append((desk.clock.now, try desk.list().position, copy))
            desk.clock.advance(hours: 1)
        }
        for part in graph.parts(3) {
            try desk.take(part)
            try remember()
        }
        for decision in Self.decisions {
            try desk.apply(decision)
            try remember()
        }
        for (time, position, copy) in moments {
            let then = try copy.list(merged: true)
            try expectSame(desk.list(.asOf(time), merged: true).cases, then.cases, "seed \(seed)")
            try expectSame(desk.list(.until(position), merged: true).cases, then.cases, "seed \(seed)")
            for listing in then.cases {
                let trail = try copy.desk.audit(.number(listing.number))
                try expectSame("\(desk.desk.audit(.number(listing.number), .asOf(time)))", "\(trail)")
            }
        }
        #expect(try desk.list(.until(Position(0))).cases.isEmpty)
    }

    @Test("a case that was not there yet is refused by name")
    func notYet() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        do {
            _ = try desk.desk.audit(.number(CaseNumber(1)), .until(Position(1)))
            Issue.record("the question was answered")
        } catch DeskError.refused(let refusal) {
            #expect(refusal.code == .noSuchCase)
        }
    }
}
