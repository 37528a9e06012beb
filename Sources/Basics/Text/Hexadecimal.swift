/// Hexadecimal digits, lower-case where nothing else is said.
package enum Hexadecimal {
    /// Bytes as two digits each. O(n).
    package static func text(_ bytes: some Sequence<UInt8>) -> String { bytes.map { text($0, digits: 2) }.joined() }

    /// A number with zeros before it up to so many digits.
    package static func text(_ number: some UnsignedInteger, digits: Int, uppercase: Bool = false) -> String {
        let text = String(number, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// The value of a digit of either case; nil for any other byte.
    package static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Eight lower-case hexadecimal digits at a time, as one little-endian word of ASCII, for the log's keys in hot loops.
package enum HexadecimalWord {
    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// The ASCII of the 8 digits of `value`; the first digit is in the lowest byte.
    @inlinable @inline(__always)
    package static func ascii(of value: UInt32) -> UInt64 {
        var nibbles = UInt64(value.byteSwapped)
        nibbles = (nibbles | nibbles &<< 16) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles | nibbles &<< 8) & 0x00FF_00FF_00FF_00FF
        nibbles = ((nibbles &>> 4) & 0x000F_000F_000F_000F) | ((nibbles & 0x000F_000F_000F_000F) &<< 8)
        return ascii(ofNibbles: nibbles)
    }

    /// The value of 8 digits in ASCII, the first in the lowest byte; nil unless each is one of 0-9 and a-f.
    @inlinable @inline(__always)
    package static func value(of ascii: UInt64) -> UInt32? {
        let nibbles = (ascii & (ones &* 0x0F)) &+ ((ascii &>> 6) & ones) &* 9
        guard nibbles & (ones &* 0xF0) == 0, Self.ascii(ofNibbles: nibbles) == ascii else { return nil }
        var packed = nibbles.byteSwapped
        packed = (packed | packed &>> 4) & 0x00FF_00FF_00FF_00FF
        packed = (packed | packed &>> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: packed | packed &>> 16)
    }

    @inlinable @inline(__always)
    static func ascii(ofNibbles nibbles: UInt64) -> UInt64 {
        let letters = ((nibbles &+ ones &* 6) &>> 4) & ones
        return nibbles &+ ones &* 0x30 &+ letters &* 0x27
    }
}
