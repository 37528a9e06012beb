/// What the house arranged for a case, whatever the episode: who has it, how urgent it is, where it goes on.
package struct CaseWork: Blank {
    /// A case out of sight for a while.
    package struct Snooze: Hashable, Sendable {
        package var until: Timestamp
        package var wakesOnReply: Bool
        package var since: Timestamp
    }

    /// When somebody first looked into who writes (S11); it survives reopening.
    package var investigatedAt: Timestamp?
    /// Where the conversation was moved to; nil where it goes on where its newest message stands.
    package var place: Visibility?
    /// Whether the person agreed to go on in public.
    package var hasConsent = false
    /// Who of the house has it.
    package var assignee: String?
    package var priority: Priority = .normal
    /// The house's words for it, sorted.
    package var tags: [String] = []
    package var snooze: Snooze?
    /// The stretches in which it was out of sight before, in the order in which they were recorded.
    package var snoozed: [Range<Timestamp>] = []

    package init() {}

    /// Ends the snooze that goes on, if one does; the time it took stays known.
    mutating func endSnooze(at end: Timestamp) {
        guard let snooze else { return }
        let end: Timestamp = min(end, snooze.until)
        if snooze.since < end { snoozed.append(snooze.since..<end) }
        self.snooze = nil
    }
}

extension CaseState {
    /// When somebody first looked into who writes (S11); it survives reopening.
    package var investigatedAt: Timestamp? { work.investigatedAt }
    /// Where the conversation was moved to; nil where it goes on where its newest message stands.
    package var place: Visibility? { work.place }
    /// Whether the person agreed to go on in public.
    package var hasConsent: Bool { work.hasConsent }
    /// Who of the house has it.
    package var assignee: String? { work.assignee }
    package var priority: Priority { work.priority }
    /// The house's words for it, sorted.
    package var tags: [String] { work.tags }
    package var snooze: CaseWork.Snooze? { work.snooze }

    /// The stretches in which it was out of sight and those in which it is, each up to its end or to the time that was
    /// set for it; whether that time was recorded as come or not.
    package var snoozes: [Range<Timestamp>] {
        guard !$work.isBlank else { return [] }
        let work: CaseWork = work
        guard let snooze = work.snooze, snooze.since < snooze.until else { return work.snoozed }
        return work.snoozed + [snooze.since..<snooze.until]
    }

    /// Where the conversation stands now: where it was moved to, else where the newest message stands.
    package var standsIn: Visibility {
        if let place = work.place { return place }
        let state: CaseState = settled
        guard let mention = state.mentions.last else { return state.replies.last?.visibility ?? .isPublic }
        guard let reply = state.replies.last, mention.worldOrder < reply.worldOrder else { return mention.visibility }
        return reply.visibility
    }

    /// What was done in the present episode.
    package var handling: Handling { episodes.last?.handling ?? Handling() }
    /// Whether the person was told whom to turn to, in this episode.
    package var isGuided: Bool { handling.guidanceGivenAt != nil }
    /// When somebody in the house was last asked to act, in this episode.
    package var escalatedAt: Timestamp? { handling.escalatedAt }
}
