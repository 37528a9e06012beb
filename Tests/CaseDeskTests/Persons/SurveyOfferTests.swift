import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("Offers of surveys")
struct SurveyOfferTests {
    /// Complaints of one person in conversations of their own, each solved.
    private func solved(_ count: Int) throws -> TestDesk {
        let desk = try TestDesk()
        for number in 1...count {
            try desk.take(Message.theirs("\(number)").judged("complaint", 1, about: ["product"]))
            try desk.apply(
                #"{"do":"reply","case":\#(number),"text":"Sorry","visibility":"public","purpose":"help"}"#,
                #"{"do":"resolve","case":\#(number),"outcome":"favourable","solved":"yes","confirmedBy":"customer"}"#,
                #"{"do":"publish","case":\#(number)}"#)
        }
        return desk
    }

    private func isWaiting(_ number: Int64, _ desk: TestDesk) throws -> Bool {
        try desk.desk.next(.number(CaseNumber(number)), now: desk.clock.now).item.advice.advice
            .contains { $0.action == .offerSurvey }
    }

    private func refusal(_ desk: TestDesk, _ line: String) throws -> Refusal.Code? {
        guard case .refused(let refusal) = try desk.apply(line)[0].result else { return nil }
        return refusal.code
    }

    private static let offer = #"{"do":"offer-survey","person":1,"instrument":"NPS""#

    @Test("an offer is for the one case of the person that waits for it, and is made once")
    func theOne() throws {
        let desk = try solved(1)
        #expect(try isWaiting(1, desk))
        #expect(try refusal(desk, Self.offer + "}") == nil)
        #expect(try !isWaiting(1, desk))
        #expect(try desk.desk.person("1").persons[0].surveys.map(\.case) == [CaseNumber(1)])
        #expect(try refusal(desk, Self.offer + #","case":1}"#) == .offeredAlready)
        #expect(try refusal(desk, Self.offer + #","note":"again"}"#) == .offeredAlready)
        #expect(try refusal(desk, #"{"do":"offer-survey","person":1,"instrument":"CSAT","case":1}"#) == nil)
        #expect(try refusal(desk, #"{"do":"answer-survey","person":1,"offer":1,"score":9}"#) == nil)
        // The same file again adds nothing, so that each of these says something of its own.
        #expect(try refusal(desk, Self.offer + #","note":"once more"}"#) == nil)
        #expect(try desk.desk.person("1").persons[0].surveys.map(\.case) == [CaseNumber(1), CaseNumber(1), nil])
    }

    @Test("where several wait, the case is to be named")
    func several() throws {
        let desk = try solved(2)
        #expect(try refusal(desk, Self.offer + "}") == .needsCase)
        #expect(try refusal(desk, Self.offer + #","case":2}"#) == nil)
        #expect(try refusal(desk, Self.offer + "}") == nil)
        #expect(try desk.desk.person("1").persons[0].surveys.map(\.case) == [CaseNumber(2), CaseNumber(1)])
    }

    @Test("evidence is shown by an event of the person, or of somebody who is one with them")
    func evidence() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "leo"))
        let mention = try #require(try desk.log().last { $0.type == "MentionCaptured" }?.position.rawValue)
        let line = #"{"do":"record-evidence","person":1,"kind":"thanks","event":\#(mention)}"#
        #expect(try refusal(desk, line) == .otherPerson)
        try desk.apply(#"{"do":"link","person":1,"other":2,"basis":"given"}"#)
        #expect(try refusal(desk, line) == nil)
    }

    @Test("a person is named by their handle too, where nobody else has it")
    func handles() throws {
        let desk = try TestDesk()
        var messages: [Message] = ["a", "b", "c"].enumerated().map { .theirs("\($0)", by: $1) }
        for (index, handle) in ["Ana", "leo", "leo"].enumerated() { messages[index].handle = handle }
        try desk.take(messages)
        #expect(try desk.desk.personNumber("twitter:ana") == desk.desk.personNumber("twitter:a"))
        #expect(try desk.desk.personNumber("twitter:@Ana") == desk.desk.personNumber("twitter:a"))
        #expect(throws: DeskError.self) { try desk.desk.personNumber("twitter:leo") }
        #expect(throws: DeskError.self) { try desk.desk.personNumber("twitter:nobody") }
    }
}
