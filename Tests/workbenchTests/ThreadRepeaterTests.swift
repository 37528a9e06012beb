import Foundation
import Testing

@testable import workbench

@Suite struct ThreadRepeaterTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scripts/sample/support.csv").standardizedFileURL.path

    private func lines(_ count: Int, seed: UInt64) throws -> [String] {
        var repeater = ThreadRepeater(try ThreadFile(path: Self.sample), seed: seed)
        return (0..<count).map { _ in String(decoding: repeater.next(), as: UTF8.self) }
    }

    private func fields(of line: String) -> [String] {
        Array(line.utf8.dropLast()).withUnsafeBytes { bytes in
            ThreadFile.fields(of: bytes).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test("the first repetition is the file itself")
    func identity() throws {
        let file = try String(contentsOfFile: Self.sample, encoding: .utf8)
        let header = ThreadFile.columns.joined(separator: ",") + "\n"
        let count = try ThreadFile(path: Self.sample).rows.count
        #expect(try header + lines(count, seed: 1).joined() == file)
    }

    @Test("a further repetition has other ids and customers, the same brands and words, and is earlier")
    func repetition() throws {
        let file = try ThreadFile(path: Self.sample)
        let second = try Array(lines(file.rows.count * 2, seed: 5).suffix(file.rows.count))
        let ids = Set(file.rows.map { String($0.id) })
        for (row, line) in zip(file.rows, second) {
            let fields: [String] = fields(of: line)
            #expect(!ids.contains(fields[1]))
            #expect((fields[2] == row.author) == !row.isTheirs)
            #expect(try #require(ThreadTime.seconds(fields[4])) < row.time)
            if let parent = row.parent, ids.contains(String(parent)) {
                #expect(fields[7].hasSuffix(String(parent) + ".0"))
            }
        }
    }

    @Test("the conversations keep their shape: a message and its parent are as far apart as in the file")
    func shape() throws {
        let file = try ThreadFile(path: Self.sample)
        let count = file.rows.count
        let times = try lines(count * 3, seed: 9).map { line in
            let fields: [String] = fields(of: line)
            return try #require(ThreadTime.seconds(fields[4]))
        }
        let place = Dictionary(uniqueKeysWithValues: file.rows.enumerated().map { ($1.id, $0) })
        for (index, row) in file.rows.enumerated() {
            guard let parent = row.parent.flatMap({ place[$0] }) else { continue }
            #expect(times[2 * count + index] - times[2 * count + parent] == row.time - file.rows[parent].time)
        }
    }
}
