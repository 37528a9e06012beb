extension CaseState {
    /// The case as it goes on after merges: its own messages and those of the cases it absorbed, in the world's order.
    ///
    /// Nothing is copied in the log for a merge, so taking it back gives exactly what was there before. O(messages).
    package func combined(with absorbed: [CaseState]) -> CaseState {
        guard !absorbed.isEmpty else { return self }
        var result = self
        for other in absorbed {
            result.mentions += other.mentions
            result.replies += other.replies
            if let since = other.liveSince { result.liveSince = min(result.liveSince ?? since, since) }
            if let at = other.investigatedAt { result.work.investigatedAt = max(result.work.investigatedAt ?? at, at) }
        }
        result.mentions.sort { $0.worldOrder < $1.worldOrder }
        result.replies.sort { $0.worldOrder < $1.worldOrder }
        if case .resolved = lifecycle { result.keepOpen(for: absorbed) }
        return result
    }

    /// A case that ended issue by issue ended only those issues: one that an absorbed case still has keeps it open.
    private mutating func keepOpen(for absorbed: [CaseState]) {
        let last: Int = episodes.count - 1
        let open: TargetSet = absorbed.reduce(into: []) { open, other in
            guard other.lifecycle == .open else { return }
            open.formUnion(other.complainedAbout.subtracting(other.episodes.last?.resolvedIssues ?? []))
        }
        guard !open.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = nil
        lifecycle = .open
    }
}
