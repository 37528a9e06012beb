import Foundation
import Testing

@Suite("Sources that can't be taken in")
struct SourceErrorTests {
    /// A source, how it is imported, and the whole sentence.
    struct Refused: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]?
        var mapping = "support-threads"
        var sentence: String
        var testDescription: String { name }
    }

    private static let header = "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n"
    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static let refused: [Refused] = [
        Refused(
            name: "missing.csv",
            sentence: "missing.csv can't be read: No such file or directory; check the path and its permissions"),
        Refused(name: ".", sentence: ". is not a file; name a file, or - for standard input"),
        Refused(name: "/dev/zero", sentence: "/dev/zero is not a file; name a file, or - for standard input"),
        Refused(
            name: "empty.csv", bytes: [], sentence: "empty.csv: the file is empty; check that its export finished"),
        Refused(
            name: "blank.ndjson", bytes: Array("\n \n".utf8), mapping: "canonical",
            sentence: "blank.ndjson: the file is empty; check that its export finished"),
        Refused(
            name: "wide.csv", bytes: utf16(header),
            sentence: "wide.csv: the file's text is UTF-16, not UTF-8; "
                + "convert it with: iconv -f UTF-16 -t UTF-8 FILE > NEWFILE"),
        Refused(
            name: "packed.csv", bytes: [0x1F, 0x8B, 8, 0, 0, 0],
            sentence: "packed.csv: the file is compressed with gzip; unpack it with: gunzip -k FILE"),
        Refused(
            name: "sheet.csv", bytes: [0x50, 0x4B, 3, 4, 20, 0, 6],
            sentence:
                "sheet.csv: the file is a ZIP archive or a spreadsheet; unpack it, or save the sheet as CSV in UTF-8"),
        Refused(
            name: "binary.csv", bytes: [1, 2, 3, 0, 0, 7, 0, 0, 0],
            sentence: "binary.csv: the file is not text: byte 3 is NUL; give a CSV or NDJSON file in UTF-8"),
        Refused(
            name: "array.ndjson", bytes: Array("[{}]".utf8), mapping: "canonical",
            sentence: "array.ndjson: the file is one JSON array, and the mapping reads one object a line; "
                + "convert it with: jq -c '.[]' FILE > NEWFILE"),
        Refused(
            name: "lines.csv", bytes: Array("{\"id\":1}\n".utf8),
            sentence: "lines.csv: the file begins like JSON, and the mapping reads CSV; "
                + "choose a mapping whose format is ndjson"),
        Refused(
            name: "table.ndjson", bytes: Array(header.utf8), mapping: "canonical",
            sentence: "table.ndjson: the mapping reads one JSON object a line, and the file doesn't begin with {; "
                + "choose a mapping whose format is csv if it is one"),
    ]

    @Test("is told with what is wrong, where and what to do, and no store is made", arguments: refused)
    func sentence(_ source: Refused) throws {
        let place = try Workplace()
        if let bytes = source.bytes { try place.write(bytes, to: source.name) }
        let names: [String] = place.names
        let ending = try place.run("import", source.name, "--mapping", source.mapping)
        #expect(ending.errors == "cmcase: \(source.sentence)\n")
        #expect(ending.code == 2)
        #expect(ending.output == "")
        #expect(place.names == names)
    }

    @Test("a header without the columns says which are missing and which are there")
    func columns() throws {
        let place = try Workplace()
        try place.write("tweet_id,author,inbound,created_at,text\n", to: "in.csv")
        let ending = try place.run("import", "in.csv", "--mapping", "support-threads")
        #expect(ending.code == 2)
        #expect(
            ending.errors == "cmcase: in.csv: the header lacks the columns author_id (is it author?), "
                + "in_response_to_tweet_id; found: tweet_id, author, inbound, created_at, text; "
                + "rename the columns or adapt the mapping\n")
    }

    @Test("a mapping that is missing, unknown or wrong is told by its name")
    func mappings() throws {
        let place = try Workplace()
        try place.write(Self.header, to: "in.csv")
        let none = try place.run("import", "in.csv")
        #expect(none.code == 2)
        #expect(
            none.errors == "cmcase: say with --mapping which column is what: "
                + "support-threads, labelled-mentions, canonical, or a YAML file\n")
        let unknown = try place.run("import", "in.csv", "--mapping", "suport-threads")
        #expect(unknown.code == 2)
        #expect(
            unknown.errors == "cmcase: there is no mapping suport-threads; built in are "
                + "support-threads, labelled-mentions, canonical, or name a YAML file\n")
        let missing = try place.run("import", "in.csv", "--mapping", "mine.yaml")
        #expect(missing.code == 2)
        #expect(missing.errors == "cmcase: mine.yaml can't be read: No such file or directory\n")
        try place.write("format: csv\ncolumns: {id: tweet_id, author: a, text: t, tiem: w}\n", to: "mine.yaml")
        let wrong = try place.run("import", "in.csv", "--mapping", "mine.yaml")
        #expect(wrong.code == 2)
        #expect(wrong.errors.hasPrefix("cmcase: mine.yaml: "))
        #expect(wrong.errors.contains("tiem"))
        let folder = try place.run("import", "in.csv", "--mapping", ".")
        #expect(folder.code == 2)
        #expect(folder.errors == "cmcase: . can't be read; name a file, not a folder\n")
        #expect(place.names == ["in.csv", "mine.yaml"])
    }

    @Test("empty standard input is told as such")
    func standardInput() throws {
        let ending = try Workplace().run("import", "-", "--mapping", "canonical")
        #expect(ending.code == 2)
        #expect(ending.errors == "cmcase: standard input: the file is empty; check that its export finished\n")
    }

    @Test("a rejects file that can't be written is told, and nothing is recorded")
    func rejectsPlace() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + "{oops\n", to: "in.ndjson")
        let ending = try place.run("import", "in.ndjson", "--rejects", "nowhere/rejects.ndjson")
        #expect(ending.code == 2)
        #expect(ending.errors.hasPrefix("cmcase: nowhere/rejects.ndjson can't be written (No such file or directory)"))
        #expect(place.names == ["in.ndjson"])
    }

    @Test("the hostile files are taken in or told, without a crash")
    func hostile() throws {
        let shared: String =
            ProcessInfo.processInfo.environment["CMCASE_SHARED_DATA"]
            ?? Workplace.sample + "/../../../shared/data"
        let folder: String = shared + "/hostile/csv-spectrum/csvs"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let place = try Workplace()
            for mapping in ["support-threads", "labelled-mentions", "canonical"] {
                let ending = try place.run("import", folder + "/" + name, "--mapping", mapping)
                #expect(ending.code == 2, "\(name)")
                #expect(ending.errors.hasPrefix("cmcase: \(folder)/\(name): "), "\(name)")
            }
            #expect(place.names == [])
        }
    }
}
