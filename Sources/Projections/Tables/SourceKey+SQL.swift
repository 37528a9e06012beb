package import CaseModel
internal import SQLite

extension SourceKey {
    /// Binds the key's 16 bytes as a BLOB.
    func bind(to statement: Statement, _ index: Int32) {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { statement.bind(index, blob: $0) }
    }

    /// The first eight bytes, for indexes.
    var prefix: Int64 { Int64(bitPattern: high) }

    /// From 16 bytes; nil for any other number.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
