extension SourceMapping {
    /// Looks at the beginning of a source, 64 KiB or all of it, and refuses what this mapping can't read at all.
    ///
    /// A NUL further down is the matter of its record.
    ///
    /// - Complexity: O(n) in the number of bytes.
    public func check(firstBytes bytes: UnsafeRawBufferPointer) throws(SourceRefusal) {
        if let encoding = otherEncoding(bytes) { throw .otherEncoding(encoding) }
        if let (name, remedy) = otherFormat(bytes) { throw .otherFormat(name: name, remedy: remedy) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let firstLineEnd = text.firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? text.endIndex
        if let nul = text[..<firstLineEnd].firstIndex(of: 0) { throw .binary(offset: nul) }
        if let nul = text.firstIndex(of: 0), text.count(where: { $0 == 0 }) * 20 > text.count {
            throw .binary(offset: nul)
        }
        guard let first = text.first(where: { !isSpace($0) }) else { throw .empty }
        switch (format, first) {
        case (.csv, UInt8(ascii: "{")), (.csv, UInt8(ascii: "[")): throw .jsonInsteadOfCSV
        case (.ndjson, UInt8(ascii: "[")): throw .jsonArray
        case (.ndjson, _) where !hasObjectLine(text): throw .notNDJSON
        case (.ndjson, _), (.csv, _): break
        }
    }
}

/// Whether any line begins like a JSON object.
private func hasObjectLine(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    text.split(separator: lineFeed).contains { line in line.first { !isSpace($0) } == UInt8(ascii: "{") }
}

/// UTF-16 and UTF-32 by their byte order mark, or UTF-16 by a NUL in every second place.
private func otherEncoding(_ bytes: UnsafeRawBufferPointer) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let pairs = min(bytes.count, 256) / 2
    guard pairs > 0 else { return nil }
    let nuls = (even: (0..<pairs).count { bytes[2 * $0] == 0 }, odd: (0..<pairs).count { bytes[2 * $0 + 1] == 0 })
    if nuls.even == 0, nuls.odd * 4 > pairs * 3 { return "UTF-16LE" }
    if nuls.odd == 0, nuls.even * 4 > pairs * 3 { return "UTF-16BE" }
    return nil
}

private func otherFormat(_ bytes: UnsafeRawBufferPointer) -> (name: String, remedy: String)? {
    for (start, name, remedy) in knownFormats where bytes.starts(with: start) { return (name, remedy) }
    return nil
}

private let knownFormats: [(start: [UInt8], name: String, remedy: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a spreadsheet", "unpack it, or save the sheet as CSV in UTF-8"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document", "save the sheet as CSV in UTF-8"),
    ([0x1F, 0x8B], "compressed with gzip", "unpack it with: gunzip -k FILE"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard", "unpack it with: zstd -d FILE"),
    (Array("BZh91AY&SY".utf8), "compressed with bzip2", "unpack it with: bunzip2 -k FILE"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz", "unpack it with: unxz -k FILE"),
    (Array("SQLite format 3\0".utf8), "an SQLite database", "export the table with: sqlite3 -header -csv FILE"),
    (Array("PAR1".utf8), "a Parquet file", "export it as CSV or NDJSON"),
    (Array("%PDF-".utf8), "a PDF document", "export the data as CSV or NDJSON"),
]
