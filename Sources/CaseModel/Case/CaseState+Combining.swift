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
        }
        result.mentions.sort { $0.worldOrder < $1.worldOrder }
        result.replies.sort { $0.worldOrder < $1.worldOrder }
        return result
    }
}
