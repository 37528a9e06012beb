package import CaseModel
internal import Crypto
internal import EventStore
internal import Projections
internal import SQLite

extension CaseDesk {
    /// Records that a policy comes into force. The caller has read the text and found it good. Durable when it returns.
    ///
    /// Cases that open from `effectiveFrom` on run under it; with a time in the past that includes cases which are
    /// there already.
    ///
    /// - Parameter text: the policy itself, kept as the event's content; the event holds its SHA-256.
    /// - Throws: `DeskError.refused` where the text is in force already, or its version stands for another text.
    @discardableResult
    package func adopt(
        _ kind: PolicyKind, name: String, version: String, text: String, effectiveFrom: Timestamp? = nil,
        by actor: Actor
    ) throws -> AdoptedPolicy {
        let now: Timestamp = clock()
        let policy = PolicyVersion(
            name: name, version: version, sha256: hexadecimal(SHA256.hash(data: Array(text.utf8))),
            effectiveFrom: effectiveFrom ?? now)
        return try write(by: actor, now: now) { session in
            let decision: Decision = try PolicyDecider.adopt(
                kind, policy, text: text, after: session.projections.policies.adopted(), at: now)
            guard let position = try session.record([decision]) else {
                throw DeskError.store(StoreError(.damaged, path: store.path))
            }
            return AdoptedPolicy(position: Position(position), kind: kind, policy: policy)
        }
    }

    /// The house's policies with their texts. O(versions).
    package func policies(_ horizon: Horizon = .now) throws -> PolicyHistory {
        try ask(horizon) { _ in try policyHistory() }
    }

    /// As above, within a question on one view of the store.
    func policyHistory() throws -> PolicyHistory {
        var history = PolicyHistory()
        history.adopted = try PolicyProjector.read(
            store.connection.statement(
                "SELECT position, kind, name, version, sha256, effective_from FROM policy_row ORDER BY position"))
        for adopted in history.adopted {
            history.texts[adopted.position] = try content(at: adopted.position)?.note
        }
        return history
    }

    private func hexadecimal(_ hash: SHA256.Digest) -> String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
