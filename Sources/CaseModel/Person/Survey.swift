/// An offer of a survey and its answer.
package struct Survey: Hashable, Sendable {
    package struct Answer: Hashable, Sendable {
        package var score: Int64
        package var at: Timestamp
        package var position: Position
    }

    /// The number of the offer to this person, from 1.
    package var offer: Int64
    package var instrument: SurveyInstrument
    /// The case it was offered for.
    package var `case`: CaseNumber?
    package var offeredAt: Timestamp
    package var position: Position
    package var answer: Answer?

    package init(
        offer: Int64, instrument: SurveyInstrument, case: CaseNumber?, offeredAt: Timestamp, position: Position
    ) {
        self.offer = offer
        self.instrument = instrument
        self.case = `case`
        self.offeredAt = offeredAt
        self.position = position
    }
}

extension SurveyInstrument {
    /// The possible scores.
    package var scale: ClosedRange<Int64> {
        switch self {
        case .nps: 0...10
        case .csat: 1...5
        case .ces: 1...7
        }
    }

    /// The stance that a score shows (MEASURES, "Evidence"); nil for instruments that don't measure it.
    package func stance(of score: Int64) -> Stance? {
        guard self == .nps else { return nil }
        return score <= 6 ? .detractor : score <= 8 ? .passive : .promoter
    }
}

extension EvidenceKind {
    /// The stance that this kind of evidence shows; nil for surveys, where it depends on the score.
    package var stance: Stance? {
        switch self {
        case .survey: nil
        case .publicRecommendation, .unsolicitedPraise: .promoter
        case .thanks: .passive
        case .newComplaint: .detractor
        }
    }
}
