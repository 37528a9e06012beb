import CaseModel
import CustomDump
import Foundation
import Intake
import Testing
import YAML

@Suite("Mappings in YAML")
struct SourceMappingYAMLTests {
    @Test("a mapping with every key reads a source")
    func example() throws {
        let mapping = try SourceMapping(yaml: exampleMapping, name: "example")
        #expect(mapping.format == .csv(delimiter: UInt8(ascii: ";")))
        let header =
            "Message Id;In Reply To;Account Id;Account;Display Name;Body;Created;Inbound;Page;Network;Access;Type;"
            + "Lang;Followers;Url;Edit;Nr;Sentiment;Reason;Tags;Priority;Score;Source;Model\n"
        let reading = try SourceSample(
            header
                + "1;2.0;9;@jo;Jo;\"a &amp; b\";5/7/2026 10:30;TRUE;AcmeES;X;DM;rt;spanish;1200.0;http://e.org/1;e1;42.0;"
                + "NEG;Staff,Queue;slow, Other,dear,slow;p1;0.5;bot;m1\n"
                + "2;;8;@acme;Acme;;5/1/2026 10:30;false;;;;;;;;;;;;;;;;\n"
        ).read(mapping)
        #expect(reading.reasons == [])
        #expect(
            diff(
                reading.messages,
                [
                    SourceMessage(
                        channel: Channel("twitter"), id: "1", parent: "2", author: "9", handle: "jo", name: "Jo",
                        brand: Brand("Acme"), occurredAt: Timestamp(seconds: 1_783_240_200), text: "a & b",
                        version: "e1",
                        sequence: SourceSequence(place: 42, list: SourceSequence.list(of: Channel("twitter"))),
                        visibility: .isPrivate, kind: .repost, language: "es", reach: 1200,
                        link: "http://e.org/1",
                        label: Label(
                            polarity: .complaint, targets: [.product, .brand], topics: [Topic("slow"), Topic("dear")],
                            severity: .critical, confidence: 0.5, method: .model, methodVersion: "m1")),
                    SourceMessage(
                        channel: Channel("twitter"), id: "2", direction: .ours, author: "8", handle: "acme",
                        name: "Acme",
                        brand: Brand("acme"), occurredAt: Timestamp(seconds: 1_767_605_400), text: "",
                        label: Label(polarity: .neutral, method: .imported)),
                ]) == nil)
    }

    @Test("the mapping that the documentation shows is one")
    func documented() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let source = try String(
            contentsOf: package.appending(path: "Sources/Intake/Mapping/SourceMapping.swift"), encoding: .utf8)
        let parts = source.components(separatedBy: "/// ```")
        try #require(parts.count == 3)
        let yaml = String(parts[1].dropFirst("yaml\n".count)).replacing("/// ", with: "")
        let mapping = try SourceMapping(
            yaml: yaml.replacing(/strict: true.*/, with: ""), name: "documented")
        #expect(mapping.format == .csv(delimiter: UInt8(ascii: ";")))
    }

    @Test(
        "what is wrong, where, and what is allowed",
        arguments: [
            ("", "mapping m: the value must be keys and values, format and columns among them"),
            ("- a", "mapping m, line 1: the value must be keys and values, format and columns among them"),
            ("a: [", "mapping m, line 2: not YAML: did not find expected node content"),
            ("format: csv\nformat: csv\n", "mapping m, line 1: not YAML: the key format stands twice"),
            (
                "formt: csv",
                "mapping m, line 1, key formt: unknown key, perhaps format; allowed: format, delimiter, columns, values, "
                    + "constants, listSeparator, time, numericIDs, idsAsWritten, nobody, decodeHTML, brandFrom, order, strict"
            ),
            ("format: csv", "mapping m, line 1, key columns: the key is missing"),
            ("columns: {id: a, author: b, text: c, time: d}", "mapping m, line 1, key format: the key is missing"),
            (
                "format: xlsx\n" + columns,
                "mapping m, line 1, key format: the value is not allowed; allowed: csv, tsv, ndjson"
            ),
            ("format: tsv\ndelimiter: x\n" + columns, "mapping m, line 2, key delimiter: only for the format csv"),
            (
                "format: csv\ndelimiter: ab\n" + columns,
                "mapping m, line 2, key delimiter: the value must be one ASCII character, no quote and no line end"
            ),
            (
                "format: csv\ncolumns:\n  id: a\n  author: b\n  time: d\n",
                "mapping m, line 3, key columns.text: the key is missing"
            ),
            ("format: csv\ncolumns: [a]\n", "mapping m, line 2, key columns: the value must be keys and values"),
            (
                "format: csv\ncolumns: {id: [a]}\n",
                "mapping m, line 2, key columns.id: the value must be one value"
            ),
            (
                "format: csv\ncolumns: {id: ''}\n",
                "mapping m, line 2, key columns.id: the value must be the name of a column"
            ),
            ("format: csv\n" + columns, "mapping m, line 1, key constants.channel: the key is missing"),
            (
                base + "constants: {channel: 'a b'}",
                "mapping m, line 4, key constants.channel: the value must be 1 to 64 characters of a-z, 0-9, dot, hyphen "
                    + "and underscore"
            ),
            (
                base + "constants: {channel: a, direction: in}",
                "mapping m, line 4, key constants.direction: the value is not allowed; allowed: theirs, ours"
            ),
            (
                whole + "values: {polarity: {bad: negative}}",
                "mapping m, line 5, key values.polarity.bad: the value is not allowed; allowed: positive, complaint, "
                    + "question, neutral, spam"
            ),
            (
                whole + "values: {polarity: {bad: spam, BAD: neutral}}",
                "mapping m, line 5, key values.polarity: one word, capitals aside, is given two meanings"
            ),
            (
                whole + "time: {format: ISO}",
                "mapping m, line 5, key time.format: the value is not allowed; allowed: iso8601, unix, unix-ms, a pattern "
                    + "such as %Y-%m-%d %H:%M:%S %z"
            ),
            (whole + "time: {format: '%Q'}", "mapping m, line 5, key time.format: the part %Q is unknown"),
            (whole + "time: {format: '%Y-%m-%d %H:%M'}", "mapping m, line 1, key time.zone: the key is missing"),
            (
                whole + "time: {zone: Madrid}",
                "mapping m, line 5, key time.zone: the value is not allowed; allowed: UTC, an offset such as +01:00, an "
                    + "IANA name such as Europe/Madrid"
            ),
            (
                whole + "numericIDs: [e]",
                "mapping m, line 5, key numericIDs: e is no column of this mapping; name one that stands under columns"
            ),
            (whole + "numericIDs: a", "mapping m, line 5, key numericIDs: the value must be a list"),
            (
                whole + "decodeHTML: yes",
                "mapping m, line 5, key decodeHTML: the value is not allowed; allowed: true, false"
            ),
            (
                whole + "brandFrom: text",
                "mapping m, line 5, key brandFrom: the value is not allowed; allowed: author, handle, name"
            ),
            (
                whole + "brandFrom: handle",
                "mapping m, line 5, key brandFrom: handle is no column of this mapping; name one that stands under columns"
            ),
            (whole + "strict: true", "mapping m, line 5, key strict: only for the format ndjson"),
            (String(repeating: "#", count: 70_000), "mapping m: longer than 65536 bytes"),
        ] as [(String, String)])
    func errors(yaml: String, description: String) {
        let error = #expect(throws: YAMLError.self) { try SourceMapping(yaml: yaml, name: "m") }
        #expect(diff(error?.description, description) == nil)
    }

    @Test("rows may be declared to stand in order, instead of a column that numbers them")
    func order() throws {
        #expect(try SourceMapping(yaml: whole + "order: newest-first", name: "m").order == .newestFirst)
        #expect(try SourceMapping(yaml: whole, name: "m").order == nil)
        let mapping = try SourceMapping(yaml: whole + "order: oldest-first", name: "m")
        #expect(try SourceMapping(yaml: mapping.fingerprintText, name: "m") == mapping)
        let wrong = #expect(throws: YAMLError.self) { try SourceMapping(yaml: whole + "order: up", name: "m") }
        #expect(
            wrong?.description
                == "mapping m, line 5, key order: the value is not allowed; allowed: oldest-first, newest-first")
        let numbered = """
            format: csv
            columns: {id: a, author: b, text: c, time: d, sequence: e}
            constants: {channel: x}
            order: oldest-first
            """
        let both = #expect(throws: YAMLError.self) { try SourceMapping(yaml: numbered, name: "m") }
        #expect(
            both?.description
                == "mapping m, line 4, key order: it stands instead of columns.sequence; give one of the two")
    }

    @Test("the fingerprint is YAML of the same mapping, whatever its name and layout")
    func fingerprints() throws {
        let mappings =
            try SourceMapping.builtInNames.compactMap(SourceMapping.builtIn)
            + [SourceMapping(yaml: exampleMapping, name: "example")]
        for mapping in mappings {
            let again = try SourceMapping(yaml: mapping.fingerprintText, name: mapping.name)
            #expect(again == mapping)
            #expect(diff(again.fingerprintText, mapping.fingerprintText) == nil)
        }
        let one = try SourceMapping(yaml: whole + "values: {kind: {A: post, b: reply}}", name: "one")
        let other = try SourceMapping(yaml: whole + "# x\nvalues:\n  kind:\n    B: reply\n    a: post\n", name: "other")
        #expect(one.fingerprintText == other.fingerprintText)
        #expect(Set(mappings.map(\.fingerprintText)).count == 4)
    }

    @Test("the fingerprint of a built-in mapping stands as it is")
    func fingerprintOfLabelledMentions() {
        #expect(
            diff(
                SourceMapping.labelledMentions.fingerprintText,
                """
                format: "csv"
                delimiter: ","
                decodeHTML: true
                numericIDs: ["tweet_id"]
                time:
                  format: "%Y-%m-%d %H:%M:%S %z"
                columns:
                  id: "tweet_id"
                  author: "name"
                  handle: "name"
                  text: "text"
                  time: "tweet_created"
                  brand: "airline"
                  polarity: "airline_sentiment"
                  targets: "negativereason"
                  topics: "negativereason"
                  confidence: "airline_sentiment_confidence"
                constants:
                  direction: "theirs"
                  channel: "twitter"
                  kind: "post"
                  method: "import"
                values:
                  polarity:
                    "negative": "complaint"
                    "neutral": "neutral"
                    "positive": "positive"
                  targets:
                    "customer service issue": "brand"
                    "flight attendant complaints": "brand"
                    "longlines": "brand"
                    default: "product"

                """) == nil)
    }
}

private let columns = "columns: {id: a, author: b, text: c, time: d}\n"
private let base = "format: csv\n# a comment\n" + columns
private let whole = base + "constants: {channel: twitter}\n"
