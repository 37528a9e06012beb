import Basics
package import CaseModel
internal import Crypto
internal import EventStore
internal import Projections

/// What an adoption recorded.
package struct AdoptionReceipt: Sendable {
    package var adopted: AdoptedPolicy
    /// Whether the same adoption had been recorded before under its key, so that nothing was recorded now.
    package var wasKnown = false
}

extension CaseDesk {
    /// Records that a policy comes into force. The caller has read the text and found it good. Durable when it returns.
    ///
    /// Cases that open from `effectiveFrom` on run under it; with a time in the past that includes cases which are
    /// there already.
    ///
    /// - Parameters:
    ///   - text: the policy itself, kept as the event's content; the event holds its SHA-256.
    ///   - key: one of the sender's own: the same adoption again under it records nothing.
    /// - Throws: `DeskError.refused` where the text is in force already, or its version stands for another text.
    @discardableResult
    package func adopt(
        _ kind: PolicyKind, name: String, version: String, text: String, effectiveFrom: Timestamp? = nil,
        by actor: Actor, key: String? = nil
    ) throws -> AdoptionReceipt {
        let now: Timestamp = clock()
        let policy = PolicyVersion(
            name: name, version: version, sha256: Hexadecimal.text(SHA256.hash(data: Array(text.utf8))),
            effectiveFrom: effectiveFrom ?? now)
        let adoption = Adoption(kind: kind, policy: policy, text: text, isTimeGiven: effectiveFrom != nil)
        return try write(by: actor, now: now) { session in
            let sent = SentWith(context: CommandContext(at: now), key: commandKey(key), expecting: nil)
            return try pass(adoption, sent, session)
        }
    }

    /// The house's policies with their texts. O(versions).
    package func policies(_ horizon: Horizon = .now) throws -> PolicyHistory {
        try ask(horizon) { _ in try policyHistory() }
    }

    /// As above, within a question on one view of the store.
    func policyHistory() throws -> PolicyHistory {
        var history = PolicyHistory()
        history.adopted = try PolicyRows(store).adopted()
        for adopted in history.adopted {
            history.texts[adopted.position] = try content(at: adopted.position)?.note
        }
        return history
    }
}

/// A policy that is to come into force.
private struct Adoption: HouseCommand {
    var kind: PolicyKind
    var policy: PolicyVersion
    var text: String
    var isTimeGiven: Bool

    /// The time from which it holds is what is adopted, other than the times of other commands; left out, it is the present,
    /// another moment each time.
    func identity(_ context: CommandContext) -> CommandIdentity {
        CommandIdentity(
            ["adopt", kind.rawValue, policy.name, policy.version, policy.sha256]
                + [isTimeGiven ? TimeText.format(policy.effectiveFrom) : nil], words: [text], context)
    }

    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> AdoptionReceipt? {
        let adopted: [AdoptedPolicy] = try session.projections.policies.adopted()
        guard let known = adopted.first(where: { $0.position.rawValue == positions.lowerBound }) else {
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: desk.store.path))
        }
        return AdoptionReceipt(adopted: known, wasKnown: true)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> AdoptionReceipt {
        let decision: Decision = try PolicyDecider.adopt(
            kind, policy, text: text, after: session.projections.policies.adopted(), at: passed.context.at)
        let position: Int64 = try session.record([decision], passed).lowerBound
        return AdoptionReceipt(adopted: AdoptedPolicy(position: Position(position), kind: kind, policy: policy))
    }
}

extension AdoptionReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { adopted.position.rawValue...adopted.position.rawValue }
}
