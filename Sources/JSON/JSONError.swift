/// Why bytes could not be read as the JSON that was asked for, and where.
///
/// The description names the place and, where our own code asked for a field, the field's name. It never shows what
/// stands in the text, so it can be printed and logged.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The bytes break the grammar of RFC 8259, or an escape names half of a surrogate pair.
        case malformed
        /// The text ends before the value does.
        case truncated
        /// The value is of another type than the one asked for.
        case unexpectedType
        /// The object has no such field.
        case missingField
        /// The number does not fit the type asked for.
        case numberOutOfRange
        /// Arrays and objects are nested more than 64 deep.
        case tooDeep
        /// A string is not valid UTF-8.
        case invalidUTF8
        /// An object has the same key twice.
        case duplicateKey
        /// Something other than white space follows the value.
        case trailingBytes
        /// The string is none of the names that the field knows.
        case unknownName
    }

    /// What is wrong.
    public let code: Code
    /// Where: bytes from the start of the text.
    public let offset: Int
    /// The field that was being read, when a `FieldReader` was asked for one.
    public let field: String?

    /// An error at `offset` bytes from the start of the text, while reading `field`.
    public init(code: Code, offset: Int, field: String? = nil) {
        self.code = code
        self.offset = offset
        self.field = field
    }

    /// What is wrong, and of which field where our own code asked for one: for a sentence that says where the text stands.
    public var reason: String { (field.map { "\($0): " } ?? "") + code.sentence }

    /// One sentence: what, and where.
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
