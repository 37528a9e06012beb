/// Why bytes could not be read as the requested JSON, and where.
///
/// The description has the place and the field's name, never text of the JSON, so it can be printed and logged.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Violates the grammar of RFC 8259, or has a lone surrogate.
        case malformed
        /// The text ends before the value does.
        case truncated
        /// The value has another type than requested.
        case unexpectedType
        /// The field is missing.
        case missingField
        /// The number does not fit the requested type.
        case numberOutOfRange
        /// Arrays and objects are nested more than 64 deep.
        case tooDeep
        /// A string is not valid UTF-8.
        case invalidUTF8
        /// An object has a key twice.
        case duplicateKey
        /// Something other than white space follows the value.
        case trailingBytes
        /// The string is not one of the enumeration's names.
        case unknownName
    }

    /// What is wrong.
    public let code: Code
    /// Bytes from the start of the text.
    public let offset: Int
    /// The field that a `FieldReader` was reading.
    public let field: String?

    /// Creates an error.
    public init(code: Code, offset: Int, field: String? = nil) {
        self.code = code
        self.offset = offset
        self.field = field
    }

    /// What is wrong, with the field but without the place, for sentences that name the place themselves.
    public var reason: String { (field.map { "\($0): " } ?? "") + code.sentence }

    /// One sentence with the place.
    public var description: String {
        let subject = field.map { "JSON, field \"\($0)\", byte \(offset): " } ?? "JSON, byte \(offset): "
        return subject + code.sentence
    }
}

extension JSONError.Code {
    fileprivate var sentence: String {
        switch self {
        case .malformed: "not well-formed JSON"
        case .truncated: "the text ends in the middle of a value"
        case .unexpectedType: "the value has another type than expected"
        case .missingField: "the field is missing"
        case .numberOutOfRange: "the number is out of range"
        case .tooDeep: "nested more than \(JSONValue.maximumDepth) deep"
        case .invalidUTF8: "the string is not valid UTF-8"
        case .duplicateKey: "the object has the same key twice"
        case .trailingBytes: "something follows the end of the value"
        case .unknownName: "the name is none of those known here"
        }
    }
}
