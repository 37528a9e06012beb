import CustomDump
import Intake
import Testing

@Suite("Refusing a whole source")
struct SourceRefusalTests {
    @Test(
        "what is no UTF-8 text of the mapping's format",
        arguments: [
            ([], "the file is empty; check that its export finished"),
            ([0xEF, 0xBB, 0xBF, 0x0A, 0x20], "the file is empty; check that its export finished"),
            (
                [0xFF, 0xFE, 0x61, 0x00],
                "the file's text is UTF-16, not UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 FILE > NEWFILE"
            ),
            (
                [0xFE, 0xFF, 0x00, 0x61],
                "the file's text is UTF-16, not UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 FILE > NEWFILE"
            ),
            (
                [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
                "the file's text is UTF-32, not UTF-8; convert it with: iconv -f UTF-32 -t UTF-8 FILE > NEWFILE"
            ),
            (
                [0x69, 0x00, 0x64, 0x00, 0x2C, 0x00],
                "the file's text is UTF-16LE, not UTF-8; convert it with: iconv -f UTF-16LE -t UTF-8 FILE > NEWFILE"
            ),
            (
                [0x00, 0x69, 0x00, 0x64, 0x00, 0x2C],
                "the file's text is UTF-16BE, not UTF-8; convert it with: iconv -f UTF-16BE -t UTF-8 FILE > NEWFILE"
            ),
            (
                [0x69, 0x64, 0x2C, 0x00, 0x2C],
                "the file is not text: byte 3 is NUL; give a CSV or NDJSON file in UTF-8"
            ),
            (
                [0x69, 0x64, 0x0A, 0x00, 0x00, 0x01],
                "the file is not text: byte 3 is NUL; give a CSV or NDJSON file in UTF-8"
            ),
            (
                [0x50, 0x4B, 0x03, 0x04, 0x14],
                "the file is a ZIP archive or a spreadsheet; unpack it, or save the sheet as CSV in UTF-8"
            ),
            ([0x1F, 0x8B, 0x08, 0x00], "the file is compressed with gzip; unpack it with: gunzip -k FILE"),
            (
                Array("{\"id\":1}".utf8),
                "the file begins like JSON, and the mapping reads CSV; choose a mapping whose format is ndjson"
            ),
        ] as [([UInt8], String)])
    func csv(bytes: [UInt8], description: String) {
        #expect(diff(refusal(SourceSample(bytes: bytes), .supportThreads), description) == nil)
    }

    @Test("what is no NDJSON; a bad first line alone is a matter of that line")
    func ndjson() throws {
        #expect(
            diff(
                refusal(SourceSample("id,text\n1,a\n"), .canonical),
                "the mapping reads one JSON object a line, and the file doesn't begin with {; choose a mapping whose format "
                    + "is csv if it is one") == nil)
        #expect(
            diff(
                refusal(SourceSample("[\n{}]"), .canonical),
                "the file is one JSON array, and the mapping reads one object a line; convert it with: "
                    + "jq -c '.[]' FILE > NEWFILE") == nil)
        #expect(try SourceSample("junk\n{}\n").read(.canonical).rejections.count == 2)
    }

    @Test("missing columns are named, with the most alike and all that were found")
    func missingColumns() {
        #expect(
            diff(
                refusal(SourceSample("Tweet ID,author_id,inbond,created_at,text\n"), .supportThreads),
                "the header lacks the columns in_response_to_tweet_id, inbound (is it inbond?), tweet_id (is it Tweet ID?); "
                    + "found: Tweet ID, author_id, inbond, created_at, text; rename the columns or adapt the mapping")
                == nil)
        #expect(
            diff(
                refusal(
                    SourceSample("tweet_id;author_id;inbound;created_at;text;in_response_to_tweet_id\n"),
                    .supportThreads),
                "the header lacks the columns author_id, created_at, in_response_to_tweet_id, inbound, text, tweet_id; "
                    + "found: (66 bytes); it seems to be divided by \";\", so set the mapping's delimiter") == nil)
    }

    @Test("a file without a header doesn't spill a person's words")
    func noHeader() {
        let words = "I am so very angry about all of this, Jo Bloggs of 12 High Street\u{1B}[31m"
        let sentence = refusal(SourceSample("1,\"\(words)\",x\n"), .supportThreads)
        #expect(sentence?.contains("found: 1, (70 bytes), x;") == true)
    }

    @Test("a column that the mapping reads stands once; others may repeat")
    func ambiguousColumns() throws {
        let header = "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id,"
        #expect(
            diff(
                refusal(SourceSample(header + "text\n"), .supportThreads),
                "the header has text more than once, so it isn't clear which one to read; rename the others") == nil)
        #expect(try SourceSample(header + "x,x,,\n").read(.supportThreads).reasons == [])
    }

    @Test("a header that can't be read")
    func brokenHeader() {
        #expect(
            diff(
                refusal(SourceSample("\"a\"b,c\n"), .supportThreads),
                "the header in line 1 can't be read: text follows a closing quote; double the quotes inside a quoted field"
            ) == nil)
        #expect(
            diff(
                refusal(SourceSample("\"a,c\n1,2\n"), .supportThreads),
                "the header in line 1 can't be read: a quote is opened and never closed, so all that follows belongs to this "
                    + "record; close or double the quote") == nil)
        #expect(
            diff(
                refusal(SourceSample(bytes: Array("caf".utf8) + [0xE9] + Array(",b\n".utf8)), .supportThreads),
                "the file's text is WINDOWS-1252, not UTF-8; convert it with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEWFILE"
            ) == nil)
    }

    @Test("CSV without any header is empty")
    func noRecords() {
        #expect(throws: SourceRefusal.empty) {
            try RecordParser(mapping: .supportThreads, header: nil, options: .test)
        }
    }

    private func refusal(_ sample: SourceSample, _ mapping: SourceMapping) -> String? {
        do {
            _ = try sample.read(mapping)
            return nil
        } catch {
            return (error as? SourceRefusal)?.description
        }
    }
}
