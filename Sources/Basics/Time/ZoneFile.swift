/// What is wrong with the bytes of a zone's file, as an end of "it can't be read: …".
struct ZoneFileError: Error, Equatable {
    let reason: String

    static let short = ZoneFileError(reason: "it ends too early")
}

extension ZoneTable {
    /// Bytes of a zone's file that are read; the longest of the database has under 4,000.
    static let longestFile = 1 << 18

    /// Reads a file of the compiled database: TZif of version 2 or later (RFC 8536).
    ///
    /// The first part of the file, with times of 32 bits, is passed over. Leap seconds are refused: moments here don't
    /// count them. O(length); never traps, whatever the bytes.
    init(tzif bytes: [UInt8]) throws(ZoneFileError) {
        var reader = ZoneFileReader(rest: bytes[...])
        let old = try reader.header()
        guard old.version >= UInt8(ascii: "2") else { throw ZoneFileError(reason: "it is of version 1") }
        try reader.skip(old.length(timeSize: 4))
        let header = try reader.header()
        guard header.leaps == 0 else { throw ZoneFileError(reason: "it counts leap seconds") }
        guard header.types > 0 else { throw ZoneFileError(reason: "it has no offset") }
        let times = try reader.integers(header.times, bytes: 8)
        let kinds = try reader.take(header.times).map(Int.init)
        var offsets: [Int] = []
        for _ in 0..<header.types {
            offsets.append(Int(try reader.integers(1, bytes: 4)[0]))
            try reader.skip(2)
        }
        try reader.skip(header.names + header.standards + header.universals)
        guard kinds.allSatisfy({ $0 < offsets.count }), offsets.allSatisfy(Self.offsets.contains) else {
            throw ZoneFileError(reason: "an offset is out of bounds")
        }
        // Far enough for any calendar, and no arithmetic overflows.
        guard zip(times, times.dropFirst()).allSatisfy(<), times.allSatisfy({ $0.magnitude <= 1 << 59 }) else {
            throw ZoneFileError(reason: "its times are not in order")
        }
        let footer = try reader.footer()
        guard let rule = footer.isEmpty ? .some(nil) : ZoneRule(footer).map(Optional.some) else {
            throw ZoneFileError(reason: "its rule for later years can't be read")
        }
        self.init(offset: times.isEmpty ? rule?.standard ?? offsets[0] : offsets[0])
        for (time, kind) in zip(times, kinds) { append(offsets[kind], from: time) }
        if let rule { append(rule, after: times.last) }
    }
}

/// The counts at the head of each part of the file.
private struct ZoneFileHeader {
    var version: UInt8
    var universals: Int
    /// The number of standard/wall indicators; they are skipped.
    var standards: Int
    var leaps: Int
    var times: Int
    var types: Int
    var names: Int

    /// How many bytes follow, where times have so many.
    func length(timeSize: Int) -> Int {
        times * (timeSize + 1) + types * 6 + names + leaps * (timeSize + 4) + standards + universals
    }
}

private struct ZoneFileReader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ count: Int) throws(ZoneFileError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .short }
        defer { rest.removeFirst(count) }
        return rest.prefix(count)
    }

    mutating func skip(_ count: Int) throws(ZoneFileError) { _ = try take(count) }

    /// So many big-endian integers with a sign, of 4 or 8 bytes each.
    mutating func integers(_ count: Int, bytes size: Int) throws(ZoneFileError) -> [Int64] {
        var bytes = try take(count * size)
        return (0..<count).map { _ in
            defer { bytes.removeFirst(size) }
            let value = bytes.prefix(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
        }
    }

    mutating func header() throws(ZoneFileError) -> ZoneFileHeader {
        guard try take(4).elementsEqual("TZif".utf8) else {
            throw ZoneFileError(reason: "it is no file of a time zone")
        }
        let version = try take(16)
        let counts = try integers(6, bytes: 4).map(Int.init)
        guard counts.allSatisfy({ 0...ZoneTable.longestFile ~= $0 }) else { throw .short }
        return ZoneFileHeader(
            version: version.first ?? 0, universals: counts[0], standards: counts[1], leaps: counts[2],
            times: counts[3], types: counts[4], names: counts[5])
    }

    /// The footer: the POSIX TZ string between two line ends (RFC 8536, section 3.3).
    mutating func footer() throws(ZoneFileError) -> ArraySlice<UInt8> {
        guard try take(1).first == UInt8(ascii: "\n"), let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            throw .short
        }
        return rest[..<end]
    }
}
