package import CaseModel

extension Situation {
    /// What advice depends on beside the case itself: its person, surveys, incidents.
    package struct Standing: Hashable, Sendable {
        /// The kind of author at present.
        package var author: AuthorAssessment
        /// Whether a survey was offered for the case.
        package var isSurveyed: Bool
        /// Whether the case is part of an open incident.
        package var isInIncident: Bool

        package init(author: AuthorAssessment = .unknown, isSurveyed: Bool = false, isInIncident: Bool = false) {
            self.author = author
            self.isSurveyed = isSurveyed
            self.isInIncident = isInIncident
        }
    }

    /// Tags with a meaning for advice, for facts that no event states.
    package enum Tag {
        /// The messages contain private data, order data or data of third parties.
        package static let privateData = "private-data"
        /// The person can't be reached in private.
        package static let notContactable = "not-contactable"
        /// Whether we can help with the product.
        package static let canHelp = "can-help"
        package static let cannotHelp = "cannot-help"
    }

    /// The situation of a case at a moment. Pure. O(tags).
    package init(of summary: CaseSummary, _ standing: Standing, _ parameters: PlaybookParameters, now: Timestamp) {
        self.init()
        let facts: CaseFacts = summary.facts
        readStage(of: summary, now)
        polarity = summary.polarity.map(Judgement.init) ?? .unjudged
        targets = ComplaintTargets(
            product: summary.targets.contains(.product) && !facts.contains(.productResolved),
            brand: summary.targets.contains(.brand) && !facts.contains(.brandResolved))
        reach = summary.reach ?? 0 >= parameters[.reachThreshold] ? .wide : .ordinary
        readTurn(of: summary, parameters, now)
        readHandling(of: summary)
        readPromise(of: summary, now)
        readAfterwards(of: summary, parameters, now)
        author = AuthorKind(standing.author)
        survey = YesNo(standing.isSurveyed)
        incident = YesNo(standing.isInIncident)
        if !summary.tags.isEmpty { read(summary.tags) }
    }

    private static let dismissals: CaseFacts = [
        .dismissedTroll, .dismissedSpam, .dismissedOffTopic, .dismissedDuplicate,
    ]

    private mutating func readStage(of summary: CaseSummary, _ now: Timestamp) {
        switch summary.status {
        case .merged: lifecycle = .merged
        case .closed: lifecycle = .closed
        default:
            if isSnoozed(summary, now) {
                lifecycle = .snoozed
            } else if summary.endedAt != nil {
                lifecycle = summary.facts.isDisjoint(with: Self.dismissals) ? .resolved : .dismissed
            } else {
                lifecycle = .open
            }
        }
    }

    /// Whether it is snoozed. A snooze from before the end of the case doesn't count.
    private func isSnoozed(_ summary: CaseSummary, _ now: Timestamp) -> Bool {
        guard let until = summary.snoozedUntil, until > now else { return false }
        guard let ended = summary.endedAt else { return true }
        return summary.snoozes.last.map { $0.lowerBound >= ended } ?? false
    }

    private mutating func readTurn(of summary: CaseSummary, _ parameters: PlaybookParameters, _ now: Timestamp) {
        let facts: CaseFacts = summary.facts
        if summary.turns == 0 {
            turn = .opening
        } else {
            turn = summary.unansweredSince == nil ? .ours : .theirs
        }
        let isNews: Bool
        if let ended = summary.closedAt ?? summary.endedAt {
            // Answered praise is not news; an answered complaint is, until the case is reopened.
            let heard: Timestamp? = summary.lastMentionAt.flatMap { $0 > ended ? $0 : nil }
            let isAnswered: Bool = heard.map { (summary.lastReplyAt ?? ended) >= $0 } ?? true
            isNews = heard != nil && (!isAnswered || !facts.contains(.newestPositive))
        } else {
            // An unclassified mention is news even if it is answered.
            isNews =
                summary.unansweredSince != nil || summary.lastMentionAt != nil && !facts.contains(.newestJudged)
        }
        if isNews {
            if !facts.contains(.newestJudged) {
                news = .unjudged
            } else if facts.contains(.newestPositive) {
                news = .positive
            } else {
                news = facts.contains(.newestComplaint) ? .complaint : .other
            }
        }
        turnsLeft = YesNo(Int64(summary.turns) < parameters[.turns])
        if turn == .ours, let last = summary.lastReplyAt {
            silent = YesNo(now.microseconds(since: last) >= parameters[.silence])
        }
        place = facts.contains(.isPrivate) ? .isPrivate : .isPublic
        answeredInPublic = YesNo(summary.turns > 0 && summary.publicReplyCount > 0)
        praisedInPublic = YesNo(facts.contains(.praisedInPublic))
        consent = YesNo(facts.contains(.consent))
    }

    private mutating func readHandling(of summary: CaseSummary) {
        let facts: CaseFacts = summary.facts
        helped = YesNo(facts.contains(.helped))
        guided = YesNo(facts.contains(.guided))
        if helped == .yes { canHelp = .yes } else if guided == .yes { canHelp = .no }
        // Any reply counts as an acknowledgement, as it does for the service level.
        acknowledged = YesNo(facts.contains(.acknowledged) || summary.turns > 0)
        escalated = YesNo(facts.contains(.escalated))
        investigated = YesNo(facts.contains(.investigated))
        if facts.contains(.assessed) { assessed = facts.contains(.founded) ? .founded : .unfounded }
        courtesy = YesNo(facts.contains(.answeredSinceAssessed))
        asked = YesNo(facts.contains(.asked))
        problemIdentified = YesNo(facts.contains(.problemIdentified))
        planExplained = YesNo(facts.contains(.planExplained))
    }

    private mutating func readPromise(of summary: CaseSummary, _ now: Timestamp) {
        if let promised = summary.openPromise, promised <= now { promiseDue = .yes }
    }

    private mutating func readAfterwards(of summary: CaseSummary, _ parameters: PlaybookParameters, _ now: Timestamp) {
        let facts: CaseFacts = summary.facts
        if facts.contains(.resolvedFavourable) {
            prospect = .favourable
        } else if facts.contains(.resolvedUnfavourable) {
            prospect = .unfavourable
        } else if facts.contains(.forecastFavourable) {
            prospect = .favourable
        } else if facts.contains(.forecastUnfavourable) {
            prospect = .unfavourable
        }
        if facts.contains(.solvedYes) { solved = .yes } else if facts.contains(.solvedPartly) { solved = .partly }
        published = YesNo(facts.contains(.published))
        if let due = summary.nextFollowUpAt {
            followUp = due <= now ? .due : .scheduled
        } else {
            let looked: CaseFacts = summary.endedAt == nil ? .lookedSinceReply : .lookedSinceEnd
            followUp = facts.contains(looked) ? .done : .none
        }
        guard let ended = summary.endedAt else { return }
        recurrence = YesNo(
            facts.contains(.lookedSinceEnd)
                && (summary.lastFinding == .recurrence || summary.lastFinding == .worse))
        let heard: Timestamp = max(ended, summary.lastMentionAt ?? ended)
        quiet = YesNo(now.microseconds(since: heard) >= parameters[.horizon])
    }

    private mutating func read(_ tags: [String]) {
        if tags.contains(Tag.privateData) { privateData = .yes }
        if tags.contains(Tag.notContactable) { contactable = .no }
        if tags.contains(Tag.cannotHelp) { canHelp = .no } else if tags.contains(Tag.canHelp) { canHelp = .yes }
    }
}

extension Judgement {
    init(_ polarity: Polarity) {
        switch polarity {
        case .positive: self = .positive
        case .complaint: self = .complaint
        case .question: self = .question
        case .neutral: self = .neutral
        case .spam: self = .spam
        }
    }
}

extension ComplaintTargets {
    init(product: Bool, brand: Bool) {
        switch (product, brand) {
        case (true, true): self = .both
        case (true, false): self = .product
        case (false, true): self = .brand
        case (false, false): self = .none
        }
    }
}

extension AuthorKind {
    init(_ assessment: AuthorAssessment) {
        switch assessment {
        case .customer: self = .customer
        case .unknown: self = .unknown
        case .suspectedTroll: self = .suspectedTroll
        case .troll: self = .troll
        case .spammer: self = .spammer
        }
    }
}
