/// A position in JSON text, with the scanning steps that all readers share.
///
/// Never reads out of bounds, whatever the bytes are. The bytes must outlive the cursor.
struct ByteCursor {
    let bytes: UnsafeRawBufferPointer
    var offset: Int
    /// The requested field, for errors.
    var field: StaticString?

    /// The next byte; 0, which JSON never contains, at the end.
    @inline(__always)
    var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    @inline(__always)
    var isAtEnd: Bool { offset >= bytes.count }

    @inline(__always)
    mutating func skipWhitespace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset &+= 1
        }
    }

    /// Consumes `expected`.
    @inline(__always)
    mutating func consume(_ expected: UInt8) throws(JSONError) {
        guard byte == expected, !isAtEnd else { throw failure(isAtEnd ? .truncated : .malformed) }
        offset &+= 1
    }

    /// Consumes `true`, `false` or `null`.
    @inline(__always)
    mutating func consumeLiteral(_ literal: StaticString) throws(JSONError) {
        let length = literal.utf8CodeUnitCount
        for index in 0..<length {
            guard offset &+ index < bytes.count else { throw failure(.truncated, at: bytes.count) }
            guard bytes[offset &+ index] == literal.utf8Start[index] else { throw failure(.malformed) }
        }
        offset &+= length
    }

    /// Whether the bytes at `start` equal `key`; they must be in bounds.
    @inline(__always)
    func matches(_ key: StaticString, at start: Int) -> Bool {
        let name = UnsafeRawPointer(key.utf8Start)
        let length = key.utf8CodeUnitCount
        var index = 0
        while index &+ 8 <= length {
            guard
                bytes.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
                    == name.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            else { return false }
            index &+= 8
        }
        while index < length {
            guard bytes[start &+ index] == name.load(fromByteOffset: index, as: UInt8.self) else { return false }
            index &+= 1
        }
        return true
    }

    /// An error at this place.
    @inline(never)
    func failure(_ code: JSONError.Code, at place: Int? = nil) -> JSONError {
        JSONError(code: code, offset: place ?? offset, field: field.map { "\($0)" })
    }

    /// The error if the next byte does not begin a value of the requested type.
    @inline(never)
    func mismatch() -> JSONError {
        guard !isAtEnd else { return failure(.truncated) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return failure(.unexpectedType)
        default: return failure(.malformed)
        }
    }
}
