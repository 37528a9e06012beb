extension Event {
    /// What the event says that no event of its type may say, as a refusal; nil where all is well.
    ///
    /// These are the invariants of DOMAIN, section 3, that an event keeps by itself, whatever its case's state is.
    package func brokenInvariant(at moment: Timestamp) -> Refusal? {
        switch self {
        case .mentionClassified(let event): Self.broken(event.label)
        case .mentionCaptured(let event) where event.reach.map { $0 < 0 } ?? false:
            Refusal(.badValue, nil, "a reach is a number of people, 0 or more")
        case .caseEscalated(let event) where !(1...4).contains(event.level):
            Refusal(.badValue, nil, "a level of escalation goes from 1 to 4")
        case .followUpScheduled(let event): Self.broken(event.due, after: moment, "a follow-up is due")
        case .guidanceGiven(let event): Self.broken(event.followUpAt, after: moment, "a follow-up is due")
        case .caseSnoozed(let event): Self.broken(event.until, after: moment, "a snooze ends")
        case .surveyAnswered(let event) where !(event.minimum...event.maximum).contains(event.score):
            Refusal(
                .scoreOutOfScale, nil,
                "\(event.instrument.rawValue) goes from \(event.minimum) to \(event.maximum); "
                    + "name a score on that scale")
        default: nil
        }
    }

    private static func broken(_ label: Label) -> Refusal? {
        if label.polarity == .complaint, label.targets.isEmpty {
            return Refusal(
                .needsTarget, nil, "a complaint has a target: product, brand or both; say which with targets")
        }
        if label.polarity != .complaint, !label.targets.isEmpty {
            return Refusal(
                .targetsWithoutComplaint, nil,
                "only a complaint has targets; set targets to [] too, or leave it a complaint")
        }
        guard (0...1).contains(label.confidence) else {
            return Refusal(.badConfidence, nil, "a confidence is between 0 and 1")
        }
        return nil
    }

    private static func broken(_ time: Timestamp?, after moment: Timestamp, _ what: String) -> Refusal? {
        guard let time, time <= moment else { return nil }
        return Refusal(.dueInThePast, nil, "\(what) after it was planned; name a later time")
    }
}
