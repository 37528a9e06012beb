/// Writes JSON text (RFC 8259) as UTF-8 into one growing buffer; commas come by themselves.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.field("channel", "x")
///     writer.field("position", 42)
///     writer.endObject()
///     // {"channel":"x","position":42}
///
/// The caller closes what it opens and gives every value of an object its key; the writer does not check it. Each call
/// costs O(what it writes) and allocates only when the buffer grows.
public struct JSONWriter: Sendable {
    /// What has been written, UTF-8.
    public internal(set) var bytes: [UInt8]

    /// Whether a value stands before this place that a comma must part from the next one.
    private var needsComma = false

    /// An empty writer whose buffer holds `capacity` bytes before it grows.
    public init(reservingCapacity capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Forgets what was written, so that the buffer serves for the next text.
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

    /// Ends a line of NDJSON: writes a line feed, after which a new text begins.
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

    /// Writes a comma where one is due, and notes that one is due behind the value that now comes.
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
