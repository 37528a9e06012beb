import CaseDesk
import CaseModel
import Testing

@Suite("Judgements that a source brings along")
struct LabelTests {
    static let orders: [[Int]] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    /// Imports versions of one message, one file each, and returns the judgement that stands.
    private func standing(_ versions: [Message]) throws -> (label: Label?, conflicts: Int64, duplicates: Int64) {
        let desk = try TestDesk()
        var conflicts: Int64 = 0
        var duplicates: Int64 = 0
        for (index, message) in versions.enumerated() {
            let report = try desk.take(message, .theirs("other \(index)", by: "ben"))
            conflicts += report.counts.conflicts
            duplicates += report.counts.duplicates
        }
        #expect(try desk.differences() == [])
        return (try label(of: "1", on: desk), conflicts, duplicates)
    }

    private func label(of id: String, on desk: TestDesk) throws -> Label? {
        var label: Label?
        for step in try desk.desk.audit(.message(Channel("twitter"), id: id)).steps {
            if case .mentionClassified(let event) = step.event { label = event.label }
        }
        return label
    }

    @Test("the more confident stands, whatever the order of arrival", arguments: orders)
    func confidence(_ order: [Int]) throws {
        let versions: [Message] = [
            .theirs("1").judged("complaint", 0.6, about: ["product"]), .theirs("1").judged("positive", 0.9),
            .theirs("1").judged("neutral", 0.7),
        ]
        let result = try standing(order.map { versions[$0] })
        #expect(result.label?.polarity == .positive)
        #expect(result.duplicates == 2)
        #expect(result.conflicts == 2)
    }

    @Test("of two equally confident the alphabetically first stands", arguments: orders)
    func alphabet(_ order: [Int]) throws {
        let versions: [Message] = [
            .theirs("1").judged("question", 0.8), .theirs("1").judged("complaint", 0.8, about: ["product"]),
            .theirs("1").judged("positive", 0.8),
        ]
        #expect(try standing(order.map { versions[$0] }).label?.polarity == .complaint)
    }

    @Test("judgements that differ in nothing but their details stand in one order too", arguments: orders)
    func details(_ order: [Int]) throws {
        var grave = Message.theirs("1").judged("complaint", 0.8, about: ["brand"])
        grave.severity = "high"
        var light = grave
        light.severity = "low"
        let byRule = Message.theirs("1").judged("complaint", 0.8, about: ["brand"], by: "rule")
        let versions: [Message] = [grave, light, byRule]
        let first = try standing([grave, light, byRule])
        let result = try standing(order.map { versions[$0] })
        expectSame(result.label, first.label)
    }

    @Test("the order of arrival doesn't matter where the methods differ", arguments: orders)
    func methods(_ order: [Int]) throws {
        let versions: [Message] = [
            .theirs("1").judged("complaint", 0.6, about: ["product"], by: "model"),
            .theirs("1").judged("positive", 0.9, by: "import"), .theirs("1").judged("neutral", 0.7, by: "rule"),
        ]
        let first = try standing(versions)
        let result = try standing(order.map { versions[$0] })
        expectSame(result.label, first.label)
        #expect(result.label?.polarity == .positive)
    }

    @Test("the same judgement again is no conflict")
    func same() throws {
        let message = Message.theirs("1").judged("complaint", 0.6, about: ["product"])
        let result = try standing([message, message, message])
        #expect(result.duplicates == 2)
        #expect(result.conflicts == 0)
    }

    @Test(
        "what the house judged is not overruled by a source, however sure it is",
        arguments: ["human", "model", "import"])
    func house(_ method: String) throws {
        let desk = try TestDesk()
        let message = Message.theirs("1").judged("positive", 0.99, by: method)
        try desk.take(message)
        let applied = try desk.apply(
            """
            {"do":"classify","channel":"twitter","message":"1","polarity":"complaint","targets":["brand"],\
            "confidence":0.5,"method":"\(method)"}
            """)
        guard case .recorded = applied.first?.result else {
            Issue.record("the command was not recorded: \(applied)")
            return
        }
        let report = try desk.take(message, .theirs("2"))
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.conflicts == 1)
        #expect(try label(of: "1", on: desk)?.polarity == .complaint)
    }

    @Test("a judgement that comes later than its message is recorded")
    func later() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let report = try desk.take(.theirs("1").judged("question", 0.4))
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.conflicts == 0)
        #expect(try desk.cases().first?.polarity == "question")
    }
}
