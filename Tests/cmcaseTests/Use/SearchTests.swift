import Foundation
import Glibc
import Testing

@Suite("search")
struct SearchTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            Line.theirs(1, "The fridge is broken") + Line.theirs(2, "A \u{1B}[31m broken\u{202E} lamp"),
            to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    @Test("hits are listed newest first, the words of strangers made safe, what matched marked in colour")
    func text() throws {
        let place = try place()
        let lines = try place.done("search", "broken").split(separator: "\n").map(String.init)
        try #require(lines.count == 5)
        #expect(lines[0].hasPrefix("Case 2  "))
        #expect(lines[1] == #"    A \u{1B}[31m broken\u{202E} lamp"#)
        #expect(lines[2].hasPrefix("Case 1  "))
        #expect(lines[3] == "    The fridge is broken")
        #expect(lines[4] == "2 found")
        #expect(
            try place.done("search", "fridge", "--color", "always").contains("The \u{1B}[1mfridge\u{1B}[0m is broken"))
        #expect(try place.done("search", "nothing") == "nothing was found\n")
    }

    @Test("JSON has every hit with its excerpt and what matched")
    func json() throws {
        let value = try place().question("search", "frid*")
        let hits = try #require(value["hits"] as? [[String: Any]])
        #expect(hits.count == 1)
        #expect(
            hits[0].keys.sorted() == [
                "actor", "at", "case", "channel", "excerpt", "handle", "matches", "person", "position", "side", "type",
                "visibility",
            ])
        #expect(hits[0]["excerpt"] as? String == "The fridge is broken")
        #expect(hits[0]["matches"] as? [String] == ["fridge"])
        #expect(hits[0]["side"] as? String == "theirs")
    }

    /// How many tables of the index the store has.
    private func tables(_ place: Workplace) throws -> Int {
        let count = try place.sqlite("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'search%'")
        return try #require(Int(count.output.split(separator: "\n").joined()))
    }

    @Test("a store that can't be written is searched all the same")
    func readOnly() throws {
        let place = try place()
        _ = try place.shell("chmod 644 *; chmod 555 .")
        defer { chmod(place.folder, 0o755) }
        // Root may write anywhere: as root the program is run as nobody.
        let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        let program: String = asNobody + Program.path
        guard try place.shell("\(program) --version").code == 0 else {
            try Test.cancel("the program can't be run as another user here")
        }
        let ending = try place.shell("\(program) search fridge")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.errors == "")
        #expect(ending.output.contains("The fridge is broken"))
        #expect(try place.shell("\(program) search --rebuild").code == 3)
    }

    @Test(
        "while somebody else writes, a search answers and leaves the index alone",
        .enabled(if: Workplace.hasSQLiteShell))
    func whileWriting() throws {
        let place = try place()
        let lock: Int32 = open(place.store + "-lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0)
        #expect(flock(lock, LOCK_EX) == 0)
        #expect(try place.done("search", "fridge").hasSuffix("1 found\n"))
        #expect(try tables(place) == 0)
        close(lock)
        #expect(try place.done("search", "fridge").hasSuffix("1 found\n"))
        #expect(try tables(place) > 0)
    }

    @Test(
        "recording leaves the index alone, and what was recorded since is found", .enabled(if: Workplace.hasSQLiteShell)
    )
    func recording() throws {
        let place = try place()
        #expect(try place.done("search", "fridge").hasSuffix("1 found\n"))
        let state = "SELECT position, (SELECT sum(length(block)) FROM search_index_data) FROM search_state"
        let before: String = try place.sqlite(state).output
        #expect(before != "")
        try place.write(Line.theirs(3, "Another fridge"), to: "more.ndjson")
        try place.done("import", "more.ndjson")
        #expect(try place.sqlite(state).output == before)
        #expect(try place.done("search", "fridge").hasSuffix("2 found\n"))
        #expect(try place.sqlite(state).output != before)
    }

    @Test("more words than are looked for at once are said to be too many")
    func manyWords() throws {
        let place = try place()
        let ending = try place.run("search", String(repeating: "fridge ", count: 10_000))
        #expect(ending.code == 0)
        #expect(ending.output.hasSuffix("1 found\n"))
        #expect(ending.errors == "cmcase: only the first of so many words were looked for\n")
    }

    @Test("the index is made anew on request, and no words are needed for that")
    func rebuild() throws {
        let place = try place()
        #expect(try place.done("search", "--rebuild").hasPrefix("the index was made anew through #"))
        #expect(try place.done("search", "fridge").hasSuffix("1 found\n"))
        let wrong = try place.run("search")
        #expect(wrong.code == 2)
        #expect(wrong.output == "")
        #expect(try place.run("search", "!!").code == 2)
    }
}
