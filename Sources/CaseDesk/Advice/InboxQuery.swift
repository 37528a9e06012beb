package import CaseModel

/// Which of what is to be done somebody wants to see.
package struct InboxQuery: Hashable, Sendable {
    /// Only what this one of the house has.
    package var assignee: String?
    /// Only what nobody has.
    package var isUnassigned = false
    package var channel: Channel?
    package var brand: String?
    package var priorities: [Priority] = []
    package var tags: [String] = []
    /// Only what is past its time.
    package var isOverdue = false
    /// Also imported history that waits for nobody's answer.
    package var includesHistory = false
    /// At most so many; nil for all.
    package var limit: Int? = 20

    package init() {}

    /// Whether a case is among the wanted, by what its row says.
    func wants(_ channel: Channel, _ summary: CaseSummary) -> Bool {
        if let wanted = self.channel, wanted != channel { return false }
        if let brand, summary.brand?.name.lowercased() != brand.lowercased() { return false }
        if let assignee, summary.assignee != assignee { return false }
        if isUnassigned, summary.assignee != nil { return false }
        if !priorities.isEmpty, !priorities.contains(summary.priority) { return false }
        for tag in tags where !summary.tags.contains(tag) { return false }
        return includesHistory || summary.liveSince != nil || Self.waits(summary)
    }

    /// Whether somebody waits for an answer in imported history. Where we spoke last nobody does, nor where the last word
    /// is thanks for what we said; praise that opens a conversation wants an answer (S3).
    private static func waits(_ summary: CaseSummary) -> Bool {
        guard summary.endedAt == nil else { return false }
        if summary.replyCount == 0 { return true }
        return summary.unansweredSince != nil && !summary.facts.contains(.newestPositive)
    }
}
