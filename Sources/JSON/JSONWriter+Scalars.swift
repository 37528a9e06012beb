import Basics

extension JSONWriter {
    /// Writes a string. Escapes quotes, backslashes and control characters below U+0020; everything else is written as
    /// UTF-8.
    public mutating func string(_ value: String) {
        separate()
        let written: Void? = value.utf8.withContiguousStorageIfAvailable { utf8 in
            appendQuoted(UnsafeRawBufferPointer(utf8))
        }
        guard written == nil else { return }
        Array(value.utf8).withUnsafeBytes { utf8 in appendQuoted(utf8) }
    }

    /// Writes an integer in decimal.
    public mutating func integer(_ value: Int64) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
            var start = digits.count
            repeat {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                start &-= 1
                digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
                rest = quotient
            } while rest != 0
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[start...]))
        }
    }

    /// Writes the shortest decimal that reads back as the same double; the sign of zero is kept.
    ///
    /// - Precondition: `value` is finite. JSON has no other numbers.
    public mutating func number(_ value: Double) {
        precondition(value.isFinite, "JSON has no infinities and no NaN")
        separate()
        bytes.append(contentsOf: value.description.utf8)
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        separate()
        appendPlain(value ? "true" : "false")
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        appendPlain("null")
    }

    /// Writes 128 bits as a string of 32 lower-case hexadecimal digits.
    mutating func hex(_ high: UInt64, _ low: UInt64) {
        separate()
        withUnsafeTemporaryAllocation(byteCount: 34, alignment: 1) { text in
            text[0] = UInt8(ascii: "\"")
            store(high, at: 1, of: text)
            store(low, at: 17, of: text)
            text[33] = UInt8(ascii: "\"")
            bytes.append(contentsOf: UnsafeRawBufferPointer(text))
        }
    }

    @inline(__always)
    private func store(_ value: UInt64, at offset: Int, of text: UnsafeMutableRawBufferPointer) {
        let first = HexadecimalWord.ascii(of: UInt32(truncatingIfNeeded: value >> 32)).littleEndian
        let second = HexadecimalWord.ascii(of: UInt32(truncatingIfNeeded: value)).littleEndian
        text.storeBytes(of: first, toByteOffset: offset, as: UInt64.self)
        text.storeBytes(of: second, toByteOffset: offset + 8, as: UInt64.self)
    }

    @inline(__always)
    private mutating func appendPlain(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Writes UTF-8 in quotes, escaped.
    @inline(__always)
    mutating func appendQuoted(_ utf8: UnsafeRawBufferPointer) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let special = StringScan.firstSpecial(in: utf8, from: start)
            if special > start { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: utf8[start..<special])) }
            guard special < utf8.count else { break }
            appendEscaped(utf8[special])
            start = special + 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            appendPlain("u00")
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let digit = byte & 0x0F
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: bytes.append(byte)
        }
    }
}
