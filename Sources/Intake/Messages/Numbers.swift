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

func withoutDecimals(_ bytes: Slice<UnsafeRawBufferPointer>) -> UnsafeRawBufferPointer {
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    guard let mark = whole.firstIndex(of: UInt8(ascii: ".")), mark > 0, whole[..<mark].allSatisfy(isDigit) else {
        return whole
    }
    let decimals = whole[(mark + 1)...]
    guard !decimals.isEmpty, decimals.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return whole }
    return UnsafeRawBufferPointer(rebasing: whole[..<mark])
}

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
