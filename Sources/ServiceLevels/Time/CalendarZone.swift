package import CaseModel
internal import Foundation

/// The time zone in which a calendar's hours are told: UTC, or one of the IANA database with its daylight saving.
package struct CalendarZone: Hashable, Sendable {
    /// `UTC`, or the IANA name: `Europe/Madrid`.
    package let name: String
    private let zone: TimeZone?

    /// Coordinated universal time.
    package static let utc = CalendarZone()

    private init() {
        name = "UTC"
        zone = nil
    }

    /// Nil where the name is neither `UTC` nor one of the database. A name without a region is refused: `IST` and `CST`
    /// mean several zones.
    package init?(_ name: String) {
        if name == "UTC" || name == "Etc/UTC" {
            self = .utc
            return
        }
        guard name.utf8.count <= 64, name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0),
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.name = name
        self.zone = zone
    }

    /// By how many seconds the zone's clocks are ahead of UTC at a moment. O(1).
    func offset(at seconds: Int64) -> Int64 {
        guard let zone else { return 0 }
        return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }

    /// What the zone's calendar and clocks show at a moment. O(1).
    package func civilTime(at moment: Timestamp) -> CivilTime {
        let seconds: Int64 = offset(at: moment.microseconds / 1_000_000)
        return CivilTime(moment.later(by: seconds * 1_000_000))
    }

    /// A stretch of time in which the zone's clocks keep one distance from UTC.
    struct Stretch: Equatable {
        /// Seconds since 1970, the end not included.
        var start: Int64
        var end: Int64
        /// Seconds ahead of UTC.
        var offset: Int64
    }

    /// The stretches of constant offset that make up the time from one moment to another, in order.
    ///
    /// Clocks that are changed twice within one day, to and fro, are not seen; no zone does that. O(days).
    func stretches(from start: Int64, to end: Int64) -> [Stretch] {
        var stretches: [Stretch] = []
        var begin = start
        var here = start
        var offset = self.offset(at: start)
        while here < end {
            let next = min(here + 86_400, end)
            let after = self.offset(at: next)
            if after != offset {
                let change = self.change(after: here, notAfter: next, from: offset)
                stretches.append(Stretch(start: begin, end: change, offset: offset))
                begin = change
                offset = after
            }
            here = next
        }
        if begin < end { stretches.append(Stretch(start: begin, end: end, offset: offset)) }
        return stretches
    }

    /// The first second, past one moment and at most another, at which the offset is no longer the given one.
    private func change(after start: Int64, notAfter end: Int64, from offset: Int64) -> Int64 {
        var low = start
        var high = end
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self.offset(at: middle) == offset { low = middle } else { high = middle }
        }
        return high
    }
}
