import Basics
internal import CaseModel

/// Which field of a CSV record holds what, as the header and the mapping say.
struct CSVLayout: Sendable {
    let delimiter: UInt8
    let columnCount: Int
    /// For each column its slot among those that are read, or -1.
    let slotOfColumn: [Int]
    /// For each `SourceField` the slot of its column, or -1.
    let slotOfField: [Int]
    let slotCount: Int

    /// Finds the mapping's columns in the header.
    init(header: Record, delimiter: UInt8, mapping: SourceMapping) throws(SourceRefusal) {
        switch header.problem {
        case .tooLong(let limit): throw .brokenHeader(.tooLong(bytes: header.length, limit: limit))
        case .unterminatedQuote: throw .brokenHeader(.unterminatedQuote)
        case nil: break
        }
        let found = try columnNames(of: header.bytes, delimiter: delimiter)
        let wanted = Set(mapping.columns.values)
        let missing = wanted.subtracting(found).sorted()
        guard missing.isEmpty else {
            let others = found.filter { !wanted.contains($0) }
            throw .missingColumns(
                missing.map { SourceRefusal.MissingColumn(name: $0, nearest: nearestName(to: $0, in: others)) },
                found: found, delimiter: otherDelimiter(header.bytes, found: found))
        }
        let ambiguous = wanted.filter { name in found.count { $0 == name } > 1 }
        guard ambiguous.isEmpty else { throw .ambiguousColumns(ambiguous.sorted()) }

        let slots = Dictionary(uniqueKeysWithValues: found.filter(wanted.contains).enumerated().map { ($1, $0) })
        self.delimiter = delimiter
        columnCount = found.count
        slotCount = slots.count
        slotOfColumn = found.map { slots[$0] ?? -1 }
        slotOfField = SourceField.allCases.map { field in mapping.columns[field].flatMap { slots[$0] } ?? -1 }
    }
}

private func columnNames(of header: UnsafeRawBufferPointer, delimiter: UInt8) throws(SourceRefusal) -> [String] {
    var names: [String] = []
    do {
        try forEachCSVField(of: header, delimiter: delimiter) { (field) throws(RejectionReason) in
            let bytes = field.unquoted(in: header)
            let name = try bytes.withUnsafeBufferPointer { (bytes) throws(RejectionReason) in
                try text(of: trimmed(UnsafeRawBufferPointer(bytes)))
            }
            names.append(name)
        }
    } catch .invalidUTF8 {
        throw .otherEncoding("WINDOWS-1252")
    } catch {
        throw .brokenHeader(error)
    }
    return names
}

/// A delimiter that the header seems to use instead, where it has but one column.
private func otherDelimiter(_ header: UnsafeRawBufferPointer, found: [String]) -> UInt8? {
    guard found.count == 1 else { return nil }
    return [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: ",")].first(where: header.contains)
}
