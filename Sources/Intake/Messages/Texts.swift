/// How long a name may be: an id, a handle, a brand, a topic.
let maximumNameBytes = 512

/// The bytes as text.
func text(of bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> String {
    // What had to be repaired differs from the bytes; faster than validating, which the library does byte by byte.
    var text = String(decoding: bytes, as: UTF8.self)
    guard isASCII(bytes) || text.withUTF8({ $0.elementsEqual(bytes) }) else { throw .invalidUTF8 }
    return text
}

/// The bytes as a name: of at most `limit` bytes and without control characters.
func text(ofName bytes: UnsafeRawBufferPointer, limit: Int) throws(RejectionReason) -> String {
    guard bytes.count <= limit else { throw .valueTooLong(limit: limit) }
    var previous: UInt8 = 0
    for byte in bytes {
        // U+0080 to U+009F are C2 80 to C2 9F.
        if byte < 0x20 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 { throw .controlCharacter }
        previous = byte
    }
    return try text(of: bytes)
}

/// Whether all bytes are below 0x80.
private func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var union: UInt8 = 0
    for byte in bytes { union |= byte }
    return union < 0x80
}

/// Whether a byte is 0.
func containsNUL(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var nuls: UInt8 = 0
    for byte in bytes { nuls |= byte == 0 ? 1 : 0 }
    return nuls != 0
}
