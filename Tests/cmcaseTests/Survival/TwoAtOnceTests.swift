import Testing

/// Several processes on one store at the same moment, as cron and a person make them. Which of them comes first is left to
/// the machine; each trial is run several times.
@Suite("Two at once", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"), .timeLimit(.minutes(20)))
struct TwoAtOnceTests {
    private func start(_ place: Workplace, _ arguments: String) throws -> Running {
        try Program.start(
            Program.path, arguments.split(separator: " ").map(String.init),
            Program.Circumstances(folder: place.folder))
    }

    /// Starts programs at once and waits for all of them.
    private func runAll(_ place: Workplace, _ lines: [String]) throws -> [Program.Ending] {
        try lines.map { try start(place, $0) }.map { $0.ending() }
    }

    private func lines(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { number in
            number % 3 == 0
                ? Line.ours(number, to: number - 1)
                : Line.theirs(number, by: "person-\(number % 40)", to: number % 7 == 0 ? number - 1 : nil)
        }.joined()
    }

    @Test("the same file taken in by several processes is one import", arguments: 1...4)
    func sameFile(trial: Int) throws {
        let alone = try Workplace()
        try alone.write(lines(1...600), to: "in.ndjson")
        try alone.done("import", "in.ndjson")
        let place = try Workplace()
        try place.write(lines(1...600), to: "in.ndjson")
        try place.done("init")
        let rows: Int = [30, 100, 250, 1_000][trial - 1]
        let endings = try runAll(
            place, [String](repeating: "import in.ndjson --rows-per-commit \(rows)", count: trial == 1 ? 2 : 3))
        for ending in endings { #expect(ending.code == 0, "\(ending.errors)") }
        #expect(try place.cases() == alone.cases())
        try place.done("replay", "--check")
        #expect(try place.sqlite("SELECT count(*) FROM event WHERE type = 'ImportCompleted'").output == "1\n")
        // All of it is one import, so all of it can be taken back.
        try place.done("retract", "last")
        let left = try place.question("cases")
        #expect((left["cases"] as? [Any])?.isEmpty == true)
    }

    @Test("different files that say the same of some messages are taken in side by side")
    func overlapping() throws {
        let place = try Workplace()
        try place.write(lines(1...400), to: "a.ndjson")
        try place.write(lines(200...600), to: "b.ndjson")
        try place.done("init")
        let endings = try runAll(place, ["a", "b"].map { "import \($0).ndjson --rows-per-commit 37" })
        for ending in endings { #expect(ending.code == 0, "\(ending.errors)") }
        let alone = try Workplace()
        try alone.write(lines(1...600), to: "in.ndjson")
        try alone.done("import", "in.ndjson")
        let counts: [Int?] = try [place, alone].map { try $0.question("cases")["total"] as? Int }
        #expect(counts[0] == counts[1])
        try place.done("replay", "--check")
    }

    @Test("files of equal names keep their rejected rows apart", arguments: 1...3)
    func rejects(trial: Int) throws {
        let place = try Workplace()
        try place.done("init")
        let files: [String] = (1...3).map { "folder\($0)/in.ndjson" }
        for (index, file) in files.enumerated() {
            #expect(try place.shell("mkdir folder\(index + 1)").code == 0)
            let bad: String = (1...200).map { "{\"bad\":\"\(index)-\($0)\"}\n" }.joined()
            try place.write(Line.theirs(1 + index) + bad, to: file)
        }
        for ending in try runAll(place, files.map { "import \($0)" }) { #expect(ending.code == 0, "\(ending.errors)") }
        let written: [String] = place.names.filter { $0.contains("rejects") }
        #expect(
            written == [
                "in.rejects-2.ndjson", "in.rejects-2.ndjson.reasons.csv", "in.rejects-3.ndjson",
                "in.rejects-3.ndjson.reasons.csv", "in.rejects.ndjson", "in.rejects.ndjson.reasons.csv",
            ])
        var found: Set<String> = []
        for name in written where name.hasSuffix(".ndjson") {
            let rows: [Substring] = try place.text(of: name).split(separator: "\n")
            #expect(rows.count == 200, "\(name)")
            // All of one source.
            #expect(Set(rows.map { $0.split(separator: "-")[0] }).count == 1, "\(name)")
            found.insert(String(rows[0]))
        }
        #expect(found.count == 3)
    }

    @Test("a file of rejected rows that somebody mends is not replaced, and a failed import leaves no file behind")
    func mended() throws {
        let place = try Workplace()
        try place.write("{\"bad\":1}\n", to: "in.ndjson")
        try place.write("mended", to: "in.rejects.ndjson")
        try place.write("mine", to: "in.rejects-2.ndjson.reasons.csv")
        try place.done("import", "in.ndjson")
        #expect(try place.text(of: "in.rejects.ndjson") == "mended")
        #expect(try place.text(of: "in.rejects-2.ndjson.reasons.csv") == "mine")
        #expect(try place.text(of: "in.rejects-3.ndjson") == "{\"bad\":1}\n")
        // A header that can't be right ends the reading in the middle.
        try place.write("{\"bad\":1}\n\u{0}", to: "broken.csv")
        #expect(try place.run("import", "broken.csv", "--mapping", "support-threads").code == 2)
        #expect(place.names.filter { $0.contains(".part") || $0.contains("broken.rejects") } == [])
    }

    @Test("of several that make a store, one does, and the others are told that it is there", arguments: 1...5)
    func making(trial: Int) throws {
        let place = try Workplace()
        let endings = try runAll(place, [String](repeating: "init", count: 4))
        #expect(endings.count { $0.code == 0 } == 1, "\(endings)")
        for ending in endings where ending.code != 0 {
            #expect(ending.code == 2)
            #expect(ending.errors.contains("is a store already"), "\(ending.errors)")
        }
        #expect(try place.run("doctor").code == 0)
    }

    @Test("a replay, an import and commands take turns")
    func replaying() throws {
        let place = try Workplace()
        try place.write(lines(1...900), to: "in.ndjson")
        try place.write(lines(1...60), to: "first.ndjson")
        try place.done("import", "first.ndjson")
        let endings = try runAll(
            place,
            [
                "import in.ndjson --rows-per-commit 50", "replay", "case note 1 one", "replay --projection cases",
                "case note 2 two", "search words", "inbox",
            ])
        for ending in endings { #expect(ending.code == 0, "\(ending.errors)") }
        try place.done("replay", "--check")
        #expect(try place.sqlite("SELECT count(*) FROM event WHERE type = 'NoteAdded'").output == "2\n")
    }
}
