import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("Incidents at the desk")
struct IncidentTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "leo"), .theirs("3", by: "eva"), .theirs("4", by: "eva"))
    }

    private func refused(_ applied: [AppliedLine]) -> [String] {
        applied.compactMap { line in
            if case .refused(let refusal) = line.result { "\(line.line): \(refusal)" } else { nil }
        }
    }

    private func listed(_ horizon: Horizon = .now) throws -> [String] {
        try desk.desk.incidents(includesClosed: true, horizon).items.map { item in
            let incident: Incident = item.incident
            let cases: String = incident.cases.map { "\($0.number)" }.joined(separator: ",")
            return "\(incident.number) level \(incident.level) cases \(cases)"
                + (incident.closedAt == nil ? "" : " closed") + (item.note.map { " \($0)" } ?? "")
        }
    }

    private func incident(of number: Int64, at hours: Int64 = 0) throws -> Int64? {
        let now = Timestamp(microseconds: desk.clock.now.microseconds + hours * 3_600_000_000)
        return try desk.desk.next(.number(CaseNumber(number)), now: now).item.incident?.number
    }

    @Test("is declared, widened and closed as lines; a case that was merged counts as the one in which it goes on")
    func lines() throws {
        let applied = try desk.apply(
            #"{"do":"merge","case":3,"from":4}"#,
            #"{"do":"declare-incident","cases":[1,"twitter:4"],"level":2,"trigger":"topic-surge","note":"cards"}"#,
            #"{"do":"widen-incident","incident":1,"cases":[2],"level":3}"#,
            #"{"do":"declare-incident","cases":[2],"level":1}"#,
            #"{"do":"declare-incident","cases":[99],"level":1}"#,
            #"{"do":"declare-incident","incident":7,"cases":[2],"level":1}"#,
            #"{"do":"declare-incident","cases":[2]}"#,
            #"{"do":"close-incident","incident":1,"note":"mended"}"#, #"{"do":"close-incident","incident":1}"#)
        #expect(
            refused(applied) == [
                "4: case 2 is in incident 1, which is open; widen incident 1 by the other cases, or close it first",
                "5: there is no case 99; `cmcase cases` lists those there are",
                "6: an incident gets its number when it is declared; leave it out",
                "7: \"level\" is missing: from 1 to 4, the gravest",
                "9: incident 1 is closed; if the trouble is back, declare a new one with the cases it has now",
            ])
        #expect(try listed() == ["1 level 3 cases 1,2,3 closed cards"])
        #expect(try desk.differences() == [])
        let head = try #require(try desk.log().first { $0.type == "IncidentDeclared" }).position
        #expect(try listed(.until(head)) == ["1 level 2 cases 1,3 cards"])
        try desk.reopen()
        #expect(try listed() == ["1 level 3 cases 1,2,3 closed cards"])
    }

    @Test("what asks about a case says of which incident it is part, while it goes on; so does the audit")
    func shown() throws {
        try desk.apply(#"{"do":"declare-incident","cases":[1,2],"level":2}"#)
        #expect(try [1, 2, 3].map { try incident(of: $0) } == [1, 1, nil])
        #expect(try incident(of: 1, at: -1) == nil)
        var query = InboxQuery()
        query.limit = nil
        let inbox = try desk.desk.inbox(query, now: desk.clock.now)
        #expect(inbox.items.map { $0.incident?.level } == [2, 2, nil, nil])
        desk.clock.advance(hours: 1)
        try desk.apply(#"{"do":"close-incident","incident":1}"#)
        #expect(try incident(of: 1) == nil)
        #expect(try incident(of: 1, at: -1) == 1)
        #expect(
            try desk.desk.audit(.number(CaseNumber(2))).steps.map(\.event.type.rawValue).suffix(2) == [
                "IncidentDeclared", "IncidentClosed",
            ])
        #expect(try desk.desk.audit(.number(CaseNumber(3))).steps.allSatisfy { $0.stream != .book })
    }

    @Test("what comes back while its incident goes on is taken up again with the others")
    func advised() throws {
        try desk.apply(
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["product"]}"#,
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#,
            #"{"do":"complete-follow-up","case":1,"finding":"recurrence"}"#)
        func rule() throws -> String? {
            let (item, shelf) = try desk.desk.next(.number(CaseNumber(1)), now: desk.clock.now)
            let playbook: Playbook = shelf.playbooks[item.advice.playbook].playbook
            return item.advice.advice.map { playbook.rules[$0.rule].id }.first { $0.hasPrefix("T6.1") }
        }
        #expect(try rule() == "T6.1.1")
        try desk.apply(#"{"do":"declare-incident","cases":[1],"level":4}"#)
        #expect(try rule() == "T6.1.2")
    }

    @Test("a case that went on in another brings its incident along, until the merge is taken back")
    func merged() throws {
        let other: Int64 = try #require(
            try desk.take(.theirs("later", by: "ana", at: 900)).counts.casesOpened == 1
                ? desk.cases().last?.number.rawValue : nil)
        try desk.apply(#"{"do":"declare-incident","cases":[1],"level":3}"#)
        #expect(try incident(of: other) == nil)
        try desk.apply(#"{"do":"merge","case":\#(other),"from":1}"#)
        #expect(try incident(of: other) == 1)
        // Of several the gravest is named, else the first.
        try desk.apply(
            #"{"do":"unmerge","from":1}"#, #"{"do":"declare-incident","cases":[\#(other)],"level":3}"#,
            #"{"do":"merge","case":\#(other),"from":1,"reason":"again"}"#)
        #expect(try incident(of: other) == 1)
        try desk.apply(#"{"do":"widen-incident","incident":2,"cases":[2],"level":4}"#)
        #expect(try incident(of: other) == 2)
        try desk.apply(#"{"do":"close-incident","incident":2}"#, #"{"do":"unmerge","from":1,"reason":"again"}"#)
        #expect(try incident(of: other) == nil)
        #expect(try incident(of: 1) == 1)
    }

    @Test("its key records once; another command under it is refused, whatever it is about")
    func key() throws {
        let declare = #"{"do":"declare-incident","cases":[1,2],"level":2,"key":"k"}"#
        try desk.apply(declare)
        let applied = try desk.apply(
            declare, #"{"do":"declare-incident","cases":[1,3],"level":2,"key":"k"}"#,
            #"{"do":"assign","case":3,"to":"eva","key":"k"}"#)
        guard case .incident(let receipt) = applied[0].result else {
            Issue.record("\(applied[0])")
            return
        }
        #expect(receipt.wasKnown)
        #expect(
            refused(applied).map { $0.prefix(67) } == [
                "2: the key stands for another command, IncidentDeclared in the book",
                "3: the key stands for another command, IncidentDeclared in the book",
            ])
        #expect(try listed() == ["1 level 2 cases 1,2"])
    }
}
