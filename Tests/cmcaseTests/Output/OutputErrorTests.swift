import Foundation
import Glibc
import Testing

@Suite("Where the answer can't be written")
struct OutputErrorTests {
    private static let hasFullDevice: Bool = access("/dev/full", W_OK) == 0

    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    @Test(
        "4: no room is told in a sentence, whatever was asked", .enabled(if: hasFullDevice),
        arguments: [
            "cases", "cases --json", "cases --csv", "log", "log --json", "audit 1", "metrics conversion", "inbox",
            "--help",
            "case apply in.ndjson",
        ])
    func full(_ command: String) throws {
        let place = try place()
        try place.write("{\"do\":\"assign\",\"case\":1,\"to\":\"eva\"}\n", to: "in.ndjson")
        let ending = try place.shell("\(Program.path) \(command) > /dev/full")
        #expect(ending.code == 4)
        #expect(
            ending.errors == """
                cmcase: standard output can't be written: there is no space left where it goes; the answer is incomplete, and \
                what was recorded is kept: let it go elsewhere and ask again

                """)
    }

    @Test("what was recorded is kept, and a command that says no still says no", .enabled(if: hasFullDevice))
    func recorded() throws {
        let place = try place()
        #expect(try place.shell("\(Program.path) case note 1 hello > /dev/full").code == 4)
        #expect(try place.done("log", "--type", "NoteAdded").split(separator: "\n").count == 1)
        let refused = try place.shell("\(Program.path) case close 1 > /dev/full")
        #expect(refused.code == 2)
        #expect(!refused.errors.contains("standard output"))
    }

    @Test("an output that was closed beforehand is told, and the answer goes into no file that is opened instead")
    func closed() throws {
        let place = try place()
        // More than is gathered before it is written, while the store and its lock are open.
        let notes: Int = 1_000
        try place.write(
            String(repeating: "{\"do\":\"note\",\"case\":1,\"note\":\"seen\"}\n", count: notes), to: "do.ndjson")
        let ending = try place.shell("\(Program.path) case apply do.ndjson --json >&-; echo $? > code")
        #expect(try place.text(of: "code") == "4\n")
        #expect(ending.errors.hasPrefix("cmcase: standard output can't be written: it is not open for writing; "))
        #expect(try place.text(of: "cmcase.db-lock").wholeMatch(of: /process \d+\n/) != nil)
        #expect(try place.done("log", "--type", "NoteAdded").split(separator: "\n").count == notes)
        #expect(try place.run("replay", "--check").code == 0)
    }

    /// The reader is gone before the program begins: it waits for a line that only comes then.
    @Test("a reader who went away has read enough: nothing is said", arguments: ["log", "cases --json", "audit 1"])
    func gone(_ command: String) throws {
        let place = try place()
        let ending = try place.shell(
            """
            mkfifo go
            (read line < go; trap '' PIPE; \(Program.path) \(command); echo $? > code) | (exec 0<&-; echo go > go)
            """)
        #expect(ending.errors == "")
        #expect(try place.text(of: "code") == "0\n")
    }

    @Test("the answer stands before the notes that follow it, where both go to one place")
    func order() throws {
        let place = try place()
        try place.write(
            "{\"do\":\"assign\",\"case\":1,\"to\":\"eva\"}\n{\"do\":\"close\",\"case\":1}\n", to: "do.ndjson")
        let lines = try place.shell("\(Program.path) case apply do.ndjson 2>&1").lines
        #expect(lines.map { $0.prefix(7) } == ["line 1:", "line 2:", "recorde", "mend th"])
    }
}
