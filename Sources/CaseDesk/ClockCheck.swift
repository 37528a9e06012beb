internal import CaseModel
internal import EventStore

/// Keeps a clock that is far ahead out of the log.
///
/// `recorded_at` never falls, so one event recorded by a clock of the year 8364 would make every later one carry that time,
/// for good. A clock that looks wrong is refused once, and believed when somebody says that it is right.
struct ClockCheck {
    /// How far our clock may be past the newest event: a store that nobody wrote to for longer is asked about.
    static let longestPause: Int64 = 731 * 86_400 * 1_000_000
    /// The end of 2045. Where nothing was recorded yet, a clock past it is asked about.
    static let latestBeginning = Timestamp(seconds: 2_398_377_600)
    /// How far the newest event may be past our clock before `doctor` speaks of it: clocks of two machines differ.
    static let difference: Int64 = 86_400 * 1_000_000

    /// Our clock.
    var now: Timestamp
    /// When the newest event was recorded; nil in an empty log.
    var newest: Timestamp?

    /// Whether the clock is so far ahead that it is asked about.
    var isFarAhead: Bool {
        guard let newest else { return now > Self.latestBeginning }
        return now.microseconds > newest.microseconds
            && now.microseconds - newest.microseconds > Self.longestPause
    }

    /// Whether the log was written by a clock that was ahead of ours.
    var isBehindTheLog: Bool {
        guard let newest, newest > now else { return false }
        return newest.microseconds - now.microseconds > Self.difference
    }

    /// - Throws: `DeskError.input` where the clock is far ahead.
    func refuseIfFarAhead() throws(DeskError) {
        guard isFarAhead else { return }
        let since: String =
            newest.map { "and the newest event in the store was recorded at \(TimeText.format($0))" }
            ?? "and nothing was recorded in the store yet"
        throw .input(
            "the clock says \(TimeText.format(now)), \(since); the time of recording never goes back, so a wrong clock would "
                + "stay in the log for good, and nothing was recorded: set the clock, or add --trust-clock if it is right"
        )
    }
}
