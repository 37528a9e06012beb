/// A JSON value of any shape.
///
/// Numbers keep their text, so that long identifiers lose no digits. Strings are equal if their scalars are, without
/// normalisation, as in RFC 8259.
public enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number: its text, as written.
    case number(String)
    /// A string, without its escapes.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in the order of the text.
    case object(JSONObject)

    /// The maximum nesting of arrays and objects.
    public static let maximumDepth = 64

    /// Parses exactly one value, strictly by RFC 8259: valid UTF-8 without a byte order mark, no duplicate keys, no
    /// lone surrogates, at most `maximumDepth` levels, only white space after it.
    ///
    /// Safe for hostile input: O(bytes) in time and memory.
    public static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// Parses exactly one value.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try parse(UnsafeRawBufferPointer(buffer)) }
    }

    /// Parses exactly one value; offsets in errors count from the start of the slice.
    public static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try parse(UnsafeRawBufferPointer(buffer)) }
    }
}

extension JSONValue: Equatable {
    /// Whether both have the same structure, scalars, number texts and order of members.
    public static func == (one: JSONValue, other: JSONValue) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)), (.string(let one), .string(let other)):
            one.utf8.elementsEqual(other.utf8)
        case (.array(let one), .array(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }
}

/// Access by type.
extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { if case .null = self { true } else { false } }

    /// The boolean, or nil for a value of another type.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The string, or nil for a value of another type.
    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

    /// The array, or nil for a value of another type.
    public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The object, or nil for a value of another type.
    public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The text of a number, or nil for a value of another type.
    public var numberText: String? { if case .number(let text) = self { text } else { nil } }

    /// The integer, if it is a number without fraction and exponent that fits; else nil.
    public var int64Value: Int64? { reading { cursor throws(JSONError) in try cursor.readInt64() } }

    /// The nearest double, if it is a number within range; else nil.
    public var doubleValue: Double? { reading { cursor throws(JSONError) in try cursor.readDouble() } }

    /// The value of a key; nil if there is none or this is no object. O(members).
    public subscript(key: String) -> JSONValue? { objectValue?[key] }

    private func reading<N>(_ read: (inout ByteCursor) throws(JSONError) -> N) -> N? {
        guard var text = numberText else { return nil }
        return text.withUTF8 { utf8 in
            var cursor = ByteCursor(bytes: UnsafeRawBufferPointer(utf8), offset: 0)
            guard let value = try? read(&cursor), cursor.isAtEnd else { return nil }
            return value
        }
    }
}
