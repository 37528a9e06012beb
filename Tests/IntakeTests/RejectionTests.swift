import Basics
import CaseModel
import CustomDump
import Intake
import Testing

@Suite("Rejecting a record")
struct RejectionTests {
    @Test(
        "CSV: each reason, with row, line and column, and the next record goes on",
        arguments: [
            ("1,a", "row 1 (line 2): the record has 2 fields and the header 5; quote fields that hold the delimiter"),
            (
                "1,a,,2026-11-22T10:00Z,,",
                "row 1 (line 2): the record has 6 fields and the header 5; quote fields that hold the delimiter"
            ),
            (
                "1,a,\"secret\"words,2026-11-22T10:00Z,",
                "row 1 (line 2): text follows a closing quote; double the quotes inside a quoted field"
            ),
            ("1,a,se\u{0}cret,2026-11-22T10:00Z,", "row 1 (line 2): the record holds a NUL byte; remove it"),
            (" ,a,x,2026-11-22T10:00Z,", "row 1 (line 2), Id: the value is missing"),
            ("1,,x,2026-11-22T10:00Z,", "row 1 (line 2), Who: the value is missing"),
            ("1,a,x,,", "row 1 (line 2), When: the value is missing"),
            ("1\u{1}2,a,x,2026-11-22T10:00Z,", "row 1 (line 2), Id: the value holds a control character; remove it"),
            (
                "1,a\u{85}b,x,2026-11-22T10:00Z,",
                "row 1 (line 2), Who: the value holds a control character; remove it"
            ),
            (
                String(repeating: "7", count: 513) + ",a,x,2026-11-22T10:00Z,",
                "row 1 (line 2), Id: the value is longer than 512 bytes"
            ),
            (
                "1.7E+17,a,x,2026-11-22T10:00Z,",
                "row 1 (line 2), Id: the id is written as a spreadsheet writes numbers and may have lost digits; export the "
                    + "column as text again, or name the column under idsAsWritten in the mapping if the source writes its "
                    + "ids so"
            ),
            (
                "1.5,a,x,2026-11-22T10:00Z,",
                "row 1 (line 2), Id: the id is written as a spreadsheet writes numbers and may have lost digits; export the "
                    + "column as text again, or name the column under idsAsWritten in the mapping if the source writes its "
                    + "ids so"
            ),
            (
                "1,a,x,2026-02-30T10:00Z,",
                "row 1 (line 2), When: the time is not of the form 2026-11-22T10:00:00+01:00, or no calendar has it"
            ),
            (
                "1,a,x,2026-11-22T10:00,",
                "row 1 (line 2), When: the time doesn't say its offset from UTC; give the mapping a zone under time"
            ),
            (
                "1,a,x,1969-12-31T10:00Z,",
                "row 1 (line 2), When: the time lies outside the years 1970 to 9999"
            ),
            (
                "1,a,x,2026-11-23T12:00:01Z,",
                "row 1 (line 2), When: the time lies more than a day in the future; check the clock, the zone and the "
                    + "time's form"
            ),
            (
                "1,a,x,2026-11-22T10:00Z,furious",
                "row 1 (line 2), Mood: the value is not one of those expected: bad, good"
            ),
            (
                "1,a,x,2026-11-22T10:00Z,bad",
                "row 1 (line 2), targets: a complaint needs a target: product, brand or both"
            ),
        ] as [(String, String)])
    func csv(row: String, description: String) throws {
        let reading = try SourceSample("Id,Who,What,When,Mood\n" + row + "\n2,b,\"y\",2026-11-23T12:00Z,good\n").read(
            small())
        #expect(diff(reading.reasons, [description]) == nil)
        #expect(reading.messages.map(\.id) == ["2"])
    }

    @Test("bytes that are not UTF-8, in a column that is read; others don't matter")
    func invalidUTF8() throws {
        for invalid in [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98]]
            as [[UInt8]]
        {
            let bytes =
                Array("Id,Who,What,When,Mood,Other\n1,a,x".utf8) + invalid
                + Array("y,2026-11-22T10:00Z,good,\n2,b,,2026-11-22T10:00Z,good,".utf8) + invalid
            let reading = try SourceSample(bytes: bytes).read(small())
            #expect(
                reading.reasons == ["row 1 (line 2), What: the value is not valid UTF-8; convert the file with iconv"])
            #expect(reading.messages.map(\.id) == ["2"])
        }
    }

    @Test("a record that is too long, and a quote never closed")
    func wholeRecords() throws {
        let text = "Id,Who,What,When,Mood\n1,a,\(String(repeating: "x", count: 100)),2026-11-22T10:00Z,good\n2,\"b\n\n"
        #expect(
            diff(
                try SourceSample(text).read(small(), maximumRecordBytes: 64).reasons,
                [
                    "row 1 (line 2): the record is 127 bytes long, and at most 64 are read; look for a quote that is never "
                        + "closed",
                    "row 2 (line 3): a quote is opened and never closed, so all that follows belongs to this record; close or "
                        + "double the quote",
                ]) == nil)
    }

    @Test("numbers, languages and lists that a column gives")
    func numbers() throws {
        let mapping = try SourceMapping(
            yaml: """
                format: csv
                columns: {id: i, author: i, text: i, time: t, reach: r, confidence: c, language: l, polarity: p, topics: o, channel: h}
                constants: {polarity: positive}
                time: {format: unix}
                listSeparator: "|"
                """, name: "m")
        let topics = (0...64).map { "t\($0)" }.joined(separator: "|")
        let reading = try SourceSample(
            """
            i,t,r,c,l,p,o,h
            1,0,-1,,,,,x
            2,0,9223372036854775808,,,,,x
            3,0,many,,,,,x
            4,0,,1.01,,,,x
            5,0,,-0.5,,,,x
            6,0,,nan,,,,x
            7,0,,0x1,,,,x
            8,0,,,e/s,,,x
            9,0,,,,,\(topics),x
            10,0,,,,,,my channel
            11,0,,,,,,
            12,9e9,,,,,,x
            13,1.5,12.00,1e-3,es,spam,a||b|a,X
            """
        ).read(mapping)
        #expect(
            diff(
                reading.reasons,
                [
                    "row 1 (line 2), r: the number is negative or too large",
                    "row 2 (line 3), r: the number is negative or too large",
                    "row 3 (line 4), r: the value is not a number",
                    "row 4 (line 5), c: a confidence lies between 0 and 1",
                    "row 5 (line 6), c: a confidence lies between 0 and 1",
                    "row 6 (line 7), c: the value is not a number",
                    "row 7 (line 8), c: the value is not a number",
                    "row 8 (line 9), l: a language is a BCP 47 tag such as es or pt-BR",
                    "row 9 (line 10), o: the list has more than 64 elements",
                    "row 10 (line 11), h: a channel's name has 1 to 64 characters of a-z, 0-9, dot, hyphen and underscore",
                    "row 11 (line 12), h: the value is missing",
                    "row 12 (line 13), t: the time is not of the form 1700000000, or no calendar has it",
                ]) == nil)
        #expect(
            diff(
                reading.messages,
                [
                    SourceMessage(
                        channel: Channel("x"), id: "13", author: "13", occurredAt: Timestamp(microseconds: 1_500_000),
                        text: "13", language: "es", reach: 12,
                        label: Label(
                            polarity: .spam, topics: [Topic("a"), Topic("b")], confidence: 0.001, method: .imported))
                ]) == nil)
    }

    @Test(
        "canonical NDJSON: each reason",
        arguments: [
            (
                "{\"id\":",
                "row 1 (line 1): not a JSON object, at byte 6 of the line: the line ends in the middle of a value"
            ),
            (
                "{} x",
                "row 1 (line 1): not a JSON object, at byte 3 of the line: something follows the end of the object"
            ),
            (
                "{\"id\":\"1\",\"id\":\"2\"}",
                "row 1 (line 1): not a JSON object, at byte 10 of the line: a key stands twice"
            ),
            ("7", "row 1 (line 1): not a JSON object, at byte 0 of the line: the value is no object"),
            (object("\"likes\":1"), "row 1 (line 1): the key is unknown: likes; remove it, or map it"),
            (object("\"my secret words\":1"), "row 1 (line 1): a key is unknown; remove it, or map it"),
            (object("\"name\":1"), "row 1 (line 1), name: the value must be a string"),
            (object("\"reach\":\"1\""), "row 1 (line 1), reach: the value must be an integer"),
            (object("\"reach\":1.5"), "row 1 (line 1), reach: the value must be an integer"),
            (object("\"reach\":-1"), "row 1 (line 1), reach: the number is negative or too large"),
            (
                object("\"confidence\":\"1\",\"polarity\":\"spam\""),
                "row 1 (line 1), confidence: the value must be a number"
            ),
            (object("\"targets\":\"brand\""), "row 1 (line 1), targets: the value must be an array of strings"),
            (object("\"topics\":[1]"), "row 1 (line 1), topics: the value must be an array of strings"),
            (
                object("\"polarity\":\"complaint\""),
                "row 1 (line 1), targets: a complaint needs a target: product, brand or both"
            ),
            (
                object("\"polarity\":\"spam\",\"targets\":[\"brand\"]"),
                "row 1 (line 1), targets: only a complaint has targets"
            ),
            (object("\"severity\":\"low\""), "row 1 (line 1), severity: a judgement needs its polarity"),
            (
                object("\"direction\":\"in\""),
                "row 1 (line 1), direction: the value is not one of those expected: theirs, ours"
            ),
            (object("\"link\":\"a\\nb\""), "row 1 (line 1), link: the value holds a control character; remove it"),
            (
                "{\"channel\":\"x\",\"id\":\"1\",\"author\":\"a\",\"time\":\"2026-11-22T10:00Z\"}",
                "row 1 (line 1), text: the value is missing"
            ),
            (
                "{\"id\":\"1\",\"author\":\"a\",\"time\":\"2026-11-22T10:00Z\",\"text\":\"\"}",
                "row 1 (line 1), channel: the value is missing"
            ),
        ] as [(String, String)])
    func canonical(line: String, description: String) throws {
        let reading = try SourceSample(line + "\n" + object("\"name\":\"Jo\"")).read(.canonical)
        #expect(diff(reading.reasons, [description]) == nil)
        #expect(reading.messages.map(\.name) == ["Jo"])
    }

    @Test("NDJSON of others: unknown keys are no matter, numbers and booleans are words, null says nothing")
    func foreignNDJSON() throws {
        let mapping = try SourceMapping(
            yaml: """
                format: ndjson
                columns: {id: id, author: user, text: body, time: at, direction: inbound, topics: tags}
                values: {direction: {true: theirs, false: ours}}
                constants: {channel: forum, polarity: question}
                time: {format: unix-ms}
                """, name: "forum")
        let reading = try SourceSample(
            """
            {"id":12345678901234567890,"user":"a","body":"?","at":1700000000123,"inbound":false,"tags":["x",7],"n":{"m":[]}}
            {"id":"2","user":"a","body":"?","at":1700000000123,"inbound":null,"tags":"x|y"}
            {"id":"3","user":["a"],"body":"?","at":1700000000123}
            """
        ).read(mapping)
        #expect(reading.reasons == ["row 3 (line 3), user: the value must be a string, a number or a boolean"])
        #expect(reading.messages.map(\.id) == ["12345678901234567890", "2"])
        #expect(reading.messages.map(\.direction) == [.ours, .theirs])
        #expect(reading.messages.map { $0.label?.topics } == [[Topic("x"), Topic("7")], [Topic("x|y")]])
        #expect(reading.messages.first?.occurredAt == Timestamp(microseconds: 1_700_000_000_123_000))
    }

    @Test("random bytes are read or rejected, in any chunks alike", arguments: 0..<100 as Range<UInt64>)
    func randomBytes(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = Array("Id,Who,What,When,Mood\n1,a,\"x\",2026-11-22T10:00Z,good\n2,é,y,2026-11-22T10:00Z,\n".utf8)
        for _ in 0..<6 {
            bytes.insert(
                [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF, 0x80, 0x31].randomElement(using: &generator) ?? 0,
                at: Int.random(in: 22...bytes.count, using: &generator))
        }
        let whole = try SourceSample(bytes: bytes).read(small())
        let parts = try SourceSample(bytes: bytes, chunkSize: 1).read(small())
        #expect(whole.messages == parts.messages, "seed \(seed)")
        #expect(whole.rejections == parts.rejections, "seed \(seed)")
        #expect(whole.messages.count + whole.rejections.count >= 1, "seed \(seed)")
    }

    private func small() throws -> SourceMapping {
        try SourceMapping(
            yaml: """
                format: csv
                columns: {id: Id, author: Who, text: What, time: When, polarity: Mood}
                values: {polarity: {good: positive, bad: complaint}}
                constants: {channel: forum}
                numericIDs: [Id]
                """, name: "small")
    }
}

private func object(_ member: String) -> String {
    "{\"channel\":\"x\",\"id\":\"1\",\"author\":\"a\",\"time\":\"2026-11-22T10:00Z\",\"text\":\"secret\",\(member)}"
}
