import CaseDesk
import CaseModel
import Testing

@Suite("The steps of an audit")
struct AuditStepTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func steps(_ number: Int64, _ horizon: Horizon = .now) throws -> [AuditTrail.Step] {
        try desk.desk.audit(.number(CaseNumber(number)), horizon).steps
    }

    private func types(_ number: Int64) throws -> [String] {
        try steps(number).map { "\($0.stream) \($0.event.type.rawValue)" }
    }

    private func head() throws -> Position { try #require(try desk.log().last).position }

    @Test("tell each change of the level of a case's incident, whichever case it was told with")
    func incidentLevel() throws {
        try desk.take(.theirs("1"), .theirs("2", by: "leo"), .theirs("3", by: "eva"), .theirs("4", by: "noa"))
        try desk.apply(
            #"{"do":"declare-incident","cases":[1],"level":1}"#,
            #"{"do":"widen-incident","incident":1,"cases":[2],"level":4}"#,
            #"{"do":"widen-incident","incident":1,"cases":[3]}"#,
            #"{"do":"widen-incident","incident":1,"level":2}"#,
            #"{"do":"declare-incident","cases":[4],"level":3}"#,
            #"{"do":"close-incident","incident":1}"#)
        func told(_ number: Int64) throws -> [String] {
            try steps(number).compactMap { step in
                switch step.event {
                case .incidentDeclared(let event): "\(event.incident) with \(event.cases) at \(event.level)"
                case .incidentClosed(let event): "\(event.incident) closed"
                default: nil
                }
            }
        }
        #expect(try told(1) == ["1 with [1] at 1", "1 with [2] at 4", "1 with [] at 2", "1 closed"])
        #expect(try told(2) == ["1 with [2] at 4", "1 with [] at 2", "1 closed"])
        #expect(try told(3) == ["1 with [3] at 4", "1 with [] at 2", "1 closed"])
        #expect(try told(4) == ["2 with [4] at 3"])
    }

    @Test("tell that the person turned out to be another, and that this was taken back, once each")
    func links() throws {
        try desk.take(.theirs("1", by: "ana"), .theirs("2", by: "eva"), .theirs("3", by: "leo"))
        try desk.link("twitter:eva", to: "twitter:ana")
        #expect(try types(1).suffix(1) == ["person-1 IdentityLinked"])
        #expect(try types(2).suffix(1) == ["person-2 IdentityLinked"])
        #expect(try types(3).allSatisfy { !$0.contains("Identity") })
        try desk.take(.theirs("4", by: "eva"))
        #expect(try types(4) == ["case-4 CaseOpened", "case-4 MentionCaptured"])
        try desk.apply(#"{"do":"merge","case":1,"from":2}"#)
        #expect(try types(1).filter { $0.contains("Identity") } == ["person-1 IdentityLinked"])
        try desk.apply(#"{"do":"unmerge","case":1,"from":2}"#)
        try desk.unlink("twitter:eva", from: "twitter:ana")
        #expect(
            try types(2).filter { $0.contains("Identity") } == ["person-2 IdentityLinked", "person-2 IdentityUnlinked"])
    }

    @Test("read the same when a merge was taken back later")
    func unmerged() throws {
        try desk.take(.theirs("1"), .theirs("2"))
        try desk.apply(#"{"do":"merge","case":1,"from":2}"#)
        try desk.take(.ours("3", to: "2"))
        let merged: Position = try head()
        let then: [AuditTrail.Step] = try steps(1, .until(merged))
        try desk.apply(#"{"do":"unmerge","case":1,"from":2}"#)
        try desk.take(.ours("4", to: "2"))
        let now: [AuditTrail.Step] = try steps(1)
        #expect(
            now.map { "\($0.stream) \($0.event.type.rawValue) \($0.after.mentionCount) \($0.after.replyCount)" } == [
                "case-1 CaseOpened 0 0", "case-1 MentionCaptured 1 0", "case-1 CasesMerged 2 0",
                "case-2 CasesMerged 2 0", "case-1 ReplySent 2 1", "case-1 CasesUnmerged 1 1",
            ])
        let merge = try #require(now.first { $0.event.type == .casesMerged && $0.stream == .case(CaseNumber(1)) })
        let mentions = try #require(merge.changes.first { $0.field == "mentions" })
        #expect((mentions.before, mentions.after) == ("1", "2"))
        let shared = now.filter { $0.position <= merged }
        #expect(shared.count == 5)
        for step in shared {
            let before = try #require(then.first { $0.position == step.position })
            #expect(before.changes == step.changes, "#\(step.position)")
            #expect(before.after == step.after, "#\(step.position)")
        }
    }
}
