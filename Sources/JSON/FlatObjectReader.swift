/// Reads the members of a flat object one after the other, without building a tree.
///
/// Flat means strings, numbers, booleans, nulls and arrays of strings. What it reads to the end, `JSONValue.parse` reads
/// too, with the same values; only keys that stand twice are left to the caller. It throws at anything that is wrong or
/// not flat: `JSONValue.parse` then says what.
package struct FlatObjectReader {
    /// Where a string stands between its quotes.
    package struct Text {
        package let range: Range<Int>
        package let hasEscapes: Bool
    }

    /// A value, by where it stands.
    package enum Value {
        case string(Text)
        case number(Range<Int>, isInt64: Bool)
        case boolean(Range<Int>)
        case null
        /// The strings of `elements`.
        case strings
    }

    /// The array read last.
    package private(set) var elements: [Text] = []
    private var cursor: ByteCursor
    private let isASCII: Bool
    private var isInside = false

    /// Starts at the beginning of one object that fills `bytes`, which must outlive the reader.
    package init(_ bytes: UnsafeRawBufferPointer) {
        cursor = ByteCursor(bytes: bytes, offset: 0)
        isASCII = StringScan.isASCII(bytes)
    }

    /// The next member; nil behind the end of the object, when nothing but white space follows it.
    package mutating func next() throws(JSONError) -> (key: Text, value: Value)? {
        if isInside {
            cursor.skipWhitespace()
            if cursor.byte == UInt8(ascii: "}") { return try end() }
            try cursor.consume(UInt8(ascii: ","))
            cursor.skipWhitespace()
        } else {
            cursor.skipWhitespace()
            try cursor.consume(UInt8(ascii: "{"))
            isInside = true
            cursor.skipWhitespace()
            if cursor.byte == UInt8(ascii: "}") { return try end() }
        }
        let key = try text()
        cursor.skipWhitespace()
        try cursor.consume(UInt8(ascii: ":"))
        cursor.skipWhitespace()
        return (key, try value())
    }

    /// Appends a string's bytes without its escapes.
    package func appendUnescaped(_ text: Text, to buffer: inout [UInt8]) throws(JSONError) {
        try cursor.unescape(text.range, into: &buffer)
    }

    private mutating func end() throws(JSONError) -> (key: Text, value: Value)? {
        cursor.offset += 1
        cursor.skipWhitespace()
        guard cursor.isAtEnd else { throw cursor.failure(.trailingBytes) }
        return nil
    }

    private mutating func value() throws(JSONError) -> Value {
        let start = cursor.offset
        switch cursor.byte {
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "["):
            try readElements()
            return .strings
        case UInt8(ascii: "t"): try cursor.consumeLiteral("true")
        case UInt8(ascii: "f"): try cursor.consumeLiteral("false")
        case UInt8(ascii: "n"):
            try cursor.consumeLiteral("null")
            return .null
        default:
            let number = try cursor.scanNumber()
            return .number(number.start..<number.end, isInt64: number.isInt64)
        }
        return .boolean(start..<cursor.offset)
    }

    private mutating func readElements() throws(JSONError) {
        elements.removeAll(keepingCapacity: true)
        cursor.offset += 1
        cursor.skipWhitespace()
        guard cursor.byte != UInt8(ascii: "]") else {
            cursor.offset += 1
            return
        }
        while true {
            elements.append(try text())
            cursor.skipWhitespace()
            if cursor.byte == UInt8(ascii: "]") {
                cursor.offset += 1
                return
            }
            try cursor.consume(UInt8(ascii: ","))
            cursor.skipWhitespace()
        }
    }

    /// A string of valid UTF-8. An escape inside a sequence of bytes breaks it, so looking at the bytes as they stand is
    /// enough.
    private mutating func text() throws(JSONError) -> Text {
        let string = try cursor.scanString()
        if !isASCII {
            let utf8 = UnsafeRawBufferPointer(rebasing: cursor.bytes[string.range]).assumingMemoryBound(to: UInt8.self)
            guard (try? UTF8Span(validating: utf8.span)) != nil else {
                throw cursor.failure(.invalidUTF8, at: string.range.lowerBound)
            }
        }
        return Text(range: string.range, hasEscapes: string.hasEscapes)
    }
}

extension RawNumber {
    /// Whether `readInt64` reads it.
    var isInt64: Bool {
        isInteger && !overflows && magnitude <= (isNegative ? Int64.min.magnitude : Int64.max.magnitude)
    }
}
