import TestSupport
import Testing

extension SharedData {
    static let airline = "airline-sentiment-3-airlines.csv"
    static let support = "support-threads-5000.csv"

    /// One row of a file.
    struct Row {
        fileprivate var fields: [String: String]

        /// The field of a column; throws where the file has no such column.
        func text(_ column: String) throws -> String { try #require(fields[column]) }
    }

    /// The rows of a file, by a reading independent of the one in Intake on purpose.
    static func rows(_ name: String) throws -> [Row] {
        let bytes = try bytes(name)
        var records: [[String]] = [[]]
        var index = 0
        while index < bytes.count {
            var field: [UInt8] = []
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while index < bytes.count {
                    if bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
                    }
                    field.append(bytes[index])
                    index += 1
                }
            }
            while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "\n") {
                field.append(bytes[index])
                index += 1
            }
            records[records.count - 1].append(String(decoding: field, as: UTF8.self))
            if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { records.append([]) }
            index += 1
        }
        let header = records.removeFirst()
        return records.filter { $0.count == header.count }
            .map { Row(fields: Dictionary(uniqueKeysWithValues: zip(header, $0))) }
    }
}
