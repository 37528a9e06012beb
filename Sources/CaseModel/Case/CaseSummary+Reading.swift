/// Derives a summary in one pass over each list of the state: replay spends much of its time here.
extension CaseSummary {
    mutating func readMentions(of state: CaseState) {
        openedAt = state.mentions.first?.at
        lastMentionAt = state.mentions.last?.at
        mentionCount = state.mentions.count
        for mention in state.mentions {
            revisionCount += mention.revisionCount
            if brand == nil { brand = mention.brand }
            if let seen = mention.reach, seen > reach ?? .min { reach = seen }
            if mention.visibility == .isPrivate { facts.insert(.hasPrivateMention) }
            if let label = mention.label {
                read(label)
                if label.polarity == .positive, mention.visibility == .isPublic { facts.insert(.praisedInPublic) }
            }
        }
        if topics.count > 1 { topics.sort { $0.name < $1.name } }
        guard let newest = state.mentions.last?.label else { return }
        facts.insert(.newestJudged)
        if newest.polarity == .positive { facts.insert(.newestPositive) }
        if newest.polarity == .complaint { facts.insert(.newestComplaint) }
    }

    private mutating func read(_ label: Label) {
        if polarity.map({ label.polarity.gravity > $0.gravity }) ?? true { polarity = label.polarity }
        if label.polarity == .complaint { targets.formUnion(label.targets) }
        for topic in label.topics where !topics.contains(topic) { topics.append(topic) }
        if let grave = label.severity, grave.gravity > severity?.gravity ?? -1 { severity = grave }
    }

    mutating func readReplies(of state: CaseState, since reopenedAt: Timestamp?) {
        lastReplyAt = state.replies.last?.at
        replyCount = state.replies.count
        let first: WorldOrder? = state.mentions.first?.worldOrder
        for reply in state.replies {
            if firstReplyAt == nil, let first, first < reply.worldOrder { firstReplyAt = reply.at }
            if reply.visibility == .isPublic { publicReplyCount += 1 }
            if brand == nil { brand = reply.brand }
            if reopenedAt.map({ reply.at >= $0 }) ?? true { turns += 1 }
        }
        guard let last = state.replies.last?.worldOrder else {
            unansweredSince = openedAt
            liveUnansweredSince = state.mentions.first { $0.isLive }?.at
            return
        }
        facts.insert(.anyReply)
        if let reply = state.replies.last, reply.purpose == .clarify, reopenedAt.map({ reply.at >= $0 }) ?? true,
            state.mentions.last.map({ $0.worldOrder < last }) ?? true
        {
            facts.insert(.asked)
        }
        for mention in state.mentions.reversed() {
            guard last < mention.worldOrder else { return }
            unansweredSince = mention.at
            if mention.isLive { liveUnansweredSince = mention.at }
        }
    }

    mutating func readFollowUps(of state: CaseState) {
        var lookedAt: Timestamp?
        for followUp in state.followUps {
            switch followUp.state {
            case .open: nextFollowUpAt = min(nextFollowUpAt ?? followUp.due, followUp.due)
            case .done(let finding, let at):
                if let lookedAt, lookedAt > at { break }
                lookedAt = at
                lastFinding = finding
            case .cancelled: break
            }
        }
        guard let lookedAt else { return }
        if lookedAt >= state.replies.last?.at ?? lookedAt { facts.insert(.lookedSinceReply) }
        if let ended = state.lifecycle.endedOrClosedAt, lookedAt >= ended { facts.insert(.lookedSinceEnd) }
    }

    mutating func readWork(of state: CaseState, _ handling: Handling) {
        let work: CaseWork = state.work
        assignee = work.assignee
        priority = work.priority
        tags = work.tags
        snoozedUntil = work.snooze?.until
        snoozes = state.snoozes
        if let reopenedAt = state.episodes.last?.reopenedAt { snoozes.removeAll { $0.upperBound <= reopenedAt } }
        acknowledgedAt = handling.acknowledgedAt
        planBy = handling.planBy
    }

    /// The intervals from our first reply after a mention to the next mention, in the present episode.
    static func pauses(of state: CaseState, since reopenedAt: Timestamp?) -> [Pause] {
        var pauses: [Pause] = []
        var mentions = state.mentions[...]
        func isPresent(_ at: Timestamp) -> Bool { reopenedAt.map { at >= $0 } ?? true }
        for reply in state.replies where isPresent(reply.at) {
            while let mention = mentions.first, mention.worldOrder < reply.worldOrder {
                end(&pauses, at: mention.at)
                mentions.removeFirst()
            }
            guard mentions.startIndex > 0, pauses.last.map({ $0.until != nil }) ?? true else { continue }
            pauses.append(Pause(from: reply.at, until: nil))
        }
        if let mention = mentions.first { end(&pauses, at: mention.at) }
        return pauses
    }

    private static func end(_ pauses: inout [Pause], at: Timestamp) {
        guard let last = pauses.last, last.until == nil else { return }
        pauses[pauses.count - 1].until = at
    }
}

extension Polarity {
    /// Ranks the polarities of a case's mentions.
    var gravity: Int {
        switch self {
        case .complaint: 4
        case .question: 3
        case .positive: 2
        case .neutral: 1
        case .spam: 0
        }
    }
}

extension Severity {
    var gravity: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
