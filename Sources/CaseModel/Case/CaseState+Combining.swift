extension CaseState {
    /// The case as it goes on after merges: its own messages and those of the cases it absorbed, in the world's order.
    ///
    /// Nothing is copied in the log for a merge, so taking it back gives exactly what was there before. O(messages).
    package func combined(with absorbed: [CaseState]) -> CaseState { combined(with: absorbed, received: []) }

    /// The case as it goes on, with what was split off for it or for a case it absorbed, and without what it gave away.
    func combined(with absorbed: [CaseState], received: [(holder: CaseState, part: CasePart)]) -> CaseState {
        guard !absorbed.isEmpty || !received.isEmpty || !$moves.isBlank else { return self }
        var result: CaseState = remaining
        var mentions: [MentionFact] = result.timeline.mentions
        var replies: [ReplyFact] = result.timeline.replies
        for other in absorbed {
            let rest: CaseState = other.remaining
            mentions += rest.timeline.mentions
            replies += rest.timeline.replies
            if let since = other.liveSince { result.liveSince = min(result.liveSince ?? since, since) }
            if let at = other.investigatedAt { result.work.investigatedAt = min(result.work.investigatedAt ?? at, at) }
        }
        for (_, part) in received {
            mentions += part.mentions
            replies += part.replies
            // Today's work stays today's work, whichever case shows it.
            if let since = part.liveSince { result.liveSince = min(result.liveSince ?? since, since) }
        }
        result.timeline = Timeline(mentions: mentions, replies: replies)
        if case .resolved = lifecycle { result.keepOpen(for: absorbed, received) }
        return result
    }

    /// A case that ended issue by issue ended only those issues: one that an absorbed case, or what was split off for it,
    /// still has keeps it open.
    private mutating func keepOpen(for absorbed: [CaseState], _ received: [(holder: CaseState, part: CasePart)]) {
        let last: Int = episodes.count - 1
        func stillOpen(_ targets: TargetSet, in other: CaseState) -> TargetSet {
            guard other.lifecycle == .open || other.number == number else { return [] }
            return targets.subtracting(other.episodes.last?.resolvedIssues ?? [])
        }
        var open: TargetSet = []
        for other in absorbed { open.formUnion(stillOpen(other.complainedAbout, in: other)) }
        for (holder, part) in received { open.formUnion(stillOpen(part.complainedAbout, in: holder)) }
        guard !open.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = nil
        lifecycle = .open
    }
}
