internal import JSON

/// The members of one flat JSON object that the mapping reads.
struct JSONRow: SourceRow {
    private let values: [JSONValue?]

    /// Reads the object and, where the mapping is strict, checks its keys and the types of its values.
    init(_ record: UnsafeRawBufferPointer, layout: JSONLayout) throws(FieldProblem) {
        let value: JSONValue
        do { value = try JSONValue.parse(record) } catch {
            throw FieldProblem(reason: .malformedJSON(problem: sentence(error), byte: error.offset))
        }
        guard case .object(let object) = value else {
            throw FieldProblem(reason: .malformedJSON(problem: "the value is no object", byte: 0))
        }
        var values = [JSONValue?](repeating: nil, count: SourceField.allCases.count)
        for member in object {
            guard let fields = layout.fieldsOfKey[member.key] else {
                if layout.isStrict { throw FieldProblem(reason: .unknownKey(showable(member.key))) }
                continue
            }
            if member.value.isNull { continue }
            for field in fields {
                if layout.isStrict, let expected = field.violatedType(by: member.value) {
                    throw FieldProblem(field: field, reason: .wrongType(expected: expected))
                }
                values[field.rawValue] = member.value
            }
        }
        self.values = values
    }

    func withBytes<Result>(
        of field: SourceField, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result? {
        guard let value = values[field.rawValue] else { return nil }
        return try lend(value, body)
    }

    func forEachElement(
        of field: SourceField, separator: UInt8?, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Void
    ) throws(RejectionReason) {
        guard let value = values[field.rawValue] else { return }
        for element in value.arrayValue ?? [value] {
            _ = try lend(element) { (bytes) throws(RejectionReason) -> Void? in try body(bytes) }
        }
    }

    private func lend<Result>(
        _ value: JSONValue, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result? {
        let text: String
        switch value {
        case .string(let value): text = value
        case .number(let value): text = value
        case .bool(let value): text = value ? "true" : "false"
        case .null: return nil
        case .array, .object: throw .wrongType(expected: "a string, a number or a boolean")
        }
        return try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(RejectionReason) in
            try body(UnsafeRawBufferPointer(bytes))
        }
    }
}

extension SourceField {
    /// What a value of this field must be in our own form; nil where `value` is it.
    fileprivate func violatedType(by value: JSONValue) -> String? {
        switch self {
        case .targets, .topics:
            let isListOfStrings = value.arrayValue?.allSatisfy { $0.stringValue != nil } ?? false
            return isListOfStrings ? nil : "an array of strings"
        case .reach, .sequence: return value.int64Value != nil ? nil : "an integer"
        case .confidence: return value.numberText != nil ? nil : "a number"
        default: return value.stringValue != nil ? nil : "a string"
        }
    }
}

private func sentence(_ error: JSONError) -> String {
    switch error.code {
    case .truncated: "the line ends in the middle of a value"
    case .tooDeep: "nested too deep"
    case .invalidUTF8: "a string is not valid UTF-8"
    case .duplicateKey: "a key stands twice"
    case .trailingBytes: "something follows the end of the object"
    case .numberOutOfRange: "a number is out of range"
    default: "not well-formed JSON"
    }
}

/// A key that looks like a name and not like somebody's words.
private func showable(_ key: String) -> String? {
    let isName = key.utf8.allSatisfy { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercased(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
    }
    return isName && 1...40 ~= key.utf8.count ? key : nil
}
