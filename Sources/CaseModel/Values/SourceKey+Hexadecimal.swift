import Basics

extension SourceKey {
    /// 32 lower-case hexadecimal digits.
    package var hexadecimal: String { Hexadecimal.text(high, digits: 16) + Hexadecimal.text(low, digits: 16) }

    /// Reads 32 lower-case hexadecimal digits; nil for any other text.
    package init?(hexadecimal text: String) {
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var count = 0
        for digit in text.utf8 {
            guard !(UInt8(ascii: "A")...UInt8(ascii: "F") ~= digit), let value = Hexadecimal.value(ofDigit: digit)
            else {
                return nil
            }
            halves.high = halves.high << 4 | halves.low >> 60
            halves.low = halves.low << 4 | UInt64(value)
            count += 1
        }
        guard count == 32 else { return nil }
        self.init(high: halves.high, low: halves.low)
    }
}
