package import JSON

/// We said something to the person. Its words are content, owned by the person it answers.
package struct ReplySent: EventPayload {
    package static var type: EventType { .replySent }

    /// The network's id, where the reply stands on a network.
    package var key: SourceKey?
    /// The message it answers.
    package var parent: SourceKey?
    package var channel: Channel
    package var brand: Brand?
    package var visibility: Visibility
    /// Why it was sent; unknown for imported history.
    package var purpose: ReplyPurpose?
    package var language: String?

    package init(
        key: SourceKey?, parent: SourceKey?, channel: Channel, brand: Brand?, visibility: Visibility,
        purpose: ReplyPurpose?, language: String?
    ) {
        self.key = key
        self.parent = parent
        self.channel = channel
        self.brand = brand
        self.visibility = visibility
        self.purpose = purpose
        self.language = language
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("parent", parent)
        writer.field("channel", channel)
        writer.field("brand", brand)
        writer.field("visibility", visibility)
        writer.field("purpose", purpose)
        writer.field("language", language)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.optionalSourceKey("key")
        parent = try reader.optionalSourceKey("parent")
        channel = Channel(try reader.string("channel"))
        brand = try reader.brand("brand")
        visibility = try reader.enumeration("visibility")
        purpose = try reader.optionalEnumeration("purpose")
        language = try reader.optionalString("language")
    }
}

/// What a reply of ours is for.
public enum ReplyPurpose: String, CaseIterable, Sendable {
    case thank, engage, acknowledge, help, guide, clarify, explain, apologise, close
}
