package import CaseModel

/// A command on a case as it comes in from outside.
package enum DeskCommand: Sendable {
    /// One case, one command; `mention` names the message it concerns by the network's id.
    case onCase(CaseReference, CaseCommand, mention: SourceKey?)
    case merge(from: CaseReference, into: CaseReference, reason: String?)
    case unmerge(from: CaseReference, into: CaseReference?, reason: String?)
    /// Take one message in as it happens.
    case capture(SourceMessage)
}

extension DeskCommand {
    /// A reply that stands on a network is known by its id there, whoever tells us of it first.
    var networkKey: SourceKey? {
        guard case .onCase(_, .reply(let reply), _) = self else { return nil }
        return reply.key
    }
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
