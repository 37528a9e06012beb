/// A JSON value of any shape, as it was read.
///
/// Numbers keep their text, so that an identifier longer than a double can hold stays what it was. Strings are equal
/// when their scalars are, as RFC 8259 has it: a letter and its accent composed and decomposed differ.
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

    /// How deep arrays and objects may be nested.
    public static let maximumDepth = 64

    /// Reads one value that fills `bytes`, strictly by RFC 8259: valid UTF-8 without a byte order mark, no key twice in
    /// an object, no half of a surrogate pair, at most `maximumDepth` levels, nothing but white space behind it.
    ///
    /// Fit for hostile bytes: O(their number) in time and memory.
    public static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// Reads one value that fills `bytes`, as `parse(_:)` of raw bytes does.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try parse(UnsafeRawBufferPointer(buffer)) }
    }

    /// Reads one value that fills a slice, as `parse(_:)` of raw bytes does; offsets in errors count from its start.
    public static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try parse(UnsafeRawBufferPointer(buffer)) }
    }
}

extension JSONValue: Equatable {
    /// Whether both have the same shape, scalars and number texts, and their members the same order.
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

/// What a value holds, where it is of that type.
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

    /// The integer of a number written without fraction and exponent; nil for any other value and beyond 64 bits.
    public var int64Value: Int64? { reading { cursor throws(JSONError) in try cursor.readInt64() } }

    /// The double nearest to a number; nil for any other value and beyond the largest double.
    public var doubleValue: Double? { reading { cursor throws(JSONError) in try cursor.readDouble() } }

    /// The value of a key, or nil where the object has no such key or this is no object. O(members).
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
