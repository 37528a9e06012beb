package import CaseModel

/// How one clock of a case stands.
package struct ClockReading: Hashable, Sendable {
    package var clock: ServiceClock
    package var state: ClockState
    package var startedAt: Timestamp
    /// When what was promised was done.
    package var stoppedAt: Timestamp?
    /// The promised working time, in microseconds.
    package var target: Int64
    /// The moment up to which the promise can be kept; while it is paused, as if the pause ended now. Nil where the
    /// calendar has not so much working time.
    package var due: Timestamp?
    /// When it is time to hurry.
    package var warnAt: Timestamp?
    /// Working time used, without pauses, in microseconds.
    package var used: Int64
    /// Working time in pauses, in microseconds.
    package var paused: Int64
    /// The stretches that did not count, up to now where one goes on.
    package var pauses: [Range<Timestamp>]

    /// Working time left, in microseconds; negative when more was used than was promised.
    package var left: Int64 { target - used }

    /// Whether it asks for something: it runs or is paused, or is overdue and nothing was done.
    package var isOpen: Bool { state == .running || state == .paused || state == .breached }

    /// Whether it is time to hurry, or past it.
    package func isWarning(at now: Timestamp) -> Bool {
        state == .breached || (state == .running && warnAt.map { $0 <= now } ?? false)
    }
}

/// What became of a promise.
package enum ClockState: String, CaseIterable, Sendable {
    /// Time goes by.
    case running
    /// Time does not count at present.
    case paused
    /// Done by the deadline.
    case met
    /// Done after the deadline.
    case metLate = "breached-and-met-late"
    /// Not done, and the deadline is past; or the episode ended after the deadline without it.
    case breached
}
