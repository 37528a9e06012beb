package import JSON

/// A message that belongs to no case yet: its parent is missing, or it is a post of ours that nobody has answered. In
/// the stream `book`.
package struct MessageAwaited: EventPayload {
    package static var type: EventType { .messageAwaited }

    package var key: SourceKey
    /// The missing message; nil if it starts a conversation.
    package var parent: SourceKey?
    package var direction: Direction
    package var channel: Channel
    package var brand: Brand?
    package var visibility: Visibility
    package var language: String?
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?

    package init(
        key: SourceKey, parent: SourceKey?, direction: Direction, channel: Channel, brand: Brand?,
        visibility: Visibility, language: String?, sequence: SourceSequence? = nil
    ) {
        self.key = key
        self.parent = parent
        self.direction = direction
        self.channel = channel
        self.brand = brand
        self.visibility = visibility
        self.language = language
        self.sequence = sequence
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("parent", parent)
        writer.field("direction", direction)
        writer.field("channel", channel)
        writer.field("brand", brand)
        writer.field("visibility", visibility)
        writer.field("language", language)
        writer.field(sequence, on: channel)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.sourceKey("key")
        parent = try reader.optionalSourceKey("parent")
        direction = try reader.enumeration("direction")
        channel = Channel(try reader.string("channel"))
        brand = try reader.brand("brand")
        visibility = try reader.enumeration("visibility")
        language = try reader.optionalString("language")
        sequence = try reader.sequence(on: channel)
    }
}

/// The parent of an awaited message arrived: the message is a reply of ours in this case. Occurred when the message was
/// written.
package struct MessageAttached: EventPayload {
    package static var type: EventType { .messageAttached }

    package var key: SourceKey
    /// The `MessageAwaited` event, which has the content.
    package var awaited: Position
    package var parent: SourceKey?
    package var brand: Brand?
    package var visibility: Visibility
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?

    package init(
        key: SourceKey, awaited: Position, parent: SourceKey?, brand: Brand?, visibility: Visibility,
        sequence: SourceSequence? = nil
    ) {
        self.key = key
        self.awaited = awaited
        self.parent = parent
        self.brand = brand
        self.visibility = visibility
        self.sequence = sequence
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("awaited", awaited)
        writer.field("parent", parent)
        writer.field("brand", brand)
        writer.field("visibility", visibility)
        writer.field(sequence, on: nil)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.sourceKey("key")
        awaited = try reader.position("awaited")
        parent = try reader.optionalSourceKey("parent")
        brand = try reader.brand("brand")
        visibility = try reader.enumeration("visibility")
        sequence = try reader.sequence(on: nil)
    }
}

/// An earlier message arrived, so the conversation starts there.
package struct ConversationRerooted: EventPayload {
    package static var type: EventType { .conversationRerooted }

    package var from: SourceKey
    package var to: SourceKey

    package init(from: SourceKey, to: SourceKey) {
        self.from = from
        self.to = to
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("from", from)
        writer.field("to", to)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        from = try reader.sourceKey("from")
        to = try reader.sourceKey("to")
    }
}
