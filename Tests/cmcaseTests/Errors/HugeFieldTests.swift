import Foundation
import Testing

@Suite("Gigantic fields")
struct HugeFieldTests {
    /// Writes a file of a start, many megabytes of one letter, and an end.
    private func huge(_ place: Workplace, _ name: String, _ start: String, megabytes: Int, _ end: String) throws {
        let path: String = try place.write(start, to: name)
        let file = try #require(FileHandle(forWritingAtPath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        let megabyte = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<megabytes { try file.write(contentsOf: megabyte) }
        try file.write(contentsOf: Data(end.utf8))
    }

    @Test("a field of 100 MB is rejected in little memory, and the rest comes in")
    func csv() throws {
        let place = try Workplace()
        let header = "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n"
        let row = "1,ana,True,Thu Jan 01 10:00:00 +0000 2026,short,\n"
        let long = "2,ben,True,Thu Jan 01 10:00:00 +0000 2026,\""
        try huge(
            place, "in.csv", header + row + long, megabytes: 100,
            "\",\n3,cleo,True,Thu Jan 01 10:00:00 +0000 2026,end,1\n")
        // 150 MB for all data of the process: beyond that it is given no memory and dies.
        let ending = try place.shell("ulimit -d 153600; cmcase import in.csv --mapping support-threads --json")
        #expect(ending.code == 0, "\(ending.errors)")
        let value = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        #expect(value["read"] as? Int == 3)
        #expect(value["mentions"] as? Int == 2)
        #expect(value["rejected"] as? Int == 1)
        #expect(try place.text(of: "in.rejects.csv.reasons.csv").contains("\"2\",\"3\",\"\",\"too-long\","))
        let size: Int? = try FileManager.default.attributesOfItem(atPath: place.path("in.rejects.csv"))[.size] as? Int
        #expect(size == header.utf8.count + long.utf8.count + 100 << 20 + 3)
    }

    @Test("a line of 20 MB is rejected, and a text of 5 MB comes in and can be shown")
    func ndjson() throws {
        let place = try Workplace()
        let line = #"{"author":"ana","channel":"twitter","time":"2026-01-01T00:00:00Z","id":"#
        try huge(place, "long.ndjson", line + #""1","text":""#, megabytes: 5, "\"}\n")
        try huge(place, "longer.ndjson", line + #""2","text":""#, megabytes: 20, "\"}\n")
        let ending = try place.shell(
            "cat long.ndjson longer.ndjson > in.ndjson; ulimit -d 307200; cmcase import in.ndjson --json")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(ending.output.contains("\"mentions\":1,"))
        #expect(ending.output.contains("\"rejected\":1,"))
        #expect(try place.question("cases")["total"] as? Int == 1)
        let table = try place.run("cases")
        #expect(table.code == 0 && table.lines.count == 3)
        #expect(table.output.utf8.count > 5 << 20)
    }
}
