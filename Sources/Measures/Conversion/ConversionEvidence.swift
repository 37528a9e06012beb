package import CaseModel

/// Evidence of a person's stance: a complaint, praise, thanks, an answer to a survey.
///
/// Questions and neutral mentions are no evidence.
package struct ConversionEvidence: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A detractor, and possibly an index complaint.
        case complaint(Complaint)
        /// A detractor without a complaint, such as a survey answer of 0 to 6.
        case detractor
        /// Content but no advocate: thanks, or an answer of 7 or 8.
        case passive
        /// Advocacy towards others, or an answer of 9 or 10.
        case promoter
    }

    /// The person; of linked ones the one that the others are known as.
    package var person: PersonNumber
    /// When it occurred.
    package var at: Timestamp
    package var kind: Kind
    /// The event that contains it.
    package var position: Position
    /// The event that classified it.
    package var judgedAt: Position?
    /// The evidence of the same instant that certainly precedes it, because it answers that one (`InstantChains`).
    package var follows: Position?
    /// Its place in the source's own order, which decides among simultaneous messages.
    package var sequence: SourceSequence?
    /// The stance it would show if a tie in time were decided the other way; nil if it doesn't depend on a tie.
    package var stanceAtOtherEnd: Stance?

    /// Creates evidence.
    package init(
        person: PersonNumber, at: Timestamp, kind: Kind, position: Position, judgedAt: Position? = nil,
        follows: Position? = nil, sequence: SourceSequence? = nil, stanceAtOtherEnd: Stance? = nil
    ) {
        self.person = person
        self.at = at
        self.kind = kind
        self.position = position
        self.judgedAt = judgedAt
        self.follows = follows
        self.sequence = sequence
        self.stanceAtOtherEnd = stanceAtOtherEnd
    }

    var isComplaint: Bool { if case .complaint = kind { true } else { false } }

    /// The stance that it shows.
    package var stance: Stance {
        switch kind {
        case .complaint, .detractor: .detractor
        case .passive: .passive
        case .promoter: .promoter
        }
    }
}
