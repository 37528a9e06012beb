/// Something a person of the house wants to record of one person.
public enum PersonCommand: Hashable, Sendable {
    /// Say what kind of author they are, for now.
    case assess(Assessment)
    /// Ask them how content they are, perhaps on occasion of a case.
    case offerSurvey(SurveyInstrument, case: CaseNumber?)
    /// Record their answer; to the newest unanswered offer where none is named.
    case answerSurvey(Int64?, score: Int64, words: String?)
    /// Record what shows where they stand; `event` shows it, where one does.
    case recordEvidence(EvidenceKind, case: CaseNumber?, event: Position?, note: String?)

    /// What kind of author somebody is.
    public struct Assessment: Hashable, Sendable {
        /// The kind itself.
        public var assessment: AuthorAssessment
        /// What was seen, as the house's codes.
        public var evidence: [String]
        /// When they count as unknown again; the usual time where nil.
        public var expires: Timestamp?
        /// Why, in words.
        public var note: String?

        /// Puts a judgement together.
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
