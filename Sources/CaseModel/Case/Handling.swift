/// What the house did about a matter in one episode, step by step.
package struct Handling: Blank {
    /// A judgement of whether the complaint has a reason to be (S10).
    package struct Assessment: Hashable, Sendable {
        package var founded: Bool
        package var at: Timestamp
    }

    /// When the person was told that their complaint has been heard; the first time counts.
    package var acknowledgedAt: Timestamp?
    package var assessment: Assessment?
    /// How it was last expected to end.
    package var forecast: Forecast?
    /// When it was first known what exactly the problem is (S13).
    package var problemIdentifiedAt: Timestamp?
    package var planExplainedAt: Timestamp?
    /// By when the plan promised it.
    package var planBy: Timestamp?
    package var helpProvidedAt: Timestamp?
    package var guidanceGivenAt: Timestamp?
    /// When somebody in the house was last asked to act; nothing once the case is resolved.
    package var escalatedAt: Timestamp?
    /// The level it was last raised to, 1 to 4.
    package var escalationLevel: Int64?
    package var publishedAt: Timestamp?

    package init() {}
}
