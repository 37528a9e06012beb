import CaseModel
import Intake

/// A source in memory, cut into chunks of one size and read under a mapping.
struct SourceSample {
    var bytes: [UInt8]
    var chunkSize: Int

    init(_ text: String, chunkSize: Int = 1 << 16) {
        self.init(bytes: Array(text.utf8), chunkSize: chunkSize)
    }

    init(bytes: [UInt8], chunkSize: Int = 1 << 16) {
        self.bytes = bytes
        self.chunkSize = chunkSize
    }

    /// A record that outlives the call that lends it.
    struct Copy: Hashable {
        var text: String
        var offset: Int64
        var length: Int
        var number: Int
        var line: Int
        var problem: Record.Problem?
    }

    func records(_ format: SourceFormat = .csv, maximumRecordBytes: Int = 1 << 20) -> [Copy] {
        var copies: [Copy] = []
        var splitter = RecordSplitter(format: format, maximumRecordBytes: maximumRecordBytes)
        split(&splitter) { record in
            copies.append(
                Copy(
                    text: String(decoding: record.bytes, as: UTF8.self), offset: record.offset, length: record.length,
                    number: record.number, line: record.line, problem: record.problem))
        }
        return copies
    }

    func texts(_ format: SourceFormat = .csv) -> [String] { records(format).map(\.text) }

    /// What reading the whole source gives.
    struct Reading {
        var messages: [SourceMessage] = []
        var rejections: [Rejection] = []
        /// What each rejection says.
        var reasons: [String] { rejections.map(\.description) }
    }

    func read(
        _ mapping: SourceMapping, options: IntakeOptions = .test, maximumRecordBytes: Int = 1 << 20
    ) throws -> Reading {
        try bytes.withUnsafeBytes { try mapping.check(firstBytes: $0) }
        var reading = Reading()
        var parser: RecordParser?
        if !mapping.format.hasHeader { parser = try RecordParser(mapping: mapping, header: nil, options: options) }
        var splitter = RecordSplitter(format: mapping.format, maximumRecordBytes: maximumRecordBytes)
        try split(&splitter) { record in
            guard let known = parser else {
                parser = try RecordParser(mapping: mapping, header: record, options: options)
                return
            }
            switch known.message(of: record) {
            case .success(let message): reading.messages.append(message)
            case .failure(let rejection): reading.rejections.append(rejection)
            }
        }
        return reading
    }

    private func split<E: Error>(_ splitter: inout RecordSplitter, _ body: (Record) throws(E) -> Void) throws(E) {
        var start = 0
        while start < bytes.count {
            let end = min(start + chunkSize, bytes.count)
            try bytes[start..<end].withUnsafeBufferPointer { (chunk) throws(E) in
                try splitter.feed(UnsafeRawBufferPointer(chunk), body)
            }
            start = end
        }
        try splitter.finish(body)
    }
}

extension IntakeOptions {
    /// Read on 2026-11-22 at noon.
    static let test = IntakeOptions(now: Timestamp(seconds: 1_795_348_800))
}

extension Timestamp {
    static func of(_ text: String) -> Timestamp? { TimeText.parse(rfc3339: text, defaultOffset: 0) }
}
