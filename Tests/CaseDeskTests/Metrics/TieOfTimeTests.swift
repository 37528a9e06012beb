import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("Figures and messages of the same moment")
struct TieOfTimeTests {
    private func answer(_ messages: [Message]) throws -> ConversionTally {
        let desk = try TestDesk()
        try desk.take(messages)
        return try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false).conversion.figures.all
    }

    private let complaint = Message.theirs("1").judged("complaint", 1, about: ["product"])
    private let praise = Message.theirs("2").judged("positive", 1)

    @Test("a complaint and praise of one moment give the same figures in every store: not converted, one on a tie")
    func sameInEveryStore() throws {
        for order in [[complaint, praise], [praise, complaint]] {
            for _ in 0..<4 {
                let all = try answer(order)
                #expect([all.detractors, all.converted, all.onTie] == [1, 0, 1])
                #expect([all.otherEnd.converted, all.otherEnd.recovered] == [1, 1])
            }
        }
    }

    @Test("what answers the complaint at its own moment came after it, through messages that show nothing too")
    func answered() throws {
        let direct = try answer([complaint, Message.theirs("2", to: "1").judged("positive", 1)])
        #expect([direct.converted, direct.onTie] == [1, 0])
        let through = try answer([
            complaint, .theirs("2", to: "1").judged("neutral", 1), Message.theirs("3", to: "2").judged("positive", 1),
        ])
        #expect([through.converted, through.onTie] == [1, 0])
        let back = try answer([
            Message.theirs("1").judged("positive", 1), .theirs("2", to: "1").judged("complaint", 1, about: ["product"]),
        ])
        #expect([back.detractors, back.converted, back.onTie] == [1, 0, 0])
    }

    @Test("linked persons' evidence of one moment is ordered as one person's, and their history says so")
    func linked() throws {
        let desk = try TestDesk()
        try desk.take(complaint, Message.theirs("2", by: "ana2").judged("positive", 1))
        #expect(
            try desk.refusals(#"{"do":"link","person":1,"other":2,"basis":"given","at":"2026-01-05T10:00:00Z"}"#) == [])
        let all = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false).conversion.figures.all
        #expect([all.detractors, all.converted, all.onTie] == [1, 0, 1])
        let person = try desk.desk.person("1")
        #expect(person.evidence.map(\.stance) == [.promoter, .detractor])
        #expect(person.stance == .detractor)
    }

    @Test("in a thread of days alone, thanks come after our first answer, though we answered the thanks too")
    func thread() throws {
        let all = try answer([
            complaint, .ours("2", to: "1", at: 0), Message.theirs("3", to: "1").judged("positive", 1),
            .ours("4", to: "3", at: 0),
        ])
        #expect([all.detractors, all.converted, all.recovered, all.onTie] == [1, 0, 1, 1])
    }
}
