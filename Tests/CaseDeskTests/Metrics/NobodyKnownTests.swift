import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("Messages of nobody known")
struct NobodyKnownTests {
    private let reviews: [Message] = [
        .theirs("1", by: "A Google user").judged("complaint", 1, about: ["product"]),
        .theirs("2", by: "A Google user", at: 6_000).judged("positive", 1),
        .theirs("3", by: "[deleted]", to: "1", at: 7_000),
    ]

    private func conversion(_ desk: TestDesk, _ scope: MeasureScope = MeasureScope()) throws -> ConversionAnswer {
        try desk.desk.conversion(horizonDays: 30, scope, explaining: true)
    }

    @Test("are each by a person of their own, whom no figure of persons counts; how many were left out is said")
    func leftOut() throws {
        let desk = try TestDesk()
        try desk.take(reviews)
        #expect(try desk.cases().map(\.person.rawValue).sorted() == [1, 2, 3])
        let answer = try conversion(desk)
        #expect(answer.conversion.figures.all.detractors == 0)
        #expect(answer.conversion.figures.all.converted == 0)
        #expect(answer.conversion.persons == 0)
        #expect(answer.leftOut.ofNobody == 2)
        #expect(answer.index.isEmpty)
        let service = try desk.desk.firstResponse(target: nil, MeasureScope())
        #expect(service.firstResponse.figures.cases == 3)
        #expect(service.firstResponse.figures.persons == 0)
        #expect(service.leftOut.ofNobody == 3)
        #expect(try desk.differences() == [])
    }

    @Test("add nothing when they come again, and a known person beside them counts as before")
    func again() throws {
        let desk = try TestDesk()
        try desk.take(reviews)
        let count: Int = try desk.log().count
        let report = try desk.take(reviews + [.theirs("4").judged("complaint", 1, about: ["product"])])
        #expect(report.counts.duplicates == 3)
        #expect(
            try desk.types(after: count) == [
                "PersonIdentified", "CaseOpened", "MentionCaptured", "MentionClassified", "ImportCompleted",
            ])
        let answer = try conversion(desk)
        #expect(answer.conversion.figures.all.detractors == 1)
        #expect(answer.leftOut.ofNobody == 2)
    }

    @Test("are known as such when they are captured by hand, after a replay, and in the person's own history")
    func captured() throws {
        let desk = try TestDesk()
        let line =
            #"{"do":"capture","channel":"play","id":"1","author":"Anónimo","text":"a","at":"2026-01-05T10:00:00Z"}"#
        #expect(try desk.refusals(line) == [])
        #expect(try desk.differences() == [])
        #expect(try desk.desk.person("1").isNobody)
        #expect(
            try desk.refusals(#"{"do":"record-evidence","person":1,"kind":"public-recommendation"}"#).count == 1)
    }

    @Test("nobody is asked what they think: whom nobody knows gets no survey")
    func survey() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1", by: "@[deleted]"))
        #expect(try desk.desk.person("1").isNobody)
        #expect(try desk.refusals(#"{"do":"offer-survey","person":1,"instrument":"NPS"}"#) == [.nobodyKnown])
    }
}
