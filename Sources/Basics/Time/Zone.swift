/// A time zone: UTC, a fixed distance from it, or a zone of the system's IANA database.
///
/// Zones are equal where their names are.
public struct Zone: Hashable, Sendable {
    private enum Clock: Sendable {
        case fixed(Int)
        case table(ZoneTable)
    }

    /// `UTC`, an IANA name such as `Europe/Madrid`, or an offset such as `+02:00`.
    public let name: String
    private let clock: Clock

    /// Coordinated universal time.
    public static let utc = Zone(offset: 0)

    /// A zone with a fixed UTC offset in seconds, positive to the east.
    ///
    /// - Parameter name: what it is called; `UTC` or `±hh:mm` by default.
    package init(offset seconds: Int, name: String? = nil) {
        let minutes = abs(seconds) / 60
        let text = (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
        self.name = name ?? (seconds == 0 ? "UTC" : text)
        clock = .fixed(seconds)
    }

    init(name: String, table: ZoneTable) {
        self.name = name
        clock = .table(table)
    }

    /// The zone with a name of the IANA database, in its own spelling; `UTC` and `Etc/UTC` need no database.
    ///
    /// Names without a region are refused: `IST` and `CST` mean several zones. Reads one small file.
    package init(named name: String) throws(ZoneError) {
        if name == "UTC" || name == "Etc/UTC" {
            self = .utc
        } else {
            guard name.utf8.contains(UInt8(ascii: "/")) else { throw .unknown(name) }
            self = try ZoneDatabase.zone(named: name)
        }
    }

    /// The zone that a person names: `UTC`, `Z`, an offset `±HH:MM` up to 14 hours, or an IANA name with its region.
    public init(parsing text: String) throws(ZoneError) {
        if text == "Z" {
            self = .utc
        } else if let seconds = Self.offset(text) {
            self.init(offset: seconds, name: text)
        } else {
            try self.init(named: text)
        }
    }

    /// The UTC offset in seconds at a moment given in seconds since 1970. O(log transitions).
    public func offset(at seconds: Int64) -> Int {
        switch clock {
        case .fixed(let offset): offset
        case .table(let table): table.stretch(at: seconds).offset
        }
    }

    /// The UTC offset of a local time, given as the seconds since 1970 at which a clock in UTC shows the same.
    ///
    /// A time that they show twice is the first of the two; one that they skip is read as if they had not been put
    /// forward.
    package func offset(whenClockShows seconds: Int64) -> Int {
        guard case .table(let table) = clock else { return offset(at: seconds) }
        var stretch = table.stretch(at: seconds - Int64(ZoneTable.offsets.upperBound))
        while seconds - Int64(stretch.offset) >= stretch.end {
            let next = table.stretch(at: stretch.end)
            if seconds - Int64(next.offset) < next.start { break }
            stretch = next
        }
        return stretch.offset
    }

    /// A time in which the zone's clocks keep one distance from UTC.
    package struct Stretch: Equatable, Sendable {
        /// Seconds since 1970, the end not included.
        package var start: Int64
        package var end: Int64
        /// The UTC offset in seconds.
        package var offset: Int
    }

    /// The stretches of constant offset that make up the time from one moment to another, in order. O(changes).
    package func stretches(from start: Int64, to end: Int64) -> [Stretch] {
        guard case .table(let table) = clock else {
            return start < end ? [Stretch(start: start, end: end, offset: offset(at: start))] : []
        }
        var stretches: [Stretch] = []
        var here = start
        while here < end {
            let whole = table.stretch(at: here)
            stretches.append(Stretch(start: here, end: min(whole.end, end), offset: whole.offset))
            here = whole.end
        }
        return stretches
    }

    /// Zones are equal where their names are: the database has one zone of a name.
    public static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private static func offset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let sign = [0x2B: 1, 0x2D: -1][Int(bytes[0])] else {
            return nil
        }
        let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 0x30 }
        guard digits.allSatisfy({ 0...9 ~= $0 }), digits[2] < 6 else { return nil }
        let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
        return minutes <= 14 * 60 ? sign * minutes * 60 : nil
    }
}

/// Why a time zone can't be had.
public enum ZoneError: Error, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// No zone has this name.
    case unknown(String)
    /// The machine has no database of zones.
    case noDatabase
    /// The file of a zone can't be read; what is wrong with it.
    case damaged(file: String, reason: String)

    /// What is wrong and what to do, without the name that was given.
    public var description: String {
        switch self {
        case .unknown:
            "The time zone is not known: give an IANA name such as Europe/Madrid, an offset such as +02:00, or UTC."
        case .noDatabase:
            "This machine has no database of time zones: install the package tzdata, or give UTC or an offset such as +02:00."
        case .damaged(let file, let reason):
            "The file of the time zone, \(file), can't be read: \(reason). Install the package tzdata anew."
        }
    }

    /// The description with the name that was given.
    public var debugDescription: String {
        if case .unknown(let name) = self { "\(description) Given: \(name.debugDescription)" } else { description }
    }
}
