import Foundation
import Testing

@Suite("--key")
struct KeyTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.write(
            Line.theirs(1, by: "ana") + Line.theirs(2, by: "leo") + Line.theirs(3, by: "ana", to: 1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
    }

    private func head() throws -> Int { try #require(try place.question("incident", "list")["position"] as? Int) }

    private func refusedKey(_ arguments: [String]) throws -> String {
        let ending = try place.run(arguments + ["--key", "k"])
        #expect(ending.code == 2, "\(arguments)")
        #expect(ending.output == "")
        return ending.errors
    }

    @Test(
        "records a command on a person, an incident, an event or a policy once, and is no key for another command",
        arguments: [
            (["person", "link", "1", "2", "--basis", "given"], "IdentityLinked and what came with it on person 1"),
            (["person", "assess", "1", "customer"], "AuthorAssessed on person 1"),
            (["person", "offer-survey", "1", "NPS"], "SurveyOffered on person 1"),
            (["person", "evidence", "1", "thanks", "--note", "a card"], "StanceEvidenced on person 1"),
            (["incident", "declare", "1", "2", "--level", "2"], "IncidentDeclared in the book"),
            (["playbook", "adopt", "web-posting-assessment"], "PlaybookAdopted in the book"),
            (["calendar", "adopt", "always.yaml"], "CalendarAdopted in the book"),
            (["service-level", "adopt", "standard.yaml"], "ServiceLevelAdopted in the book"),
            (["case", "correct", "3", "--set", "language=fr"], "EventCorrected on case 1"),
            (["case", "split", "1", "twitter:3"], "CaseOpened and what came with it on case 3"),
        ])
    func once(_ arguments: [String], _ what: String) throws {
        try place.write(try place.done("calendar", "show", "always", "--yaml"), to: "always.yaml")
        try place.write(try place.done("service-level", "show", "standard", "--yaml"), to: "standard.yaml")
        let before: Int = try head()
        #expect(try place.run(arguments + ["--key", "k"]).code == 0)
        let recorded: Int = try head()
        #expect(recorded > before)
        let again = try place.run(arguments + ["--key", "k", "--json"])
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output.contains("\"known\":true"))
        let told = try place.run(arguments + ["--key", "k"])
        #expect(told.output.contains("recorded before"), "\(told.output)")
        #expect(
            try refusedKey(["case", "note", "2", "another matter"])
                == "cmcase: the key stands for another command, \(what), recorded at position \(before + 1); nothing was "
                + "recorded now: give this command a key of its own\n")
        #expect(try head() == recorded)
        #expect(try place.run("replay", "--check").code == 0)
    }

    @Test("is another command's where only what it says is other")
    func other() throws {
        try place.done("person", "assess", "1", "customer", "--key", "k")
        let sentence = "the key stands for another command, "
        for arguments in [
            ["person", "assess", "1", "unknown"], ["person", "assess", "2", "customer"],
            ["person", "link", "1", "2", "--basis", "given"], ["incident", "declare", "1", "--level", "1"],
            ["playbook", "adopt", "web-posting-assessment"],
        ] { #expect(try refusedKey(arguments).contains(sentence), "\(arguments)") }
        let from: [String] = ["--key", "p", "--effective-from", "2026-01-01"]
        #expect(try place.run(["playbook", "adopt", "web-posting-assessment"] + from).code == 0)
        #expect(
            try place.run(["playbook", "adopt", "web-posting-assessment"] + from).output.contains("recorded before"))
        let later: [String] = ["--key", "p", "--effective-from", "2026-02-01"]
        #expect(try place.run(["playbook", "adopt", "web-posting-assessment"] + later).errors.contains(sentence))
    }

    @Test("a link that is sent again names the same person")
    func link() throws {
        let first: String = try place.done("person", "link", "1", "2", "--basis", "given", "--key", "k")
        let second: String = try place.done("person", "link", "1", "2", "--basis", "given", "--key", "k")
        #expect(first.hasPrefix("person 2, IdentityLinked at #"))
        #expect(second.hasPrefix("person 2, recorded before at #"))
    }
}
