/// Strings, numbers and booleans. Asking for a type that the value does not have throws `.unexpectedType`; the plain
/// methods throw `.missingField` for an absent field and `.unexpectedType` for null, where the optional ones return nil.
extension FieldReader {
    /// Reads a string; throws `.invalidUTF8` where it is none. O(its bytes).
    public mutating func string(_ key: StaticString) throws(JSONError) -> String {
        try locate(key)
        return try stringValue()
    }

    /// Like `string`, and nil where the field is absent or null.
    public mutating func optionalString(_ key: StaticString) throws(JSONError) -> String? {
        guard try locateNonNull(key) else { return nil }
        return try stringValue()
    }

    /// Reads an integer, written without fraction and exponent; throws `.numberOutOfRange`.
    public mutating func int64(_ key: StaticString) throws(JSONError) -> Int64 {
        try locate(key)
        return try int64Value()
    }

    /// Like `int64`, and nil where the field is absent or null.
    public mutating func optionalInt64(_ key: StaticString) throws(JSONError) -> Int64? {
        guard try locateNonNull(key) else { return nil }
        return try int64Value()
    }

    /// Reads the nearest double to a number; throws `.numberOutOfRange` beyond the largest one.
    public mutating func double(_ key: StaticString) throws(JSONError) -> Double {
        try locate(key)
        return try doubleValue()
    }

    /// Like `double`, and nil where the field is absent or null.
    public mutating func optionalDouble(_ key: StaticString) throws(JSONError) -> Double? {
        guard try locateNonNull(key) else { return nil }
        return try doubleValue()
    }

    /// Reads `true` or `false`.
    public mutating func bool(_ key: StaticString) throws(JSONError) -> Bool {
        try locate(key)
        return try boolValue()
    }

    /// Like `bool`, and nil where the field is absent or null.
    public mutating func optionalBool(_ key: StaticString) throws(JSONError) -> Bool? {
        guard try locateNonNull(key) else { return nil }
        return try boolValue()
    }

    /// Reads 128 bits from a string of exactly 32 lower-case hexadecimal digits; throws `.malformed` for another.
    public mutating func hex(_ key: StaticString) throws(JSONError) -> (high: UInt64, low: UInt64) {
        try locate(key)
        return try hexValue()
    }

    /// Like `hex`, and nil where the field is absent or null.
    public mutating func optionalHex(_ key: StaticString) throws(JSONError) -> (high: UInt64, low: UInt64)? {
        guard try locateNonNull(key) else { return nil }
        return try hexValue()
    }

    @inline(__always)
    mutating func stringValue() throws(JSONError) -> String {
        let string = try cursor.scanString()
        endValue()
        return try cursor.text(of: string)
    }

    @inline(__always)
    mutating func int64Value() throws(JSONError) -> Int64 {
        let value = try cursor.readInt64()
        endValue()
        return value
    }

    @inline(__always)
    private mutating func doubleValue() throws(JSONError) -> Double {
        let value = try cursor.readDouble()
        endValue()
        return value
    }

    @inline(__always)
    private mutating func boolValue() throws(JSONError) -> Bool {
        let value = cursor.byte == UInt8(ascii: "t")
        guard value || cursor.byte == UInt8(ascii: "f") else { throw cursor.mismatch() }
        try cursor.consumeLiteral(value ? "true" : "false")
        endValue()
        return value
    }

    @inline(__always)
    private mutating func hexValue() throws(JSONError) -> (high: UInt64, low: UInt64) {
        let start = cursor.offset
        let digits = try cursor.scanString().range
        let middle = digits.lowerBound + 16
        guard digits.count == 32, let high = hexHalf(at: digits.lowerBound), let low = hexHalf(at: middle) else {
            throw cursor.failure(.malformed, at: start)
        }
        endValue()
        return (high, low)
    }

    @inline(__always)
    private func hexHalf(at start: Int) -> UInt64? {
        let first = UInt64(littleEndian: cursor.bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let second = UInt64(littleEndian: cursor.bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        guard let high = HexDigits.value(of: first), let low = HexDigits.value(of: second) else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }
}
