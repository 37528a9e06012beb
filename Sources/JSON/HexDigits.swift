/// Eight lower-case hexadecimal digits at a time, as one little-endian word of ASCII.
enum HexDigits {
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The ASCII of the 8 digits of `value`; the first digit is in the lowest byte.
    @inline(__always)
    static func ascii(of value: UInt32) -> UInt64 {
        var nibbles = UInt64(value.byteSwapped)
        nibbles = (nibbles | nibbles &<< 16) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles | nibbles &<< 8) & 0x00FF_00FF_00FF_00FF
        nibbles = ((nibbles &>> 4) & 0x000F_000F_000F_000F) | ((nibbles & 0x000F_000F_000F_000F) &<< 8)
        return ascii(ofNibbles: nibbles)
    }

    /// The value of 8 digits in ASCII, the first in the lowest byte; nil unless each is one of 0-9 and a-f.
    @inline(__always)
    static func value(of ascii: UInt64) -> UInt32? {
        let nibbles = (ascii & (ones &* 0x0F)) &+ ((ascii &>> 6) & ones) &* 9
        guard nibbles & (ones &* 0xF0) == 0, Self.ascii(ofNibbles: nibbles) == ascii else { return nil }
        var packed = nibbles.byteSwapped
        packed = (packed | packed &>> 4) & 0x00FF_00FF_00FF_00FF
        packed = (packed | packed &>> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: packed | packed &>> 16)
    }

    @inline(__always)
    private static func ascii(ofNibbles nibbles: UInt64) -> UInt64 {
        let letters = ((nibbles &+ ones &* 6) &>> 4) & ones
        return nibbles &+ ones &* 0x30 &+ letters &* 0x27
    }
}
