import Glibc

/// The compiled IANA database of time zones that the system has, a file a zone (package tzdata).
enum ZoneDatabase {
    /// Where systems keep it, in the order in which it is looked for; the environment's TZDIR goes before them.
    private static let folders: [String] =
        [getenv("TZDIR").map { String(cString: $0) } ?? ""].filter { $0.hasPrefix("/") }
        + ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]

    /// Reads the zone with a name.
    static func zone(named name: String, in folders: [String] = folders) throws(ZoneError) -> Zone {
        guard isName(name) else { throw .unknown(name) }
        for folder in folders {
            let path = folder + "/" + name
            guard let bytes = file(path) else { continue }
            do { return Zone(name: name, table: try ZoneTable(tzif: bytes)) } catch {
                throw .damaged(file: path, reason: error.reason)
            }
        }
        throw folders.contains(where: { access($0, F_OK) == 0 }) ? .unknown(name) : .noDatabase
    }

    /// Whether a text has the form of a zone's name: letters, digits, `_`, `+` and `-`, in parts that begin with a letter,
    /// the first with a capital.
    ///
    /// So it leads to no file outside the database, nor to the copies of it that count leap seconds (`right/`).
    static func isName(_ text: String) -> Bool {
        guard 1...64 ~= text.utf8.count, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= text.utf8.first ?? 0 else {
            return false
        }
        return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, isLetter(first) else { return false }
            return part.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 || "_+-".utf8.contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

    /// The bytes of a regular file, one more than the longest that is read where it is longer; nil where there is none.
    static func file(_ path: String) -> [UInt8]? {
        // A pipe of that name would be waited for without O_NONBLOCK.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let length = min(max(Int(status.st_size), 0), ZoneTable.longestFile)
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            while count < length, case let read = read(file, buffer.baseAddress?.advanced(by: count), length - count),
                read > 0
            { count += read }
        }
    }
}

extension Zone {
    /// The zone of the system: the one that the environment variable `TZ` names, else the machine's.
    ///
    /// A `TZ` that names no zone is passed over. A machine whose zone is not set is in UTC.
    ///
    /// - Throws: where a zone is named and the machine has no database to look it up in.
    public static func system(TZ: String?) throws(ZoneError) -> Zone {
        if let TZ, !TZ.isEmpty {
            let name = TZ.utf8.first == UInt8(ascii: ":") ? String(TZ.dropFirst()) : TZ
            if let zone = try ifKnown({ () throws(ZoneError) in try Zone(parsing: name) }) { return zone }
            if let zone = try ifKnown({ () throws(ZoneError) in try ZoneDatabase.zone(named: name) }) { return zone }
        }
        return try machine(localtime: "/etc/localtime", timezone: "/etc/timezone")
    }

    /// The zone that a machine is set to: the file that `localtime` links to, else the name in `timezone`, else the zone
    /// whose bytes `localtime` is.
    static func machine(localtime: String, timezone: String) throws(ZoneError) -> Zone {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = max(0, readlink(localtime, &target, target.count))
        let link = String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        var name = link.firstRange(of: "/zoneinfo/").map { String(link[$0.upperBound...]) }
        if name == nil, let bytes = ZoneDatabase.file(timezone) {
            name = String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
        }
        if let name {
            if name == "UTC" || name == "Etc/UTC" { return .utc }
            if let zone = try ifKnown({ () throws(ZoneError) in try ZoneDatabase.zone(named: name) }) { return zone }
        }
        guard let bytes = ZoneDatabase.file(localtime) else { return .utc }
        do { return Zone(name: "localtime", table: try ZoneTable(tzif: bytes)) } catch {
            throw .damaged(file: localtime, reason: error.reason)
        }
    }

    private static func ifKnown(_ zone: () throws(ZoneError) -> Zone) throws(ZoneError) -> Zone? {
        do throws(ZoneError) { return try zone() } catch {
            if case .unknown = error { return nil }
            throw error
        }
    }
}
