import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("Complaints that are assessed as unfounded")
struct UnfoundedTests {
    private func desk(targets: String = #"["brand"]"#) throws -> TestDesk {
        let desk = try TestDesk()
        desk.clock.advance(hours: 24 * 60)
        try apply(
            desk,
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"a","at":"2026-02-02T10:00:00Z"}"#,
            #"{"do":"classify","case":1,"polarity":"complaint","targets":\#(targets),"at":"2026-02-02T10:10:00Z"}"#,
            #"{"do":"investigate","case":1,"sources":["public-profile"],"at":"2026-02-02T10:20:00Z"}"#)
        return desk
    }

    private func apply(_ desk: TestDesk, _ lines: String...) throws {
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("line \(line.line): \(refusal)") }
        }
    }

    private func figures(_ desk: TestDesk) throws -> (detractors: Int, excluded: [Exclusion: Int], withThem: Int) {
        let answer = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false).conversion
        #expect(try desk.differences() == [])
        return (
            answer.figures.all.detractors, answer.excluded.complaints, answer.excluded.figuresWithThem.all.detractors
        )
    }

    private func assess(_ founded: Bool, at time: String) -> String {
        #"{"do":"assess","case":1,"founded":\#(founded),"at":"2026-02-\#(time)Z"}"#
    }

    @Test("start no horizon and are counted beside it; judged anew as founded, they count again")
    func unfounded() throws {
        let desk = try desk()
        try apply(desk, assess(false, at: "02T11:00:00"))
        #expect(try figures(desk) == (0, [.unfounded: 1], 1))
        try apply(desk, assess(true, at: "02T12:00:00"))
        #expect(try figures(desk) == (1, [:], 1))
    }

    @Test("a complaint about the product as well stays founded: only what is about the brand is assessed")
    func product() throws {
        let desk = try desk(targets: #"["product","brand"]"#)
        try apply(desk, assess(false, at: "02T11:00:00"))
        #expect(try figures(desk) == (1, [:], 1))
    }

    @Test("the verdict on one episode leaves the complaints of the others as they were judged")
    func episodes() throws {
        let desk = try desk()
        try apply(
            desk, assess(false, at: "02T11:00:00"),
            #"{"do":"dismiss","case":1,"as":"off-topic","at":"2026-02-02T12:00:00Z"}"#,
            #"{"do":"capture","channel":"twitter","id":"2","parent":"1","author":"ana","text":"b","at":"2026-02-10T10:00:00Z"}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"],"at":"2026-02-10T10:10:00Z"}"#
        )
        #expect(try figures(desk) == (1, [.offTopic: 1], 1))
        try apply(desk, #"{"do":"dismiss","case":1,"as":"troll","at":"2026-02-11T12:00:00Z"}"#)
        #expect(try figures(desk) == (0, [.offTopic: 1, .troll: 1], 1))
    }

    @Test("a later dismissal doesn't make an earlier, resolved complaint unfounded")
    func resolvedBefore() throws {
        let desk = try desk()
        try apply(
            desk, assess(true, at: "02T11:00:00"),
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent","at":"2026-02-02T12:00:00Z"}"#,
            #"{"do":"capture","channel":"twitter","id":"2","parent":"1","author":"ana","text":"b","at":"2026-02-10T10:00:00Z"}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"],"at":"2026-02-10T10:10:00Z"}"#,
            #"{"do":"dismiss","case":1,"as":"spam","at":"2026-02-11T12:00:00Z"}"#)
        #expect(try figures(desk) == (1, [.spam: 1], 1))
    }
}
