/// Why a command was refused: what is wrong, what the state is, what could be done instead.
///
/// Nothing is recorded then. The sentence names numbers and states, never personal data.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// For programs; printed in JSON.
    public enum Code: String, CaseIterable, Sendable {
        case noSuchCase, noSuchMention, merged, closed, notEnded, alreadyResolved, alreadyDismissed
        case noSuchIssue, dismissedAsTroll, needsTarget, targetsWithoutComplaint, nothingChanged, noSuchFollowUp
        case openFollowUp, unwatched, dueInThePast, sameCase, notMerged, otherPerson, badConfidence, beforeTheCase
        case outOfOrder, privateToPublic, versionTaken, inTheFuture, malformed
        case noSuchPerson, samePerson, alreadyLinked, linkCircle, notLinked, mergedAcross
        case noCode, oneSignal, noSuchOffer, alreadyAnswered, scoreOutOfScale
        case noSuchEvent, notCorrectable, badValue, retracted, noSuchImport, builtUpon
        case wholeCase, splitAlready
        case notAComplaint, alreadyAcknowledged, notAboutBrand, notInvestigated, needsSource, problemUnknown
        /// This event can't be taken back on its own.
        case notTakenBack
        case notResolved, notFavourable, alreadyPublished, needsConsent, needsText, needsReason
        case badName, badLevel, notSnoozed
        case needsCase, inIncident, noSuchIncident, incidentClosed
        /// The playbook has no such rule.
        case noSuchRule
        /// An offer of the same survey is unanswered.
        case offeredAlready
        /// The idempotency key given was used for another command.
        case keyTaken
        /// The author is anonymous (`[deleted]`), so nothing can be attributed to them.
        case nobodyKnown
        /// Somebody recorded something on the case after the person last read it.
        case movedOn
    }

    /// For programs.
    public var code: Code
    /// The case it is about.
    public var caseNumber: CaseNumber?
    /// For people.
    public var description: String

    /// Creates a refusal.
    public init(_ code: Code, _ caseNumber: CaseNumber?, _ description: String) {
        self.code = code
        self.caseNumber = caseNumber
        self.description = description
    }
}
