/// A stream: one per case, one per person, and one named `book` for everything else.
public enum StreamName: Hashable, Sendable, CustomStringConvertible {
    case `case`(CaseNumber)
    case person(PersonNumber)
    /// Policies, imports, incidents, and awaited messages.
    case book

    /// The name as the log holds it: `case-12`, `person-7`, `book`.
    public var description: String {
        switch self {
        case .case(let number): "case-" + String(number.rawValue)
        case .person(let number): "person-" + String(number.rawValue)
        case .book: "book"
        }
    }

    /// Reads a name as the log holds it; nil for any other text.
    public init?(_ text: String) {
        var text = text
        let name: StreamName? = text.withUTF8 { StreamName(bytes: UnsafeRawBufferPointer($0)) }
        guard let name else { return nil }
        self = name
    }

    /// Reads a name from UTF-8, without creating a string; nil for any other text.
    package init?(bytes: UnsafeRawBufferPointer) {
        if bytes.elementsEqual("book".utf8) {
            self = .book
            return
        }
        if let number = Self.number(in: bytes, after: "case-") {
            self = .case(CaseNumber(number))
        } else if let number = Self.number(in: bytes, after: "person-") {
            self = .person(PersonNumber(number))
        } else {
            return nil
        }
    }

    private static func number(in bytes: UnsafeRawBufferPointer, after prefix: StaticString) -> Int64? {
        let length = prefix.utf8CodeUnitCount
        guard bytes.count > length, bytes.count <= length + 18 else { return nil }
        for i in 0..<length where bytes[i] != prefix.utf8Start[i] { return nil }
        var number: Int64 = 0
        for i in length..<bytes.count {
            let digit = bytes[i] &- 0x30
            guard digit <= 9 else { return nil }
            number = number * 10 + Int64(digit)
        }
        return bytes[length] == 0x30 ? nil : number
    }
}
