/// Reads the fields of one flat JSON object, in any order, without building anything but the values asked for.
///
/// A field that stands right behind the one read before costs O(its bytes); any other costs one pass over the object.
/// So ask in the order of writing (`withFields(inOrderOf:_:)` relies on it). That a field is absent is found in one pass, and from then on mostly at once.
///
///     let mention = try FieldReader.withFields(of: payload) { fields throws(JSONError) in
///         (try fields.string("channel"), try fields.optionalInt64("followers"))
///     }
///
/// This reader is for what `JSONWriter` wrote: it checks what it reads and steps over the rest, so it never reads
/// outside the bytes, but it doesn't look for a key that stands twice (one of the two is read) and doesn't check fields
/// that nobody asks for. Bytes from outside go to `JSONValue.parse`. A nested value is stepped over.
///
/// Keys are written plainly: no quotes, no backslashes, no control characters. Every method throws a `JSONError` that
/// names the field.
public struct FieldReader {
    var cursor: ByteCursor
    /// The first byte behind the opening brace.
    private let body: Int
    /// The first byte behind the value read last.
    private var next: Int
    /// One bit for each hash of a key in the object; nil until a whole pass has gathered them.
    private var keyHashes: UInt64?
    /// Whether a field counts as absent when another one is next.
    private let isInOrder: Bool

    /// A reader of the object in `bytes`, which must stay as they are until the last field is read. O(1).
    ///
    /// - Throws: `.truncated` if the bytes hold nothing or do not end with a closing brace, `.unexpectedType` or
    ///   `.malformed` if they do not begin with an opening one.
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

    /// Reads fields of the object in `bytes` inside `body`, and returns what `body` returns.
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

    /// Reads fields of the object in `bytes` inside `body`, which asks for all of them in the order in which they were
    /// written: no absent one is looked for. Where that doesn't hold, `body` runs once more and may ask in any order.
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

    /// Whether nothing stands behind the value read last.
    @usableFromInline
    var isAtEnd: Bool {
        var rest: ByteCursor = cursor
        rest.offset = next
        rest.skipWhitespace()
        return rest.offset == cursor.bytes.count - 1
    }

    /// Puts the cursor on the value of `key`.
    @inline(__always)
    mutating func locate(_ key: StaticString) throws(JSONError) {
        guard try find(key) else { throw cursor.failure(.missingField) }
    }

    /// Puts the cursor on the value of `key`; false if the field is absent or null.
    @inline(__always)
    mutating func locateNonNull(_ key: StaticString) throws(JSONError) -> Bool {
        guard try find(key) else { return false }
        guard cursor.byte == UInt8(ascii: "n") else { return true }
        try cursor.consumeLiteral("null")
        endValue()
        return false
    }

    /// Notes that the cursor stands behind the value read last.
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

    /// The short way: whether the next field is `key`, with the cursor then on its value.
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

    /// The long way: from here to the end, then from the start to here.
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
