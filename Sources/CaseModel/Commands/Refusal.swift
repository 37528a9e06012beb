/// Why a command is not carried out: what is wrong, what the state is, and what could be done instead.
///
/// Nothing is written when a command is refused. The sentences name numbers and states, never a person's words.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for the program.
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
        /// It is not taken back by itself.
        case notTakenBack
        case notResolved, notFavourable, alreadyPublished, needsConsent, needsText, needsReason
        case badName, badLevel, notSnoozed
        case needsCase, inIncident, noSuchIncident, incidentClosed
        /// The playbook has no such rule.
        case noSuchRule
        /// An offer of the same survey waits for its answer.
        case offeredAlready
        /// The key of one's own stands for another command.
        case keyTaken
        /// The person's name names nobody.
        case nobodyKnown
        /// Somebody recorded something on the case since the person looked at it.
        case movedOn
    }

    /// What is wrong, for the program.
    public var code: Code
    /// The case it concerns, where there is one.
    public var caseNumber: CaseNumber?
    /// The sentence for the person.
    public var description: String

    /// Puts a refusal together.
    public init(_ code: Code, _ caseNumber: CaseNumber?, _ description: String) {
        self.code = code
        self.caseNumber = caseNumber
        self.description = description
    }
}
