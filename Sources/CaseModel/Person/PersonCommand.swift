/// A command on one person. `PersonDecider` decides it.
public enum PersonCommand: Hashable, Sendable {
    /// Classify the author, for a limited time.
    case assess(Assessment)
    /// Offer a survey, possibly for a case.
    case offerSurvey(SurveyInstrument, case: CaseNumber?)
    /// Record the answer to an offer; by default to the newest unanswered one.
    case answerSurvey(Int64?, score: Int64, words: String?)
    /// Record evidence of their stance, with the event that is the evidence, if any.
    case recordEvidence(EvidenceKind, case: CaseNumber?, event: Position?, note: String?)

    /// A classification of the author.
    public struct Assessment: Hashable, Sendable {
        /// The kind of author.
        public var assessment: AuthorAssessment
        /// The evidence, as codes.
        public var evidence: [String]
        /// When they count as unknown again; by default for trolls and spammers after `PersonDecider.usualExpiry`.
        public var expires: Timestamp?
        /// The reason in words.
        public var note: String?

        /// Creates an assessment.
        public init(
            _ assessment: AuthorAssessment, evidence: [String] = [], expires: Timestamp? = nil, note: String? = nil
        ) {
            self.assessment = assessment
            self.evidence = evidence
            self.expires = expires
            self.note = note
        }
    }
}
