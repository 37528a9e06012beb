import Foundation
import Testing

/// A store as a program leaves it whose projections were of another version.
@Suite(
    "A store whose projections are of another version", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct OlderProjectionTests {
    /// Questions whose answers depend on nothing but the log.
    private static let questions = [
        "case show 1", "audit 1", "audit 1 --conformance", "audit 1 --diff 8 14", "cases --json",
        "cases --polarity complaint --csv", "inbox --now 2026-03-10T00:00:00Z",
        "inbox --history --json --now 2026-03-10T00:00:00Z",
        "case next 1 --explain --now 2026-03-10T00:00:00Z", "person show twitter:ana",
        "metrics service --explain", "metrics conversion --explain", "metrics conformance --until-position 14",
        "incident list", "search ramp", "log", "playbook list",
        "replay --playbook web-posting-assessment --now 2026-03-10T00:00:00Z",
    ]

    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            """
            {"do":"capture","channel":"twitter","id":"1","author":"ana","text":"no ramp","at":"2026-03-02T09:00:00Z"}
            {"do":"classify","case":1,"polarity":"complaint","targets":["product"],"at":"2026-03-02T09:10:00Z"}
            {"do":"reply","case":1,"text":"we bring one","visibility":"public","purpose":"help","at":"2026-03-02T10:00:00Z"}
            {"do":"capture","channel":"twitter","id":"2","author":"leo","text":"no ramp either","at":"2026-03-02T11:00:00Z"}
            {"do":"declare-incident","cases":[1,2],"level":2,"at":"2026-03-02T12:00:00Z"}
            {"do":"assign","case":2,"to":"eva","at":"2026-03-02T12:30:00Z"}
            {"do":"offer-survey","person":"twitter:ana","instrument":"NPS","case":1,"at":"2026-03-02T13:00:00Z"}
            {"do":"answer-survey","person":"twitter:ana","score":9,"at":"2026-03-02T14:00:00Z"}
            {"do":"snooze","case":1,"until":"2026-03-05T00:00:00Z","at":"2026-03-02T15:00:00Z"}

            """, to: "lines.ndjson")
        try place.done("init")
        let applied: String = try place.done("case", "apply", "lines.ndjson")
        #expect(applied.hasSuffix("recorded 9, recorded before 0, refused 0\n"), "\(applied)")
        return place
    }

    /// What every question prints, both ways.
    private func answers(_ place: Workplace) throws -> [String] {
        try Self.questions.map { question in
            let ending = try place.run(question.split(separator: " ").map(String.init) + ["--tz", "UTC"])
            #expect(ending.code == 0, "\(question): \(ending.errors)")
            return question + "\n" + ending.output + ending.errors
        }
    }

    @Test(
        "answers every question from the log, says so in the doctor's report, and is whole again after a replay",
        arguments: ["version - 1", "version + 1"])
    func other(version: String) throws {
        let place = try place()
        let before: [String] = try answers(place)
        let changed = try place.sqlite("UPDATE projection SET version = \(version); SELECT changes();")
        #expect(changed.output == "6\n", "\(changed.errors)")
        // What stands in the tables is another version's: nothing of it is read.
        let spoiled = try place.sqlite("UPDATE case_row_a SET status = 'closed', person = 2, mentions = 70")
        #expect(spoiled.code == 0, "\(spoiled.errors)")
        for (after, before) in zip(try answers(place), before) { #expect(after == before) }
        let doctor = try place.run("doctor")
        #expect(doctor.code == 1)
        #expect(doctor.output.contains("behind, or another version's"), "\(doctor.output)")
        #expect(doctor.output.contains("`cmcase replay`"), "\(doctor.output)")
        try place.done("replay")
        #expect(try place.run("doctor").code == 0)
        #expect(try place.sqlite("SELECT count(*) FROM case_row WHERE mentions = 70").output == "0\n")
        for (after, before) in zip(try answers(place), before) { #expect(after == before) }
    }

    @Test("is made whole by the next command that records something")
    func recording() throws {
        let place = try place()
        _ = try place.sqlite("UPDATE projection SET version = version - 1; UPDATE case_row_a SET mentions = 70")
        try place.done("case", "note", "1", "called her")
        #expect(try place.run("doctor").code == 0)
        try place.done("replay", "--check")
        #expect(try place.sqlite("SELECT count(*) FROM case_row WHERE mentions = 70").output == "0\n")
    }
}
