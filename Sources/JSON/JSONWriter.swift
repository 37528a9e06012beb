/// Writes JSON (RFC 8259) as UTF-8 into a growing buffer, with commas where needed.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.field("channel", "x")
///     writer.field("position", 42)
///     writer.endObject()
///     // {"channel":"x","position":42}
///
/// Does not check that containers are closed and that an object's values have keys. Each call costs O(what it writes)
/// and allocates only when the buffer grows.
public struct JSONWriter: Sendable {
    /// What has been written, UTF-8.
    public internal(set) var bytes: [UInt8]

    /// Whether the next value or key needs a comma before it.
    private var needsComma = false

    /// An empty writer.
    public init(reservingCapacity capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Removes what was written, to reuse the buffer.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        bytes.removeAll(keepingCapacity: keepingCapacity)
        needsComma = false
    }

    /// Opens an object: `{`.
    public mutating func beginObject() {
        begin(UInt8(ascii: "{"))
    }

    /// Closes the innermost object: `}`.
    public mutating func endObject() {
        end(UInt8(ascii: "}"))
    }

    /// Opens an array: `[`.
    public mutating func beginArray() {
        begin(UInt8(ascii: "["))
    }

    /// Closes the innermost array: `]`.
    public mutating func endArray() {
        end(UInt8(ascii: "]"))
    }

    /// Ends a line of NDJSON: writes a line feed and starts a new text.
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// Writes the key of the next value.
    public mutating func key(_ key: StaticString) {
        separate()
        appendQuoted(UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the key of the next value.
    public mutating func key(_ key: String) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a comma if needed, and requires one after the value that follows.
    @inline(__always)
    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    @inline(__always)
    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    @inline(__always)
    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }
}
