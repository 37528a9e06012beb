/// Strings that are raw values of an enumeration, compared bytewise without creating a string. An unknown one throws
/// `.unknownName`, without the string. O(cases).
extension FieldReader {
    /// Reads an enumeration's case.
    @inlinable
    public mutating func enumeration<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> E where E.RawValue == String {
        let name = try name(key)
        return try value(of: name)
    }

    /// Like `enumeration`, but nil if the field is absent or null.
    @inlinable
    public mutating func optionalEnumeration<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> E? where E.RawValue == String {
        guard let name = try optionalName(key) else { return nil }
        return try value(of: name)
    }

    /// Reads an array of cases; empty if the field is absent or null.
    @inlinable
    public mutating func enumerations<E: RawRepresentable & CaseIterable>(
        _ key: StaticString
    ) throws(JSONError) -> [E] where E.RawValue == String {
        var values: [E] = []
        try forEachEnumeration(key) { values.append($0) }
        return values
    }

    /// Calls `body` with each case of an array; not at all if the field is absent or null.
    @inlinable
    public mutating func forEachEnumeration<E: RawRepresentable & CaseIterable>(
        _ key: StaticString, _ body: (E) -> Void
    ) throws(JSONError) where E.RawValue == String {
        var elements = try beginElements(key)
        while try hasElement(&elements) {
            let name = try nameValue()
            body(try value(of: name))
        }
    }

    /// A string to compare: its bytes between the quotes, or its value if it has escapes.
    @usableFromInline
    struct Name {
        @usableFromInline let utf8: UnsafeBufferPointer<UInt8>
        @usableFromInline let unescaped: String?
        @usableFromInline let offset: Int

        @inlinable
        func isSpelled(_ candidate: String) -> Bool {
            guard unescaped == nil else { return unescaped?.utf8.elementsEqual(candidate.utf8) == true }
            guard candidate.utf8.count == utf8.count else { return false }
            return candidate.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(utf8) }
                ?? candidate.utf8.elementsEqual(utf8)
        }
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
            if name.isSpelled(value.rawValue) { return value }
        }
        throw unknownName(at: name.offset)
    }
}
