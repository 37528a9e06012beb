import CaseDesk
import CaseModel
import Measures
import ServiceLevels
import Testing

@Suite("A case that was split")
struct SplitTests {
    private static let day = 24 * 60
    private static let split = #"{"do":"split","case":1,"mentions":["twitter:3","twitter:4"],"reason":"two matters"}"#

    /// One person's conversation of two matters: 1 and its answer 2; 3, its answer 5, and 4.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1").judged("complaint", 1, about: ["product"]), .ours("2", to: "1", at: 5),
            .theirs("3", to: "2", at: 10).judged("complaint", 1, about: ["brand"]), .ours("5", to: "3", at: 20),
            .theirs("4", to: "5", at: Self.day).judged("positive", 1))
        return desk
    }

    @Test("each of the two has its own messages, replies and judgements")
    func lens() throws {
        let desk = try desk()
        #expect(try desk.refusals(Self.split) == [])
        let cases = try desk.cases()
        #expect(cases.map(\.number.rawValue) == [1, 2])
        #expect(cases.map(\.mentions) == [1, 2])
        #expect(cases.map(\.replies) == [1, 1])
        #expect(cases.map(\.targets) == ["product", "brand"])
        #expect(cases[1].person == cases[0].person)
        #expect(try desk.differences() == [])
        try desk.reopen()
        #expect(try desk.cases() == cases)
        let trail = try desk.desk.audit(.number(CaseNumber(2)))
        #expect(trail.messages.count == 3)
        #expect(trail.steps.count { $0.event.type == .mentionCaptured } == 2)
        #expect(trail.steps.last?.after.targets == .brand)
        #expect(try desk.desk.audit(.message(Channel("twitter"), id: "3")).number == CaseNumber(2))
    }

    @Test("judgements, other words and answers that come later go where the message went")
    func later() throws {
        let desk = try desk()
        try desk.apply(Self.split)
        try desk.take(
            .theirs("3", to: "2", at: 10).saying("other words"), .ours("6", to: "4", at: 2_000),
            .theirs("7", to: "6", at: 2_001), .theirs("8", to: "2", at: 2_002),
            .theirs("9", by: "eva", to: "3", at: 2_003))
        #expect(
            try desk.refusals(
                #"{"do":"classify","channel":"twitter","message":"4","polarity":"question"}"#,
                #"{"do":"reply","channel":"twitter","message":"3","text":"hi","visibility":"public","purpose":"help"}"#)
                == [])
        let cases = try desk.cases()
        #expect(cases.map(\.mentions) == [2, 3, 1])
        #expect(cases.map(\.replies) == [1, 3, 0])
        #expect(cases.map(\.revisions) == [0, 1, 0])
        #expect(cases[2].account == "eva")
        #expect(try desk.differences() == [])
        #expect(
            try desk.log().last { $0.type == "MentionClassified" }?.stream == "case-1",
            "a judgement stands in the stream that has the mention")
    }

    @Test("merging the two undoes it, and unmerging splits them again", arguments: [(1, 2), (2, 1)])
    func undo(into: Int, from: Int) throws {
        let desk = try desk()
        let before = try desk.facts().values.map(\.messages)
        let figures = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        try desk.apply(Self.split)
        let split = try desk.cases().map(\.mentions)
        let conversion = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        #expect(conversion.conversion.figures.all.detractors == figures.conversion.figures.all.detractors)
        #expect(try desk.refusals(#"{"do":"merge","case":\#(into),"from":\#(from)}"#) == [])
        #expect(try desk.cases().map(\.mentions) == [3])
        #expect(try desk.cases().map(\.replies) == [2])
        #expect(try desk.facts().values.map(\.messages) == before)
        #expect(
            try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true).index == figures.index)
        #expect(try desk.differences() == [])
        #expect(try desk.refusals(#"{"do":"unmerge","case":\#(into),"from":\#(from)}"#) == [])
        #expect(try desk.cases().map(\.mentions) == split)
        #expect(try desk.differences() == [])
    }

    @Test("what was split off is not split off once more from there: the two are merged first")
    func again() throws {
        let desk = try desk()
        try desk.apply(Self.split)
        #expect(
            try desk.refusals(
                #"{"do":"split","case":2,"mentions":["twitter:4"]}"#,
                #"{"do":"split","case":1,"mentions":["twitter:1"]}"#,
                #"{"do":"split","case":1,"mentions":["twitter:3"]}"#, #"{"do":"split","case":1,"mentions":["5"]}"#)
                == [.splitAlready, .wholeCase, .noSuchMention, .malformed])
        #expect(
            try desk.refusals(
                #"{"do":"merge","case":1,"from":2}"#, #"{"do":"split","case":1,"mentions":["twitter:4"]}"#) == [])
        #expect(try desk.list(merged: true).cases.map(\.mentions) == [2, 1, 1])
        #expect(try desk.differences() == [])
    }

    @Test("as of before the split, the case was one")
    func asOf() throws {
        let desk = try desk()
        let before = try #require(try desk.log().last).position
        let cases = try desk.cases()
        try desk.apply(Self.split)
        #expect(try desk.cases(.until(before)) == cases)
    }

    @Test("a message of today keeps its clocks where it is split off from a case of history")
    func live() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        try desk.take(Message.theirs("2", to: "1", at: 600).judged("complaint", 1, about: ["brand"])) {
            $0.work = .live
        }
        #expect(try desk.refusals(#"{"do":"split","case":1,"mentions":["twitter:2"],"reason":"another"}"#) == [])
        #expect(try desk.cases().map(\.origin) == ["imported", "live"])
        let items = try desk.desk.inbox(InboxQuery(), now: desk.clock.now).items
        #expect(items.first { $0.number == CaseNumber(2) }?.advice.clocks.readings.isEmpty == false)
        #expect(try desk.differences() == [])
    }
}
