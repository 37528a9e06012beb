extension ByteCursor {
    /// Consumes a number (RFC 8259, section 6).
    @inline(__always)
    mutating func scanNumber() throws(JSONError) -> RawNumber {
        let start = offset
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { offset &+= 1 }
        guard isDigit(byte) else {
            guard isNegative else { throw mismatch() }
            throw failure(isAtEnd ? .truncated : .malformed)
        }
        var number = RawNumber(start: start, isNegative: isNegative)
        if byte == UInt8(ascii: "0") {
            offset &+= 1
            guard !isDigit(byte) else { throw failure(.malformed) }
        } else {
            scanDigits(into: &number)
        }
        if byte == UInt8(ascii: ".") {
            number.isInteger = false
            offset &+= 1
            let fraction = offset
            scanDigits(into: &number)
            guard offset > fraction else { throw failure(isAtEnd ? .truncated : .malformed) }
            number.exponent = fraction &- offset
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            number.isInteger = false
            try scanExponent(into: &number)
        }
        number.end = offset
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x0A, 0x0D, 0x09: return number
        default:
            guard isAtEnd else { throw failure(.malformed) }
            return number
        }
    }

    /// Consumes an integer without fraction and exponent.
    @inline(__always)
    mutating func readInt64() throws(JSONError) -> Int64 {
        let start = offset
        let number = try scanNumber()
        guard number.isInteger else { throw failure(.unexpectedType, at: start) }
        guard !number.overflows else { throw failure(.numberOutOfRange, at: start) }
        if number.isNegative {
            guard number.magnitude <= Int64.min.magnitude else { throw failure(.numberOutOfRange, at: start) }
            return Int64(truncatingIfNeeded: 0 &- number.magnitude)
        }
        guard let value = Int64(exactly: number.magnitude) else { throw failure(.numberOutOfRange, at: start) }
        return value
    }

    /// Consumes a number and returns the nearest double.
    @inline(__always)
    mutating func readDouble() throws(JSONError) -> Double {
        let number = try scanNumber()
        if let value = number.exactDouble { return value }
        return try nearestDouble(to: number)
    }

    @inline(never)
    private func nearestDouble(to number: RawNumber) throws(JSONError) -> Double {
        let text = String(decoding: bytes[number.start..<number.end], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw failure(.numberOutOfRange, at: number.start) }
        return value
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private mutating func scanDigits(into number: inout RawNumber) {
        while isDigit(byte) {
            let (product, overflowed) = number.magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(byte &- UInt8(ascii: "0")))
            number.magnitude = sum
            number.overflows = number.overflows || overflowed || carried
            offset &+= 1
        }
    }

    private mutating func scanExponent(into number: inout RawNumber) throws(JSONError) {
        offset &+= 1
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative || byte == UInt8(ascii: "+") { offset &+= 1 }
        guard isDigit(byte) else { throw failure(isAtEnd ? .truncated : .malformed) }
        var exponent = 0
        while isDigit(byte) {
            exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
            offset &+= 1
        }
        number.exponent += isNegative ? -exponent : exponent
    }
}

/// A number's place in the text, and its value as (−1)^isNegative · magnitude · 10^exponent.
struct RawNumber {
    let start: Int
    var end = 0
    let isNegative: Bool
    var isInteger = true
    var magnitude: UInt64 = 0
    var overflows = false
    var exponent = 0

    init(start: Int, isNegative: Bool) {
        self.start = start
        self.isNegative = isNegative
    }

    /// The value if it is exact after one rounding (Clinger 1990): magnitude and power of ten are exact doubles.
    @inline(__always)
    var exactDouble: Double? {
        guard !overflows, magnitude <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        let power = Self.power(of: exponent.magnitude)
        let value = exponent < 0 ? Double(magnitude) / power : Double(magnitude) * power
        return isNegative ? -value : value
    }

    /// 10^exponent, up to 22; every intermediate product is exact.
    @inline(__always)
    private static func power(of exponent: UInt) -> Double {
        var power = 1.0
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
