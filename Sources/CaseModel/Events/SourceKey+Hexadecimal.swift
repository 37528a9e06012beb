import JSON

extension SourceKey {
    /// The key as 32 lower-case hexadecimal digits.
    package var hexadecimal: String { Self.digits(of: high) + Self.digits(of: low) }

    /// Reads 32 lower-case hexadecimal digits; nil for any other text.
    package init?(hexadecimal text: String) {
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        var count = 0
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            halves.high = halves.high << 4 | halves.low >> 60
            halves.low = halves.low << 4 | UInt64(value)
            count += 1
        }
        guard count == 32 else { return nil }
        self.init(high: halves.high, low: halves.low)
    }

    private static func digits(of half: UInt64) -> String {
        let text = String(half, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
}

extension FieldReader {
    mutating func sourceKeys(_ key: StaticString) throws(JSONError) -> [SourceKey] {
        var keys: [SourceKey] = []
        for text in try strings(key) {
            guard let sourceKey = SourceKey(hexadecimal: text) else {
                throw JSONError(code: .malformed, offset: 0, field: "\(key)")
            }
            keys.append(sourceKey)
        }
        return keys
    }
}
