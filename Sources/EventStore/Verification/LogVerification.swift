/// What a verification of the log found.
///
/// It finds whatever was changed without its hash. Who changes an event and its hash together, or cuts the log's end off, is
/// found out by comparing with what was seen before, and not here; nor is the owner of a content committed to.
package struct LogVerification: Hashable, Sendable {
    /// Events read, each compared with its leaf hash.
    package private(set) var events: Int64 = 0
    /// Contents read, each compared with its event's commitment.
    package private(set) var contents: Int64 = 0
    /// Contents that are committed to and aren't there.
    package private(set) var contentsMissing: Int64 = 0
    /// All that is different, shown or not.
    package private(set) var differenceCount: Int64 = 0
    /// The first that was found, at most `limit`.
    package private(set) var differences: [LogDifference] = []

    /// How many differences are kept.
    package static let limit = 20

    /// Whether nothing is different.
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
