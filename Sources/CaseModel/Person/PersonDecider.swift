/// Decides commands on one person. Pure.
package enum PersonDecider {
    /// How long an assessment as troll or spammer lasts by default: 90 days, in microseconds.
    package static let usualExpiry: Int64 = 90 * 86_400_000_000

    /// Decides a command.
    ///
    /// - Parameter isTheirs: whether a case belongs to the person or to somebody linked with them; nil if there is no
    ///   such case.
    package static func decide(
        _ command: PersonCommand, _ state: PersonState, isTheirs: (CaseNumber) -> Bool?,
        _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        let event: Event
        var content = Content()
        switch command {
        case .assess(let assessment):
            event = try assess(assessment, state, context)
            content.note = assessment.note
        case .offerSurvey(let instrument, let number):
            try refuseIfNobody(state)
            try refuseIfNotTheirs(number, state, isTheirs)
            try refuseIfOffered(instrument, number, state)
            event = .surveyOffered(
                SurveyOffered(
                    offer: (state.surveys.map(\.offer).max() ?? 0) + 1, instrument: instrument, case: number))
        case .answerSurvey(let offer, let score, let words):
            event = try answer(offer, score, state, context)
            content.text = words
        case .recordEvidence(let kind, let number, let position, let note):
            try refuseIfNobody(state)
            try refuseIfNotTheirs(number, state, isTheirs)
            guard let stance = kind.stance else {
                throw Refusal(
                    .malformed, nil,
                    "an answer to a survey is recorded with its score: `cmcase person answer-survey \(state.number) SCORE`"
                )
            }
            event = .stanceEvidenced(StanceEvidenced(stance: stance, kind: kind, event: position, case: number))
            content.note = note
        }
        var decision = Decision(
            .person(state.number), event, at: context.at, content: content, owner: state.number, rule: context.rule)
        decision.take(context)
        return [decision]
    }

    // MARK: Commands

    /// A troll needs two different pieces of evidence, and every assessment expires (S11, S12).
    private static func assess(
        _ wanted: PersonCommand.Assessment, _ state: PersonState, _ context: CommandContext
    ) throws(Refusal) -> Event {
        for code in wanted.evidence where !isCode(code) {
            throw Refusal(
                .noCode, nil,
                "evidence is named by codes of lower-case letters, digits and hyphens, as in many-brands; "
                    + "say the rest in the note")
        }
        var expires: Timestamp? = wanted.expires
        switch wanted.assessment {
        case .troll, .suspectedTroll:
            guard Set(wanted.evidence).count >= 2 else {
                throw Refusal(
                    .oneSignal, nil,
                    "nobody is a troll by one signal alone; name two pieces of evidence that differ, "
                        + "or leave person \(state.number) unknown (S12)")
            }
            fallthrough
        case .spammer:
            if expires == nil {
                expires = context.at.later(by: usualExpiry)
            }
        case .customer, .unknown: break
        }
        if let expires, expires <= context.at {
            throw Refusal(.dueInThePast, nil, "a judgement expires after it is made; name a later time")
        }
        return .authorAssessed(
            AuthorAssessed(assessment: wanted.assessment, evidence: wanted.evidence, expires: expires))
    }

    /// One answer per offer, on the scale of its instrument.
    private static func answer(
        _ offer: Int64?, _ score: Int64, _ state: PersonState, _ context: CommandContext
    ) throws(Refusal) -> Event {
        let open: [Survey] = state.surveys.filter { $0.answer == nil }
        let found: Survey?
        if let offer {
            found = state.surveys.first { $0.offer == offer }
            if found?.answer != nil {
                throw Refusal(
                    .alreadyAnswered, nil,
                    "offer \(offer) of person \(state.number) is answered already, and an offer has one answer; "
                        + "correct the answer, or offer another survey")
            }
        } else {
            found = open.last
        }
        guard let survey = found else {
            let which: String =
                open.isEmpty ? "none is open" : "open: \(open.map { "\($0.offer)" }.joined(separator: ", "))"
            throw Refusal(
                .noSuchOffer, nil, "person \(state.number) was made no such offer of a survey; \(which)")
        }
        let scale: ClosedRange<Int64> = survey.instrument.scale
        guard scale.contains(score) else {
            throw Refusal(
                .scoreOutOfScale, nil,
                "offer \(survey.offer) is \(survey.instrument.rawValue), which goes from \(scale.lowerBound) to "
                    + "\(scale.upperBound); name a score on that scale, or another offer with --offer "
                    + "(open: \(open.map { "\($0.offer) \($0.instrument.rawValue)" }.joined(separator: ", ")))")
        }
        guard context.at >= survey.offeredAt else {
            throw Refusal(
                .outOfOrder, nil,
                "the survey was offered after the time given; name a later time with --at, or leave it out")
        }
        return .surveyAnswered(
            SurveyAnswered(
                offer: survey.offer, instrument: survey.instrument, minimum: scale.lowerBound,
                maximum: scale.upperBound, score: score, case: survey.case))
    }

    /// Refuses a second open offer of the same survey for the same case, or for none.
    private static func refuseIfOffered(
        _ instrument: SurveyInstrument, _ number: CaseNumber?, _ state: PersonState
    ) throws(Refusal) {
        let open: Survey? = state.surveys.last { survey in
            survey.answer == nil && survey.instrument == instrument && (number == nil || survey.case == number)
        }
        guard let open else { return }
        throw Refusal(
            .offeredAlready, number,
            "\(instrument.rawValue) was offered to person \(state.number)"
                + (open.case.map { " for case \($0)" } ?? "") + " already, as offer \(open.offer), which waits for its "
                + "answer: `cmcase person answer-survey \(state.number) SCORE`"
                + (number == nil ? "; or name another case that gives occasion to it" : ""))
    }

    // MARK: Shared rules

    /// Evidence seen elsewhere can't be attributed to an anonymous author, and no survey can be offered to them.
    private static func refuseIfNobody(_ state: PersonState) throws(Refusal) {
        guard state.isNobody else { return }
        throw Refusal(
            .nobodyKnown, nil,
            "person \(state.number) is nobody known: the name under their message names nobody, so nothing else can be "
                + "known to be theirs, and no figure of persons counts them; judge what they wrote in its case")
    }

    private static func refuseIfNotTheirs(
        _ number: CaseNumber?, _ state: PersonState, _ isTheirs: (CaseNumber) -> Bool?
    ) throws(Refusal) {
        guard let number else { return }
        guard let isTheirs = isTheirs(number) else {
            throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
        }
        guard isTheirs else {
            throw Refusal(
                .otherPerson, number,
                "case \(number) is not person \(state.number)'s; name one of theirs, or link the identities first")
        }
    }

    /// Whether a text is a code: 1 to 64 bytes of lower-case letters, digits and `-`.
    package static func isCode(_ text: String) -> Bool {
        let bytes: String.UTF8View = text.utf8
        return (1...64).contains(bytes.count)
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
