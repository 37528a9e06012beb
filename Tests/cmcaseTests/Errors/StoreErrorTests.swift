import Foundation
import Glibc
import Testing

@Suite("Stores that can't be used")
struct StoreErrorTests {
    private static let commands = [
        ["cases"], ["import", "in.ndjson"], ["replay"], ["replay", "--check"], ["doctor"], ["log"],
    ]

    private func refusals(_ place: Workplace, _ store: String, _ commands: [[String]] = commands) throws -> [Program
        .Ending]
    {
        try place.write(Line.theirs(1), to: "in.ndjson")
        return try commands.map { words in
            let ending = try Program.start(
                Program.path, words + ["--store", store], Program.Circumstances(folder: place.folder)
            ).ending()
            #expect(ending.code == 3, "\(words): \(ending.errors)")
            #expect(ending.output == "", "\(words)")
            return ending
        }
    }

    @Test("a file that is no store is told and left as it is")
    func text() throws {
        let place = try Workplace()
        let text = String(repeating: "dear diary, ", count: 800)
        try place.write(text, to: "diary.txt")
        for ending in try refusals(place, "diary.txt") {
            #expect(
                ending.errors == "cmcase: diary.txt is not a cmcase store; "
                    + "name another file with --store or CMCASE_STORE (nothing was changed)\n")
        }
        #expect(try place.text(of: "diary.txt") == text)
        #expect(try place.run("init", "--store", "diary.txt").code == 3)
    }

    @Test(
        "another program's database is told and left as it is",
        .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
    func otherDatabase() throws {
        let place = try Workplace()
        _ = try place.sqlite("CREATE TABLE photo (name TEXT); INSERT INTO photo VALUES ('cat');")
        let before: [UInt8] = try place.bytes(of: "cmcase.db")
        for ending in try refusals(place, "cmcase.db") { #expect(ending.errors.contains("is not a cmcase store")) }
        #expect(try place.bytes(of: "cmcase.db") == before)
    }

    @Test("a folder is told as such")
    func folder() throws {
        let place = try Workplace()
        for ending in try refusals(place, ".") {
            #expect(
                ending.errors == "cmcase: . is a folder, not a store; name a file in it, as in --store ./cmcase.db\n")
        }
    }

    @Test("a store in a folder that isn't there can't be made, and says so")
    func nowhere() throws {
        let place = try Workplace()
        for ending in try refusals(place, "nowhere/cmcase.db", [["import", "in.ndjson"], ["init"]]) {
            #expect(ending.errors.contains("nowhere/cmcase.db"))
        }
    }

    @Test(
        "a newer program's store is told and left as it is",
        .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
    func newer() throws {
        let place = try Workplace()
        try place.done("init")
        _ = try place.sqlite("PRAGMA user_version = 99")
        for ending in try refusals(place, "cmcase.db") {
            #expect(
                ending.errors == "cmcase: cmcase.db has schema version 99, this program knows 1; "
                    + "use a newer cmcase (nothing was changed)\n")
        }
    }

    @Test("a damaged store is told, never silently read")
    func damaged() throws {
        let place = try Workplace()
        try place.write((1...400).map { Line.theirs($0, by: "person \($0)") }.joined(), to: "many.ndjson")
        try place.done("import", "many.ndjson")
        var bytes: [UInt8] = try place.bytes(of: "cmcase.db")
        for index in 16384..<(bytes.count - 8192) where index % 3 == 0 { bytes[index] = 0xA5 }
        try place.write(bytes, to: "cmcase.db")
        for command in ["cases", "log", "replay --check", "doctor"] {
            let words: [String] = command.split(separator: " ").map(String.init)
            let ending = try Program.start(Program.path, words, Program.Circumstances(folder: place.folder)).ending()
            #expect(ending.code == 3 || command == "doctor" && ending.code == 1, "\(command): \(ending)")
            if ending.code == 3 { #expect(ending.errors.contains("cmcase.db is damaged"), "\(command)") }
        }
    }

    @Test("a read-only folder can be asked and says why it can't be written")
    func readOnly() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.write(Line.theirs(2), to: "more.ndjson")
        _ = try place.shell("chmod 644 *; chmod 555 .")
        defer { chmod(place.folder, 0o755) }
        // Root may write anywhere: as root the program is run as nobody.
        let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        let program: String = asNobody + Program.path
        guard try place.shell("\(program) --version").code == 0 else {
            try Test.cancel("the program can't be run as another user here")
        }
        let question = try place.shell("\(program) cases --json")
        #expect(question.code == 0, "\(question.errors)")
        #expect(question.output.hasPrefix("{\"total\":1,"))
        for command in ["import more.ndjson", "replay", "case apply more.ndjson"] {
            let ending = try place.shell("\(program) \(command)")
            #expect(ending.code == 3, "\(command): \(ending)")
            #expect(
                ending.errors == "cmcase: cmcase.db or its folder can't be written; "
                    + "check the permissions, or copy the store to where it can be written\n", "\(command)")
        }
        #expect(try place.shell("\(program) replay --check").code == 0)
        #expect(try place.shell("\(program) init --store new.db").code == 3)
    }
}
