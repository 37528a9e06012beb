/// Strings that are the names (raw values) of an enumeration's cases, compared byte by byte without making a string.
/// A name that no case has throws `.unknownName`; the string itself is not in the error. O(cases).
extension FieldReader {
    /// Reads the case whose raw value the string is.
    @inlinable
    public mutating func enumeration<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> E where E.RawValue == String {
        try value(of: try name(key))
    }

    /// Like `enumeration`, and nil where the field is absent or null.
    @inlinable
    public mutating func optionalEnumeration<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> E? where E.RawValue == String {
        guard let name = try optionalName(key) else { return nil }
        return try value(of: name)
    }

    /// Reads an array of names; absent and null read as an empty array.
    @inlinable
    public mutating func enumerations<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> [E] where E.RawValue == String {
        var values: [E] = []
        var elements = try beginElements(key)
        while try hasElement(&elements) { values.append(try value(of: try nameValue())) }
        return values
    }

    /// A string that is about to be compared: its bytes between the quotes, or, where it has escapes, its text.
    @usableFromInline
    struct Name {
        @usableFromInline let utf8: UnsafeBufferPointer<UInt8>
        @usableFromInline let unescaped: String?
        @usableFromInline let offset: Int
    }

    @usableFromInline
    mutating func name(_ key: StaticString) throws(JSONError) -> Name {
        try locate(key)
        return try nameValue()
    }

    @usableFromInline
    mutating func optionalName(_ key: StaticString) throws(JSONError) -> Name? {
        guard try locateNonNull(key) else { return nil }
        return try nameValue()
    }

    @usableFromInline
    mutating func nameValue() throws(JSONError) -> Name {
        let offset = cursor.offset
        let string = try cursor.scanString()
        endValue()
        return Name(
            utf8: UnsafeRawBufferPointer(rebasing: cursor.bytes[string.range]).assumingMemoryBound(to: UInt8.self),
            unescaped: string.hasEscapes ? try cursor.text(of: string) : nil, offset: offset)
    }

    @usableFromInline
    func unknownName(at offset: Int) -> JSONError {
        cursor.failure(.unknownName, at: offset)
    }

    @inlinable
    func value<E: RawRepresentable & CaseIterable>(of name: Name) throws(JSONError) -> E where E.RawValue == String {
        for value in E.allCases {
            let candidate = value.rawValue.utf8
            if let unescaped = name.unescaped {
                if unescaped.utf8.elementsEqual(candidate) { return value }
            } else if candidate.count == name.utf8.count, candidate.elementsEqual(name.utf8) {
                return value
            }
        }
        throw unknownName(at: name.offset)
    }
}
