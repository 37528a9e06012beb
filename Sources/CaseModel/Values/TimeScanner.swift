/// Reads the parts of a written time from bytes, forwards, without allocating.
///
/// Holds an unsafe pointer: use it only inside the closure that provides the bytes.
package struct TimeScanner {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0

    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    package var isAtEnd: Bool { index == bytes.count }

    package var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Consumes a byte if it is next.
    package mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// Consumes spaces and returns their number.
    package mutating func takeSpaces() -> Int {
        let start = index
        while next == UInt8(ascii: " ") { index += 1 }
        return index - start
    }

    /// Consumes a decimal number of `least` to `most` digits (18 at most); nil if there are fewer.
    package mutating func number(_ least: Int, _ most: Int) -> Int? {
        var value = 0
        var count = 0
        while count < most, let digit = digit() {
            value = value * 10 + digit
            count += 1
        }
        return count >= least ? value : nil
    }

    /// Consumes the digits after a decimal mark; the value in microseconds, truncated.
    package mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while let digit = digit() {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 6)..<6 { value *= 10 }
        return value
    }

    /// Consumes `Z`, `±hh`, `±hhmm` or `±hh:mm`, at most 18 hours; the value in seconds, positive to the east.
    package mutating func offset() -> Int? {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
        let isBehind = take(UInt8(ascii: "-"))
        guard isBehind || take(UInt8(ascii: "+")), let hours = number(2, 2) else { return nil }
        var minutes = 0
        if take(UInt8(ascii: ":")) || isDigit(next) {
            guard let read = number(2, 2), read <= 59 else { return nil }
            minutes = read
        }
        let seconds = hours * 3600 + minutes * 60
        guard seconds <= 18 * 3600 else { return nil }
        return isBehind ? -seconds : seconds
    }

    /// Consumes up to `most` letters. Packs the first eight, in lower case, into a number, the first letter highest.
    package mutating func word(_ most: Int) -> (packed: UInt64, count: Int) {
        var packed: UInt64 = 0
        var count = 0
        while count < most, let byte = next, UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 {
            if count < 8 { packed = packed << 8 | UInt64(byte | 0x20) }
            count += 1
            index += 1
        }
        return (packed, count)
    }

    private mutating func digit() -> Int? {
        guard let byte = next, isDigit(byte) else { return nil }
        index += 1
        return Int(byte &- UInt8(ascii: "0"))
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
    }
}
