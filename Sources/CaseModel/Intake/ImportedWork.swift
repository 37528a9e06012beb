package import JSON

/// What of an import is today's work, for which clocks start like those of a message that is captured; the rest is history.
public enum ImportedWork: Hashable, Sendable {
    /// Nothing: an import is silent.
    case history
    /// Everything.
    case live
    /// What happened at this moment or later.
    case liveSince(Timestamp)

    /// From when on messages are today's work; nil where all of it is history.
    package var since: Timestamp? {
        switch self {
        case .history: nil
        case .live: Timestamp(microseconds: .min)
        case .liveSince(let moment): moment
        }
    }
}

extension FieldReader {
    /// Reads the two fields that `JSONWriter.fields(_:)` writes; history where there is neither.
    package mutating func importedWork() throws(JSONError) -> ImportedWork {
        // In the order in which they are written: a reader goes through a payload once.
        let isLive: Bool = try optionalBool("live") ?? false
        if let moment = try optionalTimestamp("liveSince") { return .liveSince(moment) }
        return isLive ? .live : .history
    }
}

extension JSONWriter {
    /// Writes `live` and `liveSince`, each only where it says something.
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
