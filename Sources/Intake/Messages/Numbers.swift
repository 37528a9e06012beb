/// A count: decimal digits, `.0` behind them forgiven.
func count(of bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Int64 {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let number = try text(ofName: withoutDecimals(bytes[(isNegative ? 1 : 0)...]), limit: maximumNameBytes)
    guard !number.isEmpty, number.utf8.allSatisfy(isDigit) else { throw .notANumber }
    guard !isNegative, let value = Int64(number) else { throw .numberOutOfRange }
    return value
}

/// A place in an order: an integer, `.0` behind it forgiven.
func place(of bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Int64 {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = try text(ofName: withoutDecimals(bytes[(isNegative ? 1 : 0)...]), limit: maximumNameBytes)
    guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { throw .notANumber }
    guard let value = Int64(isNegative ? "-" + digits : digits) else { throw .placeOutOfRange }
    return value
}

/// A confidence: a decimal number from 0 to 1.
func confidence(of bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Double {
    let isNumber = bytes.allSatisfy { byte in
        isDigit(byte) || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
            || lowercased(byte) == UInt8(ascii: "e")
    }
    guard isNumber, let value = Double(String(decoding: bytes, as: UTF8.self)) else { throw .notANumber }
    guard 0...1 ~= value else { throw .confidenceOutOfRange }
    return value
}

/// An id that a program may have written as a decimal number: without the `.0`.
///
/// - Throws: `.damagedID` for scientific notation and for other decimals, which show that digits were lost.
func undamagedID(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> UnsafeRawBufferPointer {
    let whole = withoutDecimals(bytes[...])
    guard let first = whole.first(where: { !isDigit($0) }), bytes.first.map(isDigit) == true else { return whole }
    let isDecimal = first == UInt8(ascii: ".") || lowercased(first) == UInt8(ascii: "e")
    let isNumber = whole.allSatisfy { byte in
        isDigit(byte) || lowercased(byte) == UInt8(ascii: "e")
            || [UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
    }
    if isDecimal, isNumber { throw .damagedID }
    return whole
}

private func withoutDecimals(_ bytes: Slice<UnsafeRawBufferPointer>) -> UnsafeRawBufferPointer {
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    guard let mark = whole.firstIndex(of: UInt8(ascii: ".")), mark > 0, whole[..<mark].allSatisfy(isDigit) else {
        return whole
    }
    let decimals = whole[(mark + 1)...]
    guard !decimals.isEmpty, decimals.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return whole }
    return UnsafeRawBufferPointer(rebasing: whole[..<mark])
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
