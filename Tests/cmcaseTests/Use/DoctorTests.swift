import Foundation
import Testing

@Suite("doctor")
struct DoctorTests {
    @Test("changes nothing, and makes no file")
    func nothing() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try FileManager.default.removeItem(atPath: place.store + "-lock")
        let folder: String = place.folder
        func look() throws -> [String] {
            try place.names.filter { !$0.hasPrefix(".") }.map { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                return "\(name) \(attributes[.modificationDate] ?? "") \(attributes[.size] ?? "")"
            }
        }
        let before: [String] = try look()
        #expect(before.count == 2)
        #expect(try place.run("doctor").code == 0)
        #expect(try place.run("doctor", "--json").code == 0)
        #expect(try look() == before)
    }

    @Test(
        "and commands ask about a clock that is far past the newest event",
        .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
    func clock() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        _ = try place.sqlite("DROP TRIGGER event_is_never_updated; UPDATE event SET recorded_at = 0")
        let doctor = try place.run("doctor")
        #expect(doctor.code == 1)
        #expect(doctor.output.contains("far past the newest event"), "\(doctor.output)")
        let refused = try place.run("case", "note", "1", "called")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("--trust-clock"), "\(refused.errors)")
        try place.done("case", "note", "1", "called", "--trust-clock")
        try place.done("case", "note", "1", "called again")
    }
}
