/// The result of verifying the log.
///
/// Detects every change that left the hash as it was. Not detected: an event changed together with its hash, a
/// truncated log (both need a checkpoint from outside), and a changed owner of content, which the hash doesn't cover.
package struct LogVerification: Hashable, Sendable {
    /// Events compared with their leaf hash.
    package private(set) var events: Int64 = 0
    /// Contents compared with their commitment.
    package private(set) var contents: Int64 = 0
    /// Contents that have a commitment but are missing.
    package private(set) var contentsMissing: Int64 = 0
    /// All differences.
    package private(set) var differenceCount: Int64 = 0
    /// The first `limit` differences.
    package private(set) var differences: [LogDifference] = []

    package static let limit = 20

    package var isIntact: Bool { differenceCount == 0 }

    mutating func countEvent() { events += 1 }

    mutating func countContent() { contents += 1 }

    mutating func add(_ kind: LogDifference.Kind, at position: Int64, _ type: @autoclosure () -> String?) {
        differenceCount += 1
        if kind == .contentMissing { contentsMissing += 1 }
        guard differences.count < Self.limit else { return }
        differences.append(LogDifference(position: position, type: type(), kind: kind))
    }
}
