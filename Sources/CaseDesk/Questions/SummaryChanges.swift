internal import CaseModel

extension CaseSummary {
    /// The summary of a case that is not there yet.
    static let nothing = CaseSummary()

    /// What differs between two summaries, by the names that reports use; times in RFC 3339.
    static func changes(from before: CaseSummary?, to after: CaseSummary) -> [AuditTrail.Change] {
        let old: [(CaseField, String?)] =
            before?.fields ?? nothing.fields.map { ($0.0, $0.0 == .priority ? $0.1 : nil) }
        return zip(old, after.fields).compactMap { old, new in
            guard old.1 != new.1 else { return nil }
            return AuditTrail.Change(field: new.0.rawValue, before: old.1, after: new.1)
        }
    }

    /// Topics by name; of very many the first, and how many more there are: they are told again at each change.
    private static func listed(_ topics: [Topic]) -> String {
        let shown: Int = topics.count > 30 ? 20 : topics.count
        return topics.prefix(shown).map(\.name).joined(separator: ", ")
            + (shown < topics.count ? ", … (\(topics.count))" : "")
    }

    private var fields: [(CaseField, String?)] {
        [
            (.status, status.rawValue), (.brand, brand?.name), (.polarity, polarity?.rawValue),
            (.targets, targets.isEmpty ? nil : targetsName),
            (.topics, topics.isEmpty ? nil : Self.listed(topics)),
            (.openedAt, openedAt.map(TimeText.format)), (.firstReplyAt, firstReplyAt.map(TimeText.format)),
            (.mentions, mentionCount == 0 ? nil : "\(mentionCount)"),
            (.replies, replyCount == 0 ? nil : "\(replyCount)"),
            (.revisions, revisionCount == 0 ? nil : "\(revisionCount)"),
            (.episode, "\(episode)"), (.outcome, outcome?.rawValue),
            (.nextFollowUpAt, nextFollowUpAt.map(TimeText.format)), (.assignee, assignee),
            (.priority, priority.rawValue), (.tags, tags.isEmpty ? nil : tags.joined(separator: ", ")),
            (.snoozedUntil, snoozedUntil.map(TimeText.format)),
        ]
    }
}
