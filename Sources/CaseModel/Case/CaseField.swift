/// What lists and audits name of a case when it changes.
package enum CaseField: String, CaseIterable, Sendable {
    case status, brand, polarity, targets, topics, openedAt, firstReplyAt, mentions, replies, revisions, episode,
        outcome
    case nextFollowUpAt, assignee, priority, tags, snoozedUntil
}
