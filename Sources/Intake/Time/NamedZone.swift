internal import CaseModel
internal import Foundation

/// A time zone of the IANA database, for times that don't name their offset.
struct NamedZone: Hashable, Sendable {
    let name: String
    private let zone: TimeZone

    /// Nil where the database has no zone of that name.
    init?(_ name: String) {
        guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// Seconds ahead of UTC when a clock in this zone shows the time that a clock in UTC shows at `seconds` since 1970.
    ///
    /// An hour that the clock shows twice is the first of the two: see `LocalClock`.
    func offset(whenClockShows seconds: Int64) -> Int {
        LocalClock.offset(whenClockShows: seconds) { offset(at: $0) }
    }

    private func offset(at seconds: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}
