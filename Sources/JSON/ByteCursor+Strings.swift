import Basics

/// A string's bytes between its quotes, and whether they contain escapes.
package struct RawString {
    package let range: Range<Int>
    package let hasEscapes: Bool
}

extension ByteCursor {
    /// Consumes a string with its quotes. Checks neither escapes nor UTF-8.
    @inline(__always)
    mutating func scanString() throws(JSONError) -> RawString {
        guard byte == UInt8(ascii: "\"") else { throw mismatch() }
        let start = offset &+ 1
        var hasEscapes = false
        var next = start
        while true {
            next = StringScan.firstSpecial(in: bytes, from: next)
            guard next < bytes.count else { throw failure(.truncated, at: bytes.count) }
            switch bytes[next] {
            case UInt8(ascii: "\""):
                offset = next &+ 1
                return RawString(range: start..<next, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                next &+= 2
                guard next < bytes.count else { throw failure(.truncated, at: bytes.count) }
            default: throw failure(.malformed, at: next)
            }
        }
    }

    /// Consumes a member's key.
    @inline(__always)
    mutating func scanKey() throws(JSONError) -> RawString {
        guard byte == UInt8(ascii: "\"") else { throw failure(isAtEnd ? .truncated : .malformed) }
        return try scanString()
    }

    /// The string's value. O(bytes).
    @inline(__always)
    func text(of string: RawString) throws(JSONError) -> String {
        guard !string.hasEscapes else { return try unescapedText(of: string.range) }
        return try validText(UnsafeRawBufferPointer(rebasing: bytes[string.range]), at: string.range.lowerBound)
    }

    @inline(__always)
    private func validText(_ utf8: UnsafeRawBufferPointer, at place: Int) throws(JSONError) -> String {
        let utf8 = utf8.assumingMemoryBound(to: UInt8.self)
        // Validation is not specialised in the standard library, and most strings are ASCII.
        if StringScan.isASCII(UnsafeRawBufferPointer(utf8)) { return String(decoding: utf8, as: UTF8.self) }
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw failure(.invalidUTF8, at: place)
        }
        return text
    }

    @inline(never)
    private func unescapedText(of range: Range<Int>) throws(JSONError) -> String {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(range.count)
        try unescape(range, into: &utf8)
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw failure(.invalidUTF8, at: range.lowerBound)
        }
        return text
    }

    /// Appends a string's bytes with escapes resolved; doesn't check UTF-8.
    func unescape(_ range: Range<Int>, into utf8: inout [UInt8]) throws(JSONError) {
        var next = range.lowerBound
        while next < range.upperBound {
            let byte = bytes[next]
            guard byte == UInt8(ascii: "\\") else {
                utf8.append(byte)
                next += 1
                continue
            }
            // scanString has checked that a byte follows each backslash.
            switch bytes[next + 1] {
            case UInt8(ascii: "\""): utf8.append(0x22)
            case UInt8(ascii: "\\"): utf8.append(0x5C)
            case UInt8(ascii: "/"): utf8.append(0x2F)
            case UInt8(ascii: "b"): utf8.append(0x08)
            case UInt8(ascii: "f"): utf8.append(0x0C)
            case UInt8(ascii: "n"): utf8.append(0x0A)
            case UInt8(ascii: "r"): utf8.append(0x0D)
            case UInt8(ascii: "t"): utf8.append(0x09)
            case UInt8(ascii: "u"):
                utf8.append(contentsOf: UTF8.encode(try scalar(escapedAt: &next, before: range.upperBound)) ?? .init())
                continue
            default: throw failure(.malformed, at: next)
            }
            next += 2
        }
    }

    /// The scalar of `\uXXXX`, or of a surrogate pair of two such escapes; advances `next`.
    private func scalar(escapedAt next: inout Int, before end: Int) throws(JSONError) -> Unicode.Scalar {
        let start = next
        let first = try codeUnit(escapedAt: start, before: end)
        next += 6
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), next < end, bytes[next] == UInt8(ascii: "\\") else {
            throw failure(.malformed, at: start)
        }
        let second = try codeUnit(escapedAt: next, before: end)
        guard UTF16.isTrailSurrogate(second) else { throw failure(.malformed, at: start) }
        next += 6
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private func codeUnit(escapedAt start: Int, before end: Int) throws(JSONError) -> UInt16 {
        guard start + 6 <= end, bytes[start + 1] == UInt8(ascii: "u") else { throw failure(.malformed, at: start) }
        var unit: UInt16 = 0
        for place in start + 2..<start + 6 {
            guard let digit = Hexadecimal.value(ofDigit: bytes[place]) else { throw failure(.malformed, at: place) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
