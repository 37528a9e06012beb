/// A policy version that was adopted.
package struct AdoptedPolicy: Hashable, Sendable {
    /// The adopting event; its content is the text of the policy.
    package var position: Position
    package var kind: PolicyKind
    package var policy: PolicyVersion

    package init(position: Position, kind: PolicyKind, policy: PolicyVersion) {
        self.position = position
        self.kind = kind
        self.policy = policy
    }
}

extension Sequence where Element == AdoptedPolicy {
    /// The version for cases opened at a moment: the one that came into force last by then, of these the one adopted
    /// last. Nil if none was adopted; the built-in one applies then. O(versions).
    package func inForce(_ kind: PolicyKind, at opening: Timestamp) -> AdoptedPolicy? {
        filter { $0.kind == kind && $0.policy.effectiveFrom <= opening }
            .max { ($0.policy.effectiveFrom, $0.position) < ($1.policy.effectiveFrom, $1.position) }
    }
}

/// Decides adopting a policy. Pure.
package enum PolicyDecider {
    /// Adopts a version.
    ///
    /// - Parameter adopted: all versions adopted before, of any kind.
    /// - Throws: `Refusal` if the text is in force already, or its name and version were adopted with another text.
    package static func adopt(
        _ kind: PolicyKind, _ policy: PolicyVersion, text: String, after adopted: [AdoptedPolicy], at: Timestamp
    ) throws(Refusal) -> Decision {
        let namesake: AdoptedPolicy? = adopted.first {
            $0.kind == kind && $0.policy.name == policy.name && $0.policy.version == policy.version
                && $0.policy.sha256 != policy.sha256
        }
        if let namesake {
            throw Refusal(
                .versionTaken, nil,
                "\(kind.rawValue) \(policy.name) \(policy.version) was adopted before with another text "
                    + "(event \(namesake.position)); give the new text a new version")
        }
        let present: AdoptedPolicy? = adopted.inForce(kind, at: policy.effectiveFrom)
        if let present, present.policy.sha256 == policy.sha256 {
            throw Refusal(
                .nothingChanged, nil,
                "\(kind.rawValue) \(policy.name) \(policy.version) is in force then already "
                    + "(event \(present.position)); there is nothing to record")
        }
        return Decision(.book, kind.adoption(of: policy), at: at, content: Content(note: text))
    }
}
