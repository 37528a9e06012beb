import CaseDesk
import CaseModel
import JSON

extension JSONWriter {
    mutating func field(_ key: StaticString, _ time: Timestamp?) {
        self.key(key)
        if let time { string(TimeText.format(time)) } else { null() }
    }

    /// Writes the field also when there is nothing: a stable shape has every key.
    mutating func nullable(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    mutating func nullable(_ key: StaticString, _ value: Int64?) {
        self.key(key)
        if let value { integer(value) } else { null() }
    }

    /// A case as lists show it, in a stable shape.
    mutating func listing(_ listing: CaseListing) {
        beginObject()
        field("number", listing.number.rawValue)
        field("tracking", listing.tracking)
        field("state", listing.status.rawValue)
        field("person", listing.person.rawValue)
        nullable("account", listing.account)
        nullable("handle", listing.handle)
        field("channel", listing.channel.name)
        nullable("brand", listing.brand)
        field("root", listing.root.hexadecimal)
        nullable("rootId", listing.rootID)
        field("origin", listing.origin)
        nullable("polarity", listing.polarity)
        nullable("target", listing.targets.isEmpty ? nil : listing.targets)
        field("topics", listing.topics)
        field("openedAt", listing.openedAt)
        field("lastMentionAt", listing.lastMentionAt)
        field("firstReplyAt", listing.firstReplyAt)
        field("lastReplyAt", listing.lastReplyAt)
        field("mentions", listing.mentions)
        field("replies", listing.replies)
        field("publicReplies", listing.publicReplies)
        field("revisions", listing.revisions)
        field("episode", listing.episode)
        nullable("outcome", listing.outcome)
        nullable("dismissedAs", listing.dismissedAs?.rawValue)
        field("nextFollowUpAt", listing.nextFollowUpAt)
        nullable("assignee", listing.assignee)
        field("priority", listing.priority.rawValue)
        field("tags", listing.tags)
        field("snoozedUntil", listing.snoozedUntil)
        nullable("mergedInto", listing.mergedInto?.rawValue)
        field("version", listing.version)
        field("position", listing.version)
        nullable("text", listing.text)
        endObject()
    }
}
