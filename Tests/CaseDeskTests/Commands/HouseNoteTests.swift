import CaseDesk
import CaseModel
import Testing

@Suite("Notes of the house beside what was said")
struct HouseNoteTests {
    /// The contents of the log's events of one type, oldest first.
    private func contents(_ type: String, _ desk: TestDesk) throws -> [Content] {
        try desk.log(withContent: true).filter { $0.type == type }.compactMap(\.content)
    }

    private func refusals(_ applied: [AppliedLine]) -> [String] {
        applied.compactMap { line in
            if case .refused(let refusal) = line.result { "\(line.line) \(refusal.code.rawValue)" } else { nil }
        }
    }

    private static let captured =
        #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"words","time":"2026-01-01T00:00:00Z""#

    @Test("a message that is taken in keeps note, rule and override, and an import of it says nothing new")
    func capture() throws {
        let desk = try TestDesk()
        try desk.apply(Self.captured + #","note":"by phone","rule":"T1.3","override":"he asked"}"#)
        let content = try #require(try contents("MentionCaptured", desk).first)
        #expect(content.text == "words")
        #expect(content.note == "by phone")
        #expect(content.override == "he asked")
        #expect(try desk.log().contains { $0.payload.contains(#""rule":"T1.3""#) })
        let report = try desk.take(.theirs("1"))
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.revised == 0)
        #expect(try desk.take(Message.theirs("1").saying("others")).counts.revised == 1)
        #expect(try desk.differences() == [])
    }

    @Test("the same message again with other words of the house is refused, and with the same it is known")
    func again() throws {
        let desk = try TestDesk()
        let applied = try desk.apply(
            Self.captured + #","note":"by phone"}"#, Self.captured + #","note":"by phone"}"#, Self.captured + "}",
            Self.captured + #","note":"by letter"}"#)
        #expect(refusals(applied) == ["4 nothingChanged"])
        #expect(try desk.log().count { $0.type == "MentionCaptured" } == 1)
    }

    @Test("a command's own words stay apart from the note, and where they are the note they are told once")
    func beside() throws {
        let desk = try TestDesk()
        try desk.take(Message.theirs("1").judged("complaint", 1, about: ["brand"]))
        #expect(
            refusals(
                try desk.apply(
                    #"{"do":"reply","case":1,"text":"Sorry","visibility":"public","purpose":"apologise","note":"legal"}"#,
                    #"{"do":"classify","case":1,"polarity":"question","note":"unsure"}"#,
                    #"{"do":"investigate","case":1,"sources":["own-history"],"finding":"A regular","note":"asked eva"}"#,
                    #"{"do":"help","case":1,"note":"sent one"}"#, #"{"do":"tag","case":1,"tag":"a","note":"press"}"#,
                    #"{"do":"offer-survey","person":1,"instrument":"NPS","note":"by mail"}"#,
                    #"{"do":"dismiss","case":1,"as":"spam","reason":"a","note":"b"}"#)) == ["7 malformed"])
        let reply = try #require(try contents("ReplySent", desk).first)
        #expect([reply.text, reply.note] == ["Sorry", "legal"])
        #expect(try contents("MentionClassified", desk).map(\.note) == ["unsure"])
        let finding = try #require(try contents("AuthorInvestigated", desk).first)
        #expect([finding.text, finding.note] == ["A regular", "asked eva"])
        let help = try #require(try contents("HelpProvided", desk).first)
        #expect([help.text, help.note] == [nil, "sent one"])
        #expect(try contents("TagAdded", desk).map(\.note) == ["press"])
        #expect(try contents("SurveyOffered", desk).map(\.note) == ["by mail"])
    }

    @Test("a note is found as the house's, and what was said beside it as what it was")
    func search() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.apply(
            #"{"do":"reply","case":1,"text":"Sorry","visibility":"public","purpose":"apologise","note":"ask legal"}"#)
        for isIndexed in [false, true] {
            if isIndexed { try desk.desk.updateSearch() }
            let note = try #require(try desk.desk.search(SearchQuery("legal")).hits.first)
            #expect(note.side == .house)
            #expect(note.visibility == nil)
            #expect(note.excerpt.map(\.text).joined() == "ask legal")
            let said = try #require(try desk.desk.search(SearchQuery("sorry")).hits.first)
            #expect(said.side == .ours)
            #expect(said.visibility == .isPublic)
        }
    }
}
