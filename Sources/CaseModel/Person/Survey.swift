/// One time a person was asked how content they are, and what they answered.
package struct Survey: Hashable, Sendable {
    package struct Answer: Hashable, Sendable {
        package var score: Int64
        package var at: Timestamp
        package var position: Position
    }

    /// Its number with this person, from 1.
    package var offer: Int64
    package var instrument: SurveyInstrument
    /// The case that gave occasion to it.
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
    /// The scores one may give: how likely one would recommend us, how content one is, how much trouble it was.
    package var scale: ClosedRange<Int64> {
        switch self {
        case .nps: 0...10
        case .csat: 1...5
        case .ces: 1...7
        }
    }

    /// Where a score shows a person to stand (MEASURES, "Evidence"); nil for the instruments that don't ask for it.
    package func stance(of score: Int64) -> Stance? {
        guard self == .nps else { return nil }
        return score <= 6 ? .detractor : score <= 8 ? .passive : .promoter
    }
}

extension EvidenceKind {
    /// Where a person stands by such evidence: promotion is advocacy towards others, thanks to us are none; nil for an
    /// answer to a survey, which depends on its score.
    package var stance: Stance? {
        switch self {
        case .survey: nil
        case .publicRecommendation, .unsolicitedPraise: .promoter
        case .thanks: .passive
        case .newComplaint: .detractor
        }
    }
}
