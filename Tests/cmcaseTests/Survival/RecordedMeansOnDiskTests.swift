import Testing

@Suite("What was said to be recorded")
struct RecordedMeansOnDiskTests {
    @Test(
        "is in a file of the name that was given, whatever SQLite makes of such a name",
        arguments: [
            ":memory:", "file:x.db?mode=memory", "file:y.db", "file::memory:?cache=shared", "a b%20?#.db",
            "./-x.db",
        ])
    func names(store: String) throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        let made = try place.run("init", "--store=\(store)")
        #expect(made.code == 0, "\(made.errors)")
        let imported = try place.run("import", "in.ndjson", "--store=\(store)")
        #expect(imported.code == 0, "\(imported.errors)")
        #expect(place.names.contains(store.hasPrefix("./") ? String(store.dropFirst(2)) : store))
        let cases = try place.run("cases", "--csv", "--store=\(store)")
        #expect(cases.output.split(separator: "\n").count == 2, "\(cases.errors)")
        // Nowhere else.
        #expect(!place.has("x.db") && !place.has("y.db"))
    }

    @Test("an empty name is told", arguments: ["init", "cases", "doctor"])
    func empty(command: String) throws {
        let place = try Workplace()
        let ending = try place.run(command, "--store", "")
        #expect(ending.code == 3)
        #expect(ending.errors.contains("the store's name is empty"), "\(ending.errors)")
    }
}
