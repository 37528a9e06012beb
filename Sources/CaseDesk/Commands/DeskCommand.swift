package import CaseModel
internal import EventStore
internal import Projections

/// A command on a case as it comes in from outside.
package enum DeskCommand: Sendable {
    /// One case, one command; `mention` names the message it concerns by the network's id.
    case onCase(CaseReference, CaseCommand, mention: SourceKey?)
    case merge(from: CaseReference, into: CaseReference, reason: String?)
    case unmerge(from: CaseReference, into: CaseReference?, reason: String?)
    /// Take one message in as it happens.
    case capture(SourceMessage)
}

extension CaseCommand {
    /// The command with the message it concerns filled in, where it says none itself.
    func concerning(_ mention: SourceKey?) -> CaseCommand {
        switch self {
        case .classify(nil, let label): return .classify(mention: mention, label)
        case .reply(var reply):
            if reply.inReplyTo == nil { reply.inReplyTo = mention }
            return .reply(reply)
        default: return self
        }
    }
}

extension CaseDesk {
    /// The key of the message that a reference names; nil for a reference by number or tracking code.
    package func messageKey(_ reference: CaseReference) -> SourceKey? {
        guard case .message(let channel, let id) = reference else { return nil }
        return keys.message(channel, id)
    }

    /// The version of the case that a reference leads to: the newest event of the streams that it is made of. O(its events).
    package func version(of reference: CaseReference) throws -> Int64 {
        try read {
            let loader = CaseLoader(store: store)
            var number: CaseNumber = try number(of: reference)
            while let next = try loader.state(of: number)?.mergedInto { number = next }
            return try loader.combined(number)?.position.rawValue ?? 0
        }
    }
}
