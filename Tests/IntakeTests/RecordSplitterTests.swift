import Basics
import Intake
import Testing

@Suite("Cutting bytes into records")
struct RecordSplitterTests {
    @Test("the first record end outside quotes decides for the file")
    func recordEnds() {
        #expect(SourceSample("a,b\n1,x\ry\n").texts() == ["a,b", "1,x\ry"])
        #expect(SourceSample("a,b\r\n1,x\ry\r\n2,x\ny\r\n").texts() == ["a,b", "1,x\ry", "2,x\ny"])
        #expect(SourceSample("a,b\r1,x\ny\r2,z").texts() == ["a,b", "1,x\ny", "2,z"])
        #expect(SourceSample("\"a\r\n\",b\n1,2\n").texts() == ["\"a\r\n\",b", "1,2"])
    }

    @Test("a carriage return directly before the line feed belongs to the record end")
    func mixedRecordEnds() {
        #expect(SourceSample("a,b\n1,2\r\n\"3\",\"4\"\r\n").texts() == ["a,b", "1,2", "\"3\",\"4\""])
    }

    @Test("what stands in quotes ends nothing")
    func quotedRecordEnds() {
        #expect(
            SourceSample("a\n\"1\n\"\"2\"\"\r\n3\",\"x\ny\"\n4").texts() == [
                "a", "\"1\n\"\"2\"\"\r\n3\",\"x\ny\"", "4",
            ])
    }

    @Test("a quote inside an unquoted field is data")
    func quoteInside() {
        #expect(SourceSample("a,b\n37'37.8\"N,1\n5\",\"6\n7\"\n").texts() == ["a,b", "37'37.8\"N,1", "5\",\"6\n7\""])
    }

    @Test("a byte order mark is skipped, half of one is data")
    func byteOrderMark() {
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a\n1".utf8)
        for chunkSize in [1, 2, 100] {
            let records = SourceSample(bytes: marked, chunkSize: chunkSize).records()
            #expect(records.map(\.text) == ["a", "1"])
            #expect(records.map(\.offset) == [3, 5])
            let half = SourceSample(bytes: [0xEF, 0xBB, 0x0A, 0x31], chunkSize: chunkSize).records()
            #expect(half.map(\.length) == [2, 1])
        }
        #expect(SourceSample(bytes: [0xEF, 0xBB, 0xBF]).records().isEmpty)
        #expect(SourceSample(bytes: [0xEF]).records().map(\.length) == [1])
    }

    @Test("offset, number and physical line of each record")
    func places() {
        let records = SourceSample("\na,b\n\n\"1\n2\",3\r\n4,5").records()
        #expect(
            records == [
                .init(text: "a,b", offset: 1, length: 3, number: 0, line: 2),
                .init(text: "\"1\n2\",3", offset: 6, length: 7, number: 1, line: 4),
                .init(text: "4,5", offset: 15, length: 3, number: 2, line: 6),
            ])
        #expect(SourceSample("a\r\"1\n\r2\"\r3").records().map(\.line) == [1, 2, 4])
    }

    @Test("blank lines are no records, an empty last field is kept")
    func blankLines() {
        #expect(SourceSample("a,b\n1,\n\n\n").texts() == ["a,b", "1,"])
        #expect(SourceSample("a,b\r\n1,\r\n\r\n").texts() == ["a,b", "1,"])
        #expect(SourceSample("").texts() == [])
        #expect(SourceSample("\n\n").texts() == [])
    }

    @Test("a record over the limit is reported without its bytes, and the next one goes on", arguments: [1, 3, 100])
    func tooLong(chunkSize: Int) {
        let sample = SourceSample("a\r\n12345678\r\n123456789\r\n1\r\n", chunkSize: chunkSize)
        #expect(
            sample.records(maximumRecordBytes: 8) == [
                .init(text: "a", offset: 0, length: 1, number: 0, line: 1),
                .init(text: "12345678", offset: 3, length: 8, number: 1, line: 2),
                .init(text: "", offset: 13, length: 9, number: 2, line: 3, problem: .tooLong(limit: 8)),
                .init(text: "1", offset: 24, length: 1, number: 3, line: 4),
            ])
    }

    @Test("a quote that is never closed takes the rest of the file, and is reported", arguments: [1, 100])
    func unterminatedQuote(chunkSize: Int) {
        let sample = SourceSample("a\n1\n\"2\n3\n", chunkSize: chunkSize)
        let last = SourceSample.Copy(
            text: "\"2\n3\n", offset: 4, length: 5, number: 2, line: 3, problem: .unterminatedQuote)
        #expect(sample.records().last == last)
        let tooLong = SourceSample.Copy(text: "", offset: 4, length: 5, number: 2, line: 3, problem: .unterminatedQuote)
        #expect(sample.records(maximumRecordBytes: 4).last == tooLong)
    }

    @Test("another delimiter decides where fields start")
    func delimiters() {
        #expect(SourceSample("a;b\n1;\"2\n3\"\n").texts(.csv(delimiter: UInt8(ascii: ";"))) == ["a;b", "1;\"2\n3\""])
        #expect(SourceSample("a\tb\n1,\"2\n3\"\n").texts(.tsv) == ["a\tb", "1,\"2", "3\""])
    }

    @Test("NDJSON: a line is a record, counted from 1; white space alone is none", arguments: [1, 100])
    func lines(chunkSize: Int) {
        let sample = SourceSample("{\"a\":\"\\\"\"}\r\n \t\r\n{}\n{", chunkSize: chunkSize)
        #expect(
            sample.records(.ndjson) == [
                .init(text: "{\"a\":\"\\\"\"}", offset: 0, length: 10, number: 1, line: 1),
                .init(text: "{}", offset: 16, length: 2, number: 2, line: 3),
                .init(text: "{", offset: 19, length: 1, number: 3, line: 4),
            ])
    }

    @Test("the size of the chunks makes no difference", arguments: 0..<200 as Range<UInt64>)
    func chunkSizes(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let alphabet: [UInt8] = [0x22, 0x22, 0x0A, 0x0A, 0x0D, 0x0D, 0x2C, 0x2C, 0x61, 0x20, 0xEF, 0xBB, 0xBF]
        let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        for format in [SourceFormat.csv, .ndjson] {
            let whole = SourceSample(bytes: bytes).records(format, maximumRecordBytes: 12)
            for chunkSize in [1, 2, 3, 7] {
                let parts = SourceSample(bytes: bytes, chunkSize: chunkSize).records(format, maximumRecordBytes: 12)
                #expect(parts == whole, "seed \(seed), chunks of \(chunkSize)")
            }
        }
    }
}
