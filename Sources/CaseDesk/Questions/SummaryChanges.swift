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

    private var fields: [(CaseField, String?)] {
        [
            (.status, status.rawValue), (.brand, brand?.name), (.polarity, polarity?.rawValue),
            (.targets, targets.isEmpty ? nil : targetsName),
            (.topics, topics.isEmpty ? nil : topics.map(\.name).joined(separator: ", ")),
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
