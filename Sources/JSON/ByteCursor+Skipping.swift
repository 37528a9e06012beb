extension ByteCursor {
    /// Consumes a value of any type. Checks its structure, but neither escapes nor UTF-8.
    @inline(__always)
    mutating func skipValue() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "\""): _ = try scanString()
        case UInt8(ascii: "["), UInt8(ascii: "{"): try skipContainer()
        default: try skipScalar()
        }
    }

    private mutating func skipScalar() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "t"): try consumeLiteral("true")
        case UInt8(ascii: "f"): try consumeLiteral("false")
        case UInt8(ascii: "n"): try consumeLiteral("null")
        default: _ = try scanNumber()
        }
    }

    private mutating func skipContainer() throws(JSONError) {
        // One bit per level, the innermost lowest: 1 for an object, 0 for an array.
        var kinds: UInt64 = 0
        var depth = 0
        repeat {
            skipWhitespace()
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                guard depth < JSONValue.maximumDepth else { throw failure(.tooDeep) }
                depth += 1
                kinds = kinds << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
                offset += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard kinds & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else { throw failure(.malformed) }
                depth -= 1
                kinds >>= 1
                offset += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): offset += 1
            case UInt8(ascii: "\""): _ = try scanString()
            default: try skipScalar()
            }
        } while depth > 0
    }
}
