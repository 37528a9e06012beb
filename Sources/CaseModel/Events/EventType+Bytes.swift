extension EventType {
    /// Finds a type by the UTF-8 of its name, without creating a string; nil if unknown. O(bytes).
    package init?(bytes: UnsafeRawBufferPointer) {
        guard let type = Self.table.type(named: bytes) else { return nil }
        self = type
    }

    private static let table = NameTable()
}

/// An open-addressing hash table of the names, by 64-bit FNV-1a.
private struct NameTable {
    private struct Entry {
        var hash: UInt64
        var type: EventType
        /// The bytes of the name in `names`.
        var range: Range<Int>
    }

    /// A power of two, more than four times the number of names, so that probing is short and always ends at an empty
    /// slot.
    private static let size = 256

    private var slots: [Entry?]
    private var names: [UInt8] = []

    init() {
        slots = Array(repeating: nil, count: Self.size)
        for type in EventType.allCases {
            let name = Array(type.rawValue.utf8)
            let hash = name.withUnsafeBytes { Self.hash($0) }
            var slot = Self.slot(hash)
            while slots[slot] != nil { slot = Self.slot(slot + 1) }
            slots[slot] = Entry(hash: hash, type: type, range: names.count..<(names.count + name.count))
            names += name
        }
    }

    func type(named bytes: UnsafeRawBufferPointer) -> EventType? {
        let hash = Self.hash(bytes)
        var slot = Self.slot(hash)
        while let entry = slots[slot] {
            if entry.hash == hash, entry.range.count == bytes.count, isName(entry.range, bytes) { return entry.type }
            slot = Self.slot(slot + 1)
        }
        return nil
    }

    private func isName(_ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        names.withUnsafeBytes { names in
            for index in bytes.indices where bytes[index] != names[range.lowerBound + index] { return false }
            return true
        }
    }

    /// FNV-1a with the offset basis and prime of draft-eastlake-fnv.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    private static func slot(_ number: some BinaryInteger) -> Int { Int(truncatingIfNeeded: number) & (size - 1) }
}
