package import CaseModel

/// One thing that shows where a person stands towards the brand: a complaint, praise, thanks, an answer to a survey.
///
/// What shows nothing (a question, a neutral mention) is no evidence and is not fed.
package struct ConversionEvidence: Hashable, Sendable {
    /// What it shows.
    package enum Kind: Hashable, Sendable {
        /// They complain: a detractor, and perhaps an index complaint.
        case complaint(Complaint)
        /// A detractor by something other than a complaint, such as an answer of 0 to 6.
        case detractor
        /// Content, but no advocate: thanks, or an answer of 7 or 8.
        case passive
        /// They speak for us to others, or answered 9 or 10.
        case promoter
    }

    /// The person it is about: of merged or linked ones the one that stands for all.
    package var person: PersonNumber
    /// When it happened in the world.
    package var at: Timestamp
    /// What it shows.
    package var kind: Kind
    /// The event that holds it.
    package var position: Position
    /// The event that made it mean what it does, such as the classification of a mention.
    package var judgedAt: Position?
    /// The evidence of the same instant that it came after for certain, by what it answers.
    package var follows: Position?
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?
    /// What it shows at the other end of a tie of time; nil where it rests on none.
    package var stanceAtOtherEnd: Stance?

    /// Puts the evidence together.
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

    /// Whether it is a complaint.
    var isComplaint: Bool { if case .complaint = kind { true } else { false } }

    /// Where the person stands by it.
    package var stance: Stance {
        switch kind {
        case .complaint, .detractor: .detractor
        case .passive: .passive
        case .promoter: .promoter
        }
    }
}
