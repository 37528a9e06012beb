package import CaseModel
package import EventStore
package import Intake
internal import JSON
package import Projections
internal import Threads

/// Why the desk can't do what was asked; each says what, where and what to do.
package enum DeskError: Error, CustomStringConvertible {
    /// The command is wrong or refused; nothing was written.
    case refused(Refusal)
    /// The source can't be taken in at all.
    case source(name: String, SourceRefusal)
    /// Something about the input that no single row is to blame for.
    case input(String)
    /// The store can't be used.
    case store(StoreError)
    /// The log can't be folded.
    case replay(ReplayError)
    /// The machine gives no more of something.
    case system(String)
    /// A strict import met rows it would have to reject.
    /// With the first of them.
    case strict(rejected: Int64, [Rejection])

    package var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .source(let name, let refusal): "\(name): \(refusal)"
        case .input(let sentence), .system(let sentence): sentence
        case .store(let error): error.description
        case .replay(let error): error.description
        case .strict(let rejected, _):
            "\(rejected) \(rejected == 1 ? "row" : "rows") can't be taken in, so with --strict nothing was; mend \(rejected == 1 ? "it" : "them"), or leave out --strict"
        }
    }

    /// Whether the store is to blame rather than the command.
    package var isStoreUnusable: Bool {
        switch self {
        case .store(let error): !error.isConflict
        case .replay, .system: true
        default: false
        }
    }

    /// Whether the store can be read at least: nobody may write to it, or somebody else does.
    package var isWritingRefused: Bool {
        guard case .store(let error) = self else { return false }
        return switch error.code {
        case .readOnly, .locked, .diskFull, .disk: true
        default: false
        }
    }

    /// Tells any error that comes up from below by what it means for the person.
    package init?(_ error: any Error, path: String) {
        switch error {
        case let error as DeskError: self = error
        case let error as Refusal: self = .refused(error)
        case let error as ReplayError: self = .replay(error)
        // Whoever reads a text that is known by its place says which it is; this one was damaged in another table.
        case is JSONError: self = .store(StoreError(.damaged, path: path))
        case let error as ThreadError: self = .system(error.description)
        default:
            guard let error = StoreError(error, path: path) else { return nil }
            self = .store(error)
        }
    }
}
