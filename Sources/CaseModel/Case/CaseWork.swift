/// Work data that lasts across episodes: who has the case, its priority and tags, where it continues, snoozes.
package struct CaseWork: Blank {
    /// A snooze that runs.
    package struct Snooze: Hashable, Sendable {
        package var until: Timestamp
        package var wakesOnReply: Bool
        package var since: Timestamp
    }

    /// When the author was first investigated (S11); kept when the case is reopened.
    package var investigatedAt: Timestamp?
    /// Where the conversation was moved to; nil if it never was.
    package var place: Visibility?
    /// Whether the person agreed to continue in public.
    package var hasConsent = false
    /// The person or team that has it.
    package var assignee: String?
    package var priority: Priority = .normal
    /// Sorted.
    package var tags: [String] = []
    package var snooze: Snooze?
    /// Past snoozes, in the order in which they were recorded.
    package var snoozed: [Range<Timestamp>] = []

    package init() {}

    /// Ends the running snooze and keeps its interval.
    mutating func endSnooze(at end: Timestamp) {
        guard let snooze else { return }
        let end: Timestamp = min(end, snooze.until)
        if snooze.since < end { snoozed.append(snooze.since..<end) }
        self.snooze = nil
    }
}

extension CaseState {
    /// When the author was first investigated (S11); kept when the case is reopened.
    package var investigatedAt: Timestamp? { work.investigatedAt }
    /// Where the conversation was moved to; nil if it never was.
    package var place: Visibility? { work.place }
    /// Whether the person agreed to continue in public.
    package var hasConsent: Bool { work.hasConsent }
    /// The person or team that has it.
    package var assignee: String? { work.assignee }
    package var priority: Priority { work.priority }
    /// Sorted.
    package var tags: [String] { work.tags }
    package var snooze: CaseWork.Snooze? { work.snooze }

    /// Past snoozes and the running one, which lasts until its end or the time set, whether or not that time has
    /// passed.
    package var snoozes: [Range<Timestamp>] {
        guard !$work.isBlank else { return [] }
        let work: CaseWork = work
        guard let snooze = work.snooze, snooze.since < snooze.until else { return work.snoozed }
        return work.snoozed + [snooze.since..<snooze.until]
    }

    /// The present visibility of the conversation: where it was moved to, else the visibility of its newest message.
    package var currentVisibility: Visibility {
        if let place = work.place { return place }
        let state: CaseState = settled
        guard let mention = state.mentions.last else { return state.replies.last?.visibility ?? .isPublic }
        guard let reply = state.replies.last, mention.worldOrder < reply.worldOrder else { return mention.visibility }
        return reply.visibility
    }

    /// What was done in the present episode.
    package var handling: Handling { episodes.last?.handling ?? Handling() }
    /// Whether guidance was given in this episode.
    package var isGuided: Bool { handling.guidanceGivenAt != nil }
    /// When the case was last escalated in this episode.
    package var escalatedAt: Timestamp? { handling.escalatedAt }
}
