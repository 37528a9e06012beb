package import CaseModel
package import JSON

/// Why the log can't be folded.
package enum ReplayError: Error, Sendable, CustomStringConvertible {
    case unknownType(String, Position)
    case unknownStream(String, Position)
    case unreadablePayload(EventType, Position, JSONError)
    case upcast(Position, UpcasterError)
    case missingCase(CaseNumber, Position)
    case gap(expected: Position, found: Position)
    /// A position, version or time that this program never writes.
    case absurdNumbers(Position)

    package var description: String {
        switch self {
        case .unknownType(let type, let position):
            "the event at position \(position) has a type this program does not know (\(type)); use a newer cmcase"
        case .unknownStream(let stream, let position):
            "the event at position \(position) is in a stream this program does not know (\(stream)); use a newer cmcase"
        case .unreadablePayload(let type, let position, let error):
            "the payload of \(type.rawValue) at position \(position) can't be read (\(error.reason)); restore a backup"
        case .upcast(let position, let error):
            "the event at position \(position) can't be brought to today's form: \(error)"
        case .missingCase(let number, let position):
            "the event at position \(position) is about case \(number), which was never opened; restore a backup"
        case .gap(let expected, let found):
            "the log goes from position \(expected) to \(found): events are missing; restore a backup"
        case .absurdNumbers(let position):
            "the event at position \(position) has a position, a version or a time that can't be; restore a backup"
        }
    }
}
