/// What a clock on the wall means where its zone puts it forward and back.
package enum LocalClock {
    /// Seconds ahead of UTC when a clock shows the time that a clock in UTC shows at `seconds` since 1970.
    ///
    /// An hour that the clock shows twice is the first of the two; one that it skips is read as if it had not been.
    ///
    /// - Parameter offsetAt: seconds ahead of UTC at a moment, in seconds since 1970.
    package static func offset(whenClockShows seconds: Int64, _ offsetAt: (Int64) -> Int) -> Int {
        let before = offsetAt(seconds - 86400)
        let after = offsetAt(seconds + 86400)
        if before == after || offsetAt(seconds - Int64(before)) == before { return before }
        return offsetAt(seconds - Int64(after)) == after ? after : before
    }
}
