package import CaseModel

/// The house's policies, each version with its text.
package struct PolicyHistory: Sendable {
    /// Every version that was adopted, in order.
    package var adopted: [AdoptedPolicy] = []
    /// The texts by the position of the adopting event.
    package var texts: [Position: String] = [:]

    /// Nothing was adopted.
    package init() {}

    /// The version that a case runs under which opened at a moment; nil for what comes with the program.
    package func inForce(_ kind: PolicyKind, at opening: Timestamp) -> AdoptedPolicy? {
        adopted.inForce(kind, at: opening)
    }
}
