/// The fields of a case that an audit names when an event changes them.
package enum CaseField: String, CaseIterable, Sendable {
    case status, brand, polarity, targets, topics, openedAt, firstReplyAt, mentions, replies, revisions, episode,
        outcome
    case nextFollowUpAt, assignee, priority, tags, snoozedUntil
}
