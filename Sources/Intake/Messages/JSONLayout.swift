/// Which key of a JSON object holds what, as the mapping says.
struct JSONLayout: Sendable {
    /// A key that the mapping reads.
    struct Key: Sendable {
        let bytes: [UInt8]
        /// The first eight of them, for telling most keys apart at once.
        let start: UInt64
        let fields: [SourceField]
    }

    let fieldsOfKey: [String: [SourceField]]
    /// The same in the order of the fields, at most one a field.
    let keys: [Key]
    let isStrict: Bool

    init(_ mapping: SourceMapping) {
        let fieldsOfKey = Dictionary(grouping: mapping.columns.keys) { mapping.columns[$0] ?? "" }
        self.fieldsOfKey = fieldsOfKey
        isStrict = mapping.isStrict
        keys = fieldsOfKey.map { name, fields in
            let bytes = Array(name.utf8)
            return Key(bytes: bytes, start: bytes.withUnsafeBytes { firstEight(of: $0) }, fields: fields.sorted())
        }.sorted { $0.fields[0] < $1.fields[0] }
    }

    /// Which of the keys stands at a place of a record; most often it is the one guessed. O(keys).
    func index(ofKey range: Range<Int>, in record: UnsafeRawBufferPointer, guess: Int) -> Int? {
        let key = UnsafeRawBufferPointer(rebasing: record[range])
        let start = firstEight(of: key)
        var index = guess
        for _ in keys.indices {
            if index >= keys.count { index = 0 }
            if keys[index].start == start, keys[index].bytes.count == key.count, keys[index].bytes.elementsEqual(key) {
                return index
            }
            index &+= 1
        }
        return nil
    }
}

/// The first eight bytes as one word, zeros behind fewer.
private func firstEight(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    if bytes.count >= 8 { return bytes.loadUnaligned(as: UInt64.self) }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
}

extension SourceField: Comparable {
    static func < (one: SourceField, other: SourceField) -> Bool { one.rawValue < other.rawValue }
}
