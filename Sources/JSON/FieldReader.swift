/// Reads the fields of a flat JSON object in any order, without building a tree.
///
/// Reading the field after the last one costs O(its bytes), any other one pass over the object. So read fields in the
/// order in which they were written; `withFields(inOrderOf:_:)` relies on it. The first absent field costs one pass,
/// further ones usually O(1).
///
///     let mention = try FieldReader.withFields(of: payload) { fields throws(JSONError) in
///         (try fields.string("channel"), try fields.optionalInt64("followers"))
///     }
///
/// For JSON that `JSONWriter` wrote: it never reads out of bounds, but does not detect duplicate keys (it reads one of
/// them) and does not check fields that nobody reads. Use `JSONValue.parse` for bytes from outside. Nested values are
/// skipped.
///
/// Keys must not need escapes. Every method throws a `JSONError` that names the field.
public struct FieldReader {
    var cursor: ByteCursor
    /// The offset after the opening brace.
    private let body: Int
    /// The offset after the last value read.
    private var next: Int
    /// A bit for each hash of a key in the object; nil until a complete pass has collected them.
    private var keyHashes: UInt64?
    /// Whether a field counts as absent unless it is the next one.
    private let isInOrder: Bool

    /// A reader of the object in `bytes`, which must stay valid until the last field is read. O(1).
    ///
    /// - Throws: `.truncated` if the bytes are empty or don't end with a closing brace, `.unexpectedType` or
    ///   `.malformed` if they don't begin with an opening one.
    public init(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        try self.init(bytes, isInOrder: false)
    }

    @usableFromInline
    init(_ bytes: UnsafeRawBufferPointer, isInOrder: Bool) throws(JSONError) {
        self.isInOrder = isInOrder
        var cursor = ByteCursor(bytes: bytes, offset: 0)
        cursor.skipWhitespace()
        guard cursor.byte == UInt8(ascii: "{") else { throw cursor.mismatch() }
        cursor.offset += 1
        var end = bytes.count
        while end > cursor.offset, bytes[end - 1] <= 0x20 { end -= 1 }
        guard bytes[end - 1] == UInt8(ascii: "}") else { throw cursor.failure(.truncated, at: end) }
        body = cursor.offset
        next = cursor.offset
        self.cursor = ByteCursor(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<end]), offset: body)
    }

    /// Reads fields inside `body`, and returns its result.
    ///
    /// - Throws: what `init(_:)` and `body` throw.
    @inlinable
    public static func withFields<R>(
        of bytes: [UInt8], _ body: (inout FieldReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            var fields = try FieldReader(UnsafeRawBufferPointer(buffer))
            return try body(&fields)
        }
    }

    /// Reads all fields in the order in which they were written, so that no absent one is searched for. If `body`
    /// doesn't, it runs a second time and may read in any order.
    ///
    /// - Throws: what `init(_:)` and `body` throw.
    @inlinable
    public static func withFields<R>(
        inOrderOf bytes: UnsafeRawBufferPointer, _ body: (inout FieldReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        var inOrder = try FieldReader(bytes, isInOrder: true)
        if let result = try? body(&inOrder), inOrder.isAtEnd { return result }
        var fields = try FieldReader(bytes)
        return try body(&fields)
    }

    /// Whether no field follows the last value read.
    @usableFromInline
    var isAtEnd: Bool {
        var rest: ByteCursor = cursor
        rest.offset = next
        rest.skipWhitespace()
        return rest.offset == cursor.bytes.count - 1
    }

    /// Moves to the value of `key`.
    @inline(__always)
    mutating func locate(_ key: StaticString) throws(JSONError) {
        guard try find(key) else { throw cursor.failure(.missingField) }
    }

    /// Moves to the value of `key`; returns false if the field is absent or null.
    @inline(__always)
    mutating func locateNonNull(_ key: StaticString) throws(JSONError) -> Bool {
        guard try find(key) else { return false }
        guard cursor.byte == UInt8(ascii: "n") else { return true }
        try cursor.consumeLiteral("null")
        endValue()
        return false
    }

    /// Call it after a value has been consumed.
    @inline(__always)
    mutating func endValue() {
        next = cursor.offset
    }

    @inline(__always)
    private mutating func find(_ key: StaticString) throws(JSONError) -> Bool {
        cursor.field = key
        cursor.offset = next
        if stepsOnto(key) { return true }
        return isInOrder ? false : try search(key)
    }

    /// Whether the next field is `key`; if so, moves to its value.
    @inline(__always)
    private mutating func stepsOnto(_ key: StaticString) -> Bool {
        cursor.skipWhitespace()
        if next != body {
            guard cursor.byte == UInt8(ascii: ",") else { return false }
            cursor.offset &+= 1
            cursor.skipWhitespace()
        }
        let length = key.utf8CodeUnitCount
        let name = cursor.offset &+ 1
        guard cursor.byte == UInt8(ascii: "\""), name &+ length < cursor.bytes.count,
            cursor.bytes[name &+ length] == UInt8(ascii: "\""), cursor.matches(key, at: name)
        else { return false }
        cursor.offset = name &+ length &+ 1
        cursor.skipWhitespace()
        guard cursor.byte == UInt8(ascii: ":") else { return false }
        cursor.offset &+= 1
        cursor.skipWhitespace()
        return true
    }

    /// Searches from here to the end, then from the start.
    @inline(never)
    private mutating func search(_ key: StaticString) throws(JSONError) -> Bool {
        let hash = Self.hash(UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        if let keyHashes, keyHashes & hash == 0 { return false }
        var hashes: UInt64 = 0
        if try scan(for: key, from: next, to: cursor.bytes.count, gathering: &hashes) { return true }
        if try scan(for: key, from: body, to: next, gathering: &hashes) { return true }
        keyHashes = hashes
        return false
    }

    private mutating func scan(
        for key: StaticString, from start: Int, to stop: Int, gathering hashes: inout UInt64
    ) throws(JSONError) -> Bool {
        cursor.offset = start
        var isFirst = start == body
        while cursor.offset < stop {
            cursor.skipWhitespace()
            if cursor.byte == UInt8(ascii: "}") {
                guard cursor.offset == cursor.bytes.count - 1 else {
                    throw cursor.failure(.trailingBytes, at: cursor.offset + 1)
                }
                return false
            }
            if !isFirst {
                try cursor.consume(UInt8(ascii: ","))
                cursor.skipWhitespace()
            }
            isFirst = false
            let name = try cursor.scanKey()
            cursor.skipWhitespace()
            try cursor.consume(UInt8(ascii: ":"))
            cursor.skipWhitespace()
            if try isKey(key, name, gathering: &hashes) { return true }
            try cursor.skipValue()
        }
        return false
    }

    private func isKey(
        _ key: StaticString, _ name: RawString, gathering hashes: inout UInt64
    ) throws(JSONError) -> Bool {
        let length = key.utf8CodeUnitCount
        guard !name.hasEscapes else {
            hashes = .max
            return try cursor.text(of: name).utf8
                .elementsEqual(UnsafeBufferPointer(start: key.utf8Start, count: length))
        }
        hashes |= Self.hash(UnsafeRawBufferPointer(rebasing: cursor.bytes[name.range]))
        return name.range.count == length && cursor.matches(key, at: name.range.lowerBound)
    }

    /// One of 64 bits.
    @inline(__always)
    private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
        guard let last = name.last else { return 1 }
        return 1 &<< UInt64((name.count &* 11 &+ Int(name[0]) &* 3 &+ Int(last) &* 7) & 63)
    }
}
