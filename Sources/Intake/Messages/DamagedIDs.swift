/// How ids are read in a column.
enum IDReading: Hashable, Sendable {
    /// A form that spreadsheets make of ids is rejected.
    case checked
    /// A program wrote the ids as decimal numbers: `3.0` is 3, and what else looks damaged is rejected.
    case decimals
    /// The source writes its ids so: whatever stands there is the id.
    case asWritten
}

/// An id as its column is read.
///
/// - Throws: `.damagedID` for a form in which digits were lost, or may have been.
func id(_ bytes: UnsafeRawBufferPointer, _ reading: IDReading) throws(RejectionReason) -> UnsafeRawBufferPointer {
    if reading == .asWritten { return bytes }
    let id = reading == .decimals ? withoutDecimals(bytes[...]) : bytes
    if isDamagedID(id) { throw .damagedID }
    return id
}

/// Whether a spreadsheet makes an id that a person typed look so; see the reader of bytes.
package func isDamagedID(_ id: String) -> Bool {
    var id: String = id
    return id.withUTF8 { isDamagedID(UnsafeRawBufferPointer($0)) }
}

/// What spreadsheets show where there is no value: their errors, and a number that a column is too narrow for.
private let cellErrors: Set<String> = [
    "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#¡REF!", "#¿NOMBRE?",
    "#¡VALOR!", "#¡DIV/0!", "#¡NUM!", "#¡NULO!", "#ERROR!",
]

/// Whether a spreadsheet makes ids look so: `5.70306E+17`, `5,70306E+17`, `5E+17`, `3.0`, `1,5`, `1.000`, `1,234,567`, `1 000`,
/// `#REF!`, `#####`, `="5"`.
///
/// Whole numbers are ids, and so is what has letters in it; `12345e67` is a hexadecimal id more often than a number, so an
/// exponent counts where it has a sign, or decimals before it.
///
/// - Complexity: O(n); one look at the first bytes for nearly all ids.
func isDamagedID(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "#") {
        return rest.allSatisfy { $0 == UInt8(ascii: "#") } || cellErrors.contains(String(decoding: rest, as: UTF8.self))
    }
    if rest.first == UInt8(ascii: "=") { return rest.dropFirst().first == UInt8(ascii: "\"") }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let first = rest.first, isDigit(first), let end = rest.firstIndex(where: { !isDigit($0) }) else {
        return false
    }
    guard let exponent = rest.firstIndex(where: { lowercased($0) == UInt8(ascii: "e") }) else {
        return isSeparatedNumber(rest)
    }
    let mantissa = rest[..<exponent]
    var power = rest[(exponent + 1)...]
    let isSigned = power.first == UInt8(ascii: "+") || power.first == UInt8(ascii: "-")
    if isSigned { power = power.dropFirst() }
    guard 1...3 ~= power.count, power.allSatisfy(isDigit) else { return false }
    guard end == exponent else { return isSeparatedNumber(mantissa) }
    return isSigned
}

/// Whether digits stand around one decimal mark, or in groups of three with or without one.
private func isSeparatedNumber(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    var groups: [Int] = []
    var marks: [Mark] = []
    var digits = 0
    var rest = bytes
    while let byte = rest.first {
        if isDigit(byte) {
            digits += 1
            rest = rest.dropFirst()
            continue
        }
        guard digits > 0, marks.count < 16, let (mark, length) = Mark.read(rest) else { return false }
        groups.append(digits)
        marks.append(mark)
        digits = 0
        rest = rest.dropFirst(length)
    }
    guard digits > 0, let first = marks.first, let last = marks.last else { return false }
    groups.append(digits)
    if marks.count == 1, last.isDecimal { return true }
    // The last mark may be a decimal one after others: 1.234,56.
    let isMixed = last != first && last.isDecimal
    let grouped = isMixed ? marks.dropLast() : marks[...]
    let whole = isMixed ? groups.dropLast() : groups[...]
    return grouped.allSatisfy { $0 == first } && 1...3 ~= (whole.first ?? 0) && whole.dropFirst().allSatisfy { $0 == 3 }
}

/// What stands between the digits of a number.
private enum Mark: Equatable {
    case point, comma, apostrophe, space

    var isDecimal: Bool { self == .point || self == .comma }

    /// The mark that comes first, and its length in bytes: spaces may be non-breaking (U+00A0) or narrow (U+202F).
    static func read(_ bytes: Slice<UnsafeRawBufferPointer>) -> (Mark, length: Int)? {
        switch bytes.first {
        case UInt8(ascii: "."): (.point, 1)
        case UInt8(ascii: ","): (.comma, 1)
        case UInt8(ascii: "'"): (.apostrophe, 1)
        case UInt8(ascii: " "): (.space, 1)
        case 0xC2 where bytes.starts(with: [0xC2, 0xA0]): (.space, 2)
        case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0xAF]): (.space, 3)
        default: nil
        }
    }
}
