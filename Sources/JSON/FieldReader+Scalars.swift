import Basics

/// Strings, numbers and booleans. A value of another type throws `.unexpectedType`. If the field is absent, the plain
/// methods throw `.missingField`; if it is null, `.unexpectedType`; the optional ones return nil for both.
extension FieldReader {
    /// Reads a string; throws `.invalidUTF8` if it is not valid. O(bytes).
    public mutating func string(_ key: StaticString) throws(JSONError) -> String {
        try locate(key)
        return try stringValue()
    }

    /// Like `string`, but nil if the field is absent or null.
    public mutating func optionalString(_ key: StaticString) throws(JSONError) -> String? {
        guard try locateNonNull(key) else { return nil }
        return try stringValue()
    }

    /// Reads an integer without fraction and exponent; throws `.numberOutOfRange`.
    public mutating func int64(_ key: StaticString) throws(JSONError) -> Int64 {
        try locate(key)
        return try int64Value()
    }

    /// Like `int64`, but nil if the field is absent or null.
    public mutating func optionalInt64(_ key: StaticString) throws(JSONError) -> Int64? {
        guard try locateNonNull(key) else { return nil }
        return try int64Value()
    }

    /// Reads a number as the nearest double; throws `.numberOutOfRange` beyond the largest.
    public mutating func double(_ key: StaticString) throws(JSONError) -> Double {
        try locate(key)
        return try doubleValue()
    }

    /// Reads `true` or `false`.
    public mutating func bool(_ key: StaticString) throws(JSONError) -> Bool {
        try locate(key)
        return try boolValue()
    }

    /// Like `bool`, but nil if the field is absent or null.
    public mutating func optionalBool(_ key: StaticString) throws(JSONError) -> Bool? {
        guard try locateNonNull(key) else { return nil }
        return try boolValue()
    }

    /// Reads 128 bits from 32 lower-case hexadecimal digits; throws `.malformed` for any other string.
    public mutating func hex(_ key: StaticString) throws(JSONError) -> (high: UInt64, low: UInt64) {
        try locate(key)
        return try hexValue()
    }

    /// Like `hex`, but nil if the field is absent or null.
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
        guard let high = HexadecimalWord.value(of: first), let low = HexadecimalWord.value(of: second) else {
            return nil
        }
        return UInt64(high) << 32 | UInt64(low)
    }
}
