/// Arrays of scalars. An absent field and null read as an empty array.
extension FieldReader {
    /// Reads an array of strings. O(its bytes).
    public mutating func strings(_ key: StaticString) throws(JSONError) -> [String] {
        var values: [String] = []
        var elements = try beginElements(key)
        while try hasElement(&elements) { values.append(try stringValue()) }
        return values
    }

    /// Reads an array of integers, each as `int64` reads it. O(its bytes).
    public mutating func int64s(_ key: StaticString) throws(JSONError) -> [Int64] {
        var values: [Int64] = []
        var elements = try beginElements(key)
        while try hasElement(&elements) { values.append(try int64Value()) }
        return values
    }

    /// How far an array was read.
    @usableFromInline
    enum Elements {
        case absent, first, later
    }

    @usableFromInline
    mutating func beginElements(_ key: StaticString) throws(JSONError) -> Elements {
        guard try locateNonNull(key) else { return .absent }
        guard cursor.byte == UInt8(ascii: "[") else { throw cursor.mismatch() }
        cursor.offset += 1
        return .first
    }

    /// Moves to the next element; returns false after the array.
    @usableFromInline
    mutating func hasElement(_ elements: inout Elements) throws(JSONError) -> Bool {
        guard elements != .absent else { return false }
        cursor.skipWhitespace()
        if cursor.byte == UInt8(ascii: "]") {
            cursor.offset += 1
            endValue()
            return false
        }
        if elements == .later {
            try cursor.consume(UInt8(ascii: ","))
            cursor.skipWhitespace()
        }
        elements = .later
        return true
    }
}
