internal import JSON

/// The members of one flat JSON object that the mapping reads, where they stand in the record: nearly every row is such.
///
/// What it takes, `JSONRow` takes too and lends the same; tests hold the two to that.
struct FlatJSONRow: SourceRow {
    /// Where a value stands.
    private enum Place {
        case nowhere
        case record(Range<Int>)
        case unescaped(Range<Int>)
        case list(Range<Int>)
    }

    private let record: UnsafeRawBufferPointer
    /// By `SourceField`.
    private var places: [Place]
    /// The elements of lists.
    private var elements: [Place] = []
    /// The values that had escapes.
    private var unescaped: [UInt8] = []

    /// Nil where the object is wrong, not flat, or has anything else that `JSONRow` has to look at.
    init?(_ record: UnsafeRawBufferPointer, layout: JSONLayout) {
        self.record = record
        places = [Place](repeating: .nowhere, count: SourceField.allCases.count)
        var reader = FlatObjectReader(record)
        var seen: UInt64 = 0
        var others: [Range<Int>] = []
        var guess = 0
        do {
            while let (key, value) = try reader.next() {
                guard !key.hasEscapes else { return nil }
                guard let index = layout.index(ofKey: key.range, in: record, guess: guess) else {
                    guard !layout.isStrict, addUnknown(key.range, to: &others) else { return nil }
                    // Its escapes are wrong or not, even though nobody reads it.
                    _ = try keep(value, reader)
                    continue
                }
                guess = index &+ 1
                guard seen & 1 << index == 0 else { return nil }
                seen |= 1 << index
                if case .null = value { continue }
                let fields = layout.keys[index].fields
                if layout.isStrict {
                    for field in fields where !field.accepts(value) { return nil }
                }
                let place = try keep(value, reader)
                for field in fields { places[field.rawValue] = place }
            }
        } catch {
            return nil
        }
    }

    /// Notes a key that the mapping doesn't read; false where it stands twice, or where so many are for others to look at.
    private func addUnknown(_ key: Range<Int>, to others: inout [Range<Int>]) -> Bool {
        guard others.count < 64, record[key].allSatisfy({ $0 < 0x80 }) else { return false }
        for other in others where other.count == key.count && record[other].elementsEqual(record[key]) { return false }
        others.append(key)
        return true
    }

    private mutating func keep(_ value: FlatObjectReader.Value, _ reader: FlatObjectReader) throws(JSONError) -> Place {
        switch value {
        case .string(let text): return try keep(text, reader)
        case .number(let range, _), .boolean(let range): return .record(range)
        case .null: return .nowhere
        case .strings:
            let start = elements.count
            for text in reader.elements { elements.append(try keep(text, reader)) }
            return .list(start..<elements.count)
        }
    }

    private mutating func keep(_ text: FlatObjectReader.Text, _ reader: FlatObjectReader) throws(JSONError) -> Place {
        guard text.hasEscapes else { return .record(text.range) }
        let start = unescaped.count
        try reader.appendUnescaped(text, to: &unescaped)
        return .unescaped(start..<unescaped.count)
    }

    func withBytes<Result>(
        of field: SourceField, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result? {
        try lend(places[field.rawValue], body)
    }

    func forEachElement(
        of field: SourceField, separator: UInt8?, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Void
    ) throws(RejectionReason) {
        guard case .list(let range) = places[field.rawValue] else {
            _ = try lend(places[field.rawValue]) { (bytes) throws(RejectionReason) -> Void? in try body(bytes) }
            return
        }
        for element in elements[range] {
            _ = try lend(element) { (bytes) throws(RejectionReason) -> Void? in try body(bytes) }
        }
    }

    private func lend<Result>(
        _ place: Place, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result? {
        switch place {
        case .nowhere: return nil
        case .record(let range): return try body(UnsafeRawBufferPointer(rebasing: record[range]))
        case .unescaped(let range):
            return try unescaped.withUnsafeBufferPointer { (bytes) throws(RejectionReason) in
                try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]))
            }
        case .list: throw .wrongType(expected: "a string, a number or a boolean")
        }
    }
}

extension SourceField {
    /// Whether a value is of the type that this field has in our own form.
    fileprivate func accepts(_ value: FlatObjectReader.Value) -> Bool {
        switch (self, value) {
        case (.targets, .strings), (.topics, .strings), (.reach, .number(_, isInt64: true)),
            (.sequence, .number(_, isInt64: true)), (.confidence, .number):
            true
        case (.targets, _), (.topics, _), (.reach, _), (.sequence, _), (.confidence, _): false
        case (_, .string): true
        default: false
        }
    }
}
