extension JSONWriter {
    /// Writes a value, numbers in canonical form. O(size).
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): boolean(flag)
        case .number:
            if let integer = value.int64Value { self.integer(integer) } else { number(value.doubleValue ?? 0) }
        case .string(let text): string(text)
        case .array(let values):
            beginArray()
            for value in values { self.value(value) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object {
                key(member.key)
                self.value(member.value)
            }
            endObject()
        }
    }
}
