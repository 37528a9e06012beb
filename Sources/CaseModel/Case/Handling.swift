/// The steps that were taken in one episode.
package struct Handling: Blank {
    /// The last assessment of whether the complaint is founded (S10).
    package struct Assessment: Hashable, Sendable {
        package var founded: Bool
        package var at: Timestamp
    }

    /// When the complaint was first acknowledged to the person.
    package var acknowledgedAt: Timestamp?
    package var assessment: Assessment?
    /// The last forecast.
    package var forecast: Forecast?
    /// When the problem was first identified (S13).
    package var problemIdentifiedAt: Timestamp?
    package var planExplainedAt: Timestamp?
    /// The date that the last plan promises.
    package var planBy: Timestamp?
    package var helpProvidedAt: Timestamp?
    package var guidanceGivenAt: Timestamp?
    /// When it was last escalated; nil again once the case is resolved.
    package var escalatedAt: Timestamp?
    /// The level of the last escalation, 1 to 4.
    package var escalationLevel: Int64?
    package var publishedAt: Timestamp?

    package init() {}
}
