package import JSON

/// Which messages of an import are live work, for which service clocks run; the others are history.
public enum ImportedWork: Hashable, Sendable {
    /// None.
    case history
    /// All.
    case live
    /// Those written at this time or later.
    case liveSince(Timestamp)

    /// The time from which messages are live; nil for history.
    package var since: Timestamp? {
        switch self {
        case .history: nil
        case .live: Timestamp(microseconds: .min)
        case .liveSince(let moment): moment
        }
    }
}

extension FieldReader {
    /// Reads what `JSONWriter.fields(_:)` writes.
    package mutating func importedWork() throws(JSONError) -> ImportedWork {
        // In this order: the reader scans a payload forwards.
        let isLive: Bool = try optionalBool("live") ?? false
        if let moment = try optionalTimestamp("liveSince") { return .liveSince(moment) }
        return isLive ? .live : .history
    }
}

extension JSONWriter {
    /// Writes `live` and `liveSince`, or nothing for history.
    package mutating func fields(_ work: ImportedWork) {
        switch work {
        case .history: break
        case .live: field("live", true)
        case .liveSince(let moment):
            field("live", true)
            field("liveSince", moment)
        }
    }
}
