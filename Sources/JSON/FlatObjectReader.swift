/// Reads the members of a flat object one after another, without building a tree. For lines of NDJSON from outside.
///
/// Flat means strings, numbers, booleans, nulls and arrays of strings. What it accepts, `JSONValue.parse` accepts with
/// the same values, except that duplicate keys are left to the caller. It throws for anything else; `JSONValue.parse`
/// then says why.
package struct FlatObjectReader {
    package typealias Text = RawString

    /// A value by its place in the text.
    package enum Value {
        case string(Text)
        case number(Range<Int>, isInt64: Bool)
        case boolean(Range<Int>)
        case null
        /// An array of strings, in `elements`.
        case strings
    }

    /// The strings of the last array.
    package private(set) var elements: [Text] = []
    private var cursor: ByteCursor
    private let isASCII: Bool
    private var isInside = false

    /// `bytes` must be one object, and must outlive the reader.
    package init(_ bytes: UnsafeRawBufferPointer) {
        cursor = ByteCursor(bytes: bytes, offset: 0)
        isASCII = StringScan.isASCII(bytes)
    }

    /// The next member; nil at the end of the object, if only white space follows.
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

    /// Appends a string's bytes with escapes resolved.
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

    /// A string of valid UTF-8. Its raw bytes are checked: an escape can't complete a sequence.
    private mutating func text() throws(JSONError) -> Text {
        let string = try cursor.scanString()
        if !isASCII {
            let utf8 = UnsafeRawBufferPointer(rebasing: cursor.bytes[string.range]).assumingMemoryBound(to: UInt8.self)
            guard (try? UTF8Span(validating: utf8.span)) != nil else {
                throw cursor.failure(.invalidUTF8, at: string.range.lowerBound)
            }
        }
        return string
    }
}

extension RawNumber {
    /// Whether `readInt64` accepts it.
    var isInt64: Bool {
        isInteger && !overflows && magnitude <= (isNegative ? Int64.min.magnitude : Int64.max.magnitude)
    }
}
