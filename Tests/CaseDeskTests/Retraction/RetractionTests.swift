import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("An import that is taken back")
struct RetractionTests {
    private static let day = 24 * 60

    private func refusal(_ body: () throws -> Void) throws -> Refusal? {
        do {
            try body()
            return nil
        } catch DeskError.refused(let refusal) {
            return refusal
        }
    }

    private static let messages: [Message] = [
        .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]),
        .theirs("2", by: "lunabrisa", to: "1", at: 10), .theirs("3", by: "ana", to: "2", at: 20).judged("positive", 1),
        .theirs("4", by: "eva", at: day).judged("complaint", 1, about: ["brand"]),
        .theirs("5", by: "lunabrisa", to: "9", at: day + 1), .theirs("6", by: "leo", to: "4", at: day + 2),
    ]

    @Test("leaves no case and no figure, but its numbers stay given and the past reads as it did")
    func leavesNothing() throws {
        let desk = try TestDesk()
        let empty = try desk.figures()
        try desk.take(Self.messages)
        let before = try desk.lastImport().position
        let cases = try desk.cases()
        let figured = try desk.figures()
        let report = try desk.retract()
        #expect(report.cases == Int64(cases.count))
        #expect(report.persons == 4)
        #expect(report.restored == 0)
        #expect(try desk.cases().isEmpty)
        #expect(try desk.figures() == empty)
        #expect(try desk.list(merged: true).cases.map(\.status) == cases.map { _ in .retracted })
        #expect(try desk.cases(.until(before)) == cases)
        #expect(try desk.differences() == [])
        try desk.reopen()
        #expect(try desk.cases().isEmpty)
        let trail = try desk.desk.audit(.number(CaseNumber(1)))
        #expect(trail.listing.status == .retracted)
        #expect(trail.steps.last?.event.type == .importRetracted)
        #expect(trail.steps.last?.position == report.position)
        #expect(trail.steps.last?.after.status == .retracted)
        #expect(try desk.desk.audit(.number(CaseNumber(1)), .until(before)).steps.last?.after.status != .retracted)
        #expect(figured != empty)
    }

    @Test(
        "imported again with another mapping, everything is as if it had been imported so alone",
        arguments: [1, 20_000])
    func again(rowsPerCommit: Int) throws {
        let template = try StoreTemplate()
        let alone = try TestDesk(copying: template.path)
        let desk = try TestDesk(copying: template.path)
        let right: (inout ImportRequest) -> Void = {
            $0.brandAccounts = ["lunabrisa"]
            $0.rowsPerCommit = rowsPerCommit
        }
        try alone.take(Self.messages, with: right)
        try desk.take(Self.messages) { $0.rowsPerCommit = rowsPerCommit }
        #expect(try desk.facts() != alone.facts())
        try desk.retract()
        try desk.take(Self.messages, with: right)
        #expect(try desk.facts() == alone.facts())
        #expect(try desk.figures() == alone.figures())
        #expect(try desk.cases().map(\.number) == [CaseNumber(6), CaseNumber(7), CaseNumber(8)])
        #expect(try desk.differences() == [])
        try desk.retract()
        try desk.take(Self.messages, with: right)
        #expect(try desk.facts() == alone.facts())
        #expect(try desk.differences() == [])
    }

    @Test("the very same file may be imported again, and its rows are no duplicates")
    func same() throws {
        let desk = try TestDesk()
        let path: String = try desk.folder.write(try Self.messages.ndjson(), to: "a.ndjson")
        let first = try desk.importFile(path)
        try desk.retract()
        let again = try desk.importFile(path)
        #expect(!again.wasImported)
        #expect(again.counts == first.counts)
        #expect(try desk.differences() == [])
    }

    @Test("what stood before it is again what it was, judgements and merges too")
    func restored() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", to: "0").judged("neutral", 0.5), .theirs("2", to: "00", at: 5), .theirs("4", by: "eva", at: 7))
        try desk.apply(#"{"do":"resolve","case":3,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#)
        let (cases, figured, facts) = (try desk.cases(), try desk.figures(), try desk.facts())
        // A surer judgement, a message that shows that two cases are one, and a reply.
        try desk.take(
            .theirs("1", to: "0").judged("complaint", 1, about: ["product"]), .theirs("00", to: "0", at: 1),
            .ours("3", to: "1", at: 9))
        #expect(try desk.cases().count == 2)
        let report = try desk.retract()
        #expect(report.restored == 2)
        #expect(report.cases == 0)
        #expect(try desk.facts() == facts)
        #expect(try desk.cases() == cases)
        #expect(try desk.figures() == figured)
        #expect(try desk.differences() == [])
    }

    @Test("an import that was broken off and gone on with is taken back as a whole")
    func resumed() throws {
        struct Broken: Error {}
        let desk = try TestDesk()
        let path: String = try desk.folder.write(try Self.messages.ndjson(), to: "a.ndjson")
        #expect(throws: Broken.self) {
            try desk.importFile(path) {
                $0.rowsPerCommit = 2
                $0.progress = { phase, done, _ in if case .recording = phase, done == 4 { throw Broken() } }
            }
        }
        try desk.reopen()
        #expect(try desk.importFile(path) { $0.rowsPerCommit = 2 }.isResumed)
        try desk.retract()
        #expect(try desk.cases().isEmpty)
        #expect(try Set(desk.log().filter { $0.type != "ImportRetracted" }.map(\.correlation)).count == 1)
        #expect(try desk.differences() == [])
    }

    @Test("a dry run says what it would do and keeps nothing")
    func dryRun() throws {
        let desk = try TestDesk()
        try desk.take(Self.messages)
        let (cases, log) = (try desk.cases(), try desk.log().count)
        let dry = try desk.retract(dryRun: true)
        #expect(dry.isDryRun)
        #expect(try desk.cases() == cases)
        #expect(try desk.log().count == log)
        #expect(try desk.take(Self.messages).events == 0)
        let wet = try desk.retract()
        #expect((dry.cases, dry.persons, dry.released) == (wet.cases, wet.persons, wet.released))
    }

    @Test("what people of the house decided since is not left in the air: it is refused, and the cases are named")
    func decided() throws {
        let desk = try TestDesk()
        try desk.take(Self.messages)
        try desk.apply(#"{"do":"reply","case":1,"text":"hi","visibility":"public","purpose":"help"}"#)
        let refused = try #require(try refusal { try desk.retract() })
        #expect(refused.code == .builtUpon)
        #expect(refused.description.contains("in case 1;"))
        #expect(try desk.cases().count == 5)
    }

    @Test("later imports that stand on it are taken back first: the same case, the same person, a message that waited")
    func later() throws {
        for later in [
            Message.ours("7", to: "4", at: 5_000), .theirs("8", by: "leo", at: 5_000),
            .theirs("9", by: "kim", at: 5_000),
        ] {
            let desk = try TestDesk()
            let right: (inout ImportRequest) -> Void = { $0.brandAccounts = ["lunabrisa"] }
            try desk.take(Self.messages, with: right)
            let first = try desk.lastImport().position
            try desk.take([later], with: right)
            let second = try desk.lastImport().position
            #expect(try refusal { try desk.retract(first) }?.code == .builtUpon, "\(later.id)")
            try desk.retract(second)
            try desk.retract(first)
            #expect(try desk.cases().isEmpty, "\(later.id)")
            #expect(try desk.differences() == [], "\(later.id)")
        }
    }

    @Test("what has nothing to do with it stays, and what was linked or asked since is built upon it")
    func beside() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("a", by: "zoe").judged("complaint", 1, about: ["product"]))
        let (cases, figured) = (try desk.cases(), try desk.figures())
        try desk.take(Self.messages)
        try desk.apply(#"{"do":"offer-survey","person":"twitter:ana","instrument":"NPS"}"#)
        #expect(try refusal { try desk.retract() }?.code == .builtUpon)
        let other = try TestDesk()
        try other.take(.theirs("a", by: "zoe").judged("complaint", 1, about: ["product"]))
        try other.take(Self.messages)
        try other.apply(#"{"do":"offer-survey","person":"twitter:zoe","instrument":"NPS"}"#)
        try other.retract()
        #expect(try other.cases().map(\.mentions) == cases.map(\.mentions))
        #expect(try other.figures() == figured)
        #expect(try other.differences() == [])
    }

    @Test("its cases and persons take no command, and an import is taken back once")
    func gone() throws {
        let desk = try TestDesk()
        try desk.take(Self.messages)
        let position = try desk.lastImport().position
        try desk.retract()
        #expect(
            try desk.refusals(
                #"{"do":"close","case":1}"#, #"{"do":"assess-author","person":1,"as":"customer"}"#,
                #"{"do":"correct","event":3,"fields":["language"],"values":["es"]}"#)
                == [.retracted, .retracted, .retracted])
        #expect(try refusal { try desk.retract(position) }?.code == .retracted)
        #expect(try refusal { try desk.retract(Position(1)) }?.code == .noSuchImport)
    }
}
