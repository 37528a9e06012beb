package import JSON

/// We replied to the person. The text is content, owned by the person it answers.
package struct ReplySent: EventPayload {
    package static var type: EventType { .replySent }

    /// The network's id; nil for a reply that was not posted on a network.
    package var key: SourceKey?
    /// The message it answers.
    package var parent: SourceKey?
    package var channel: Channel
    package var brand: Brand?
    package var visibility: Visibility
    /// Nil for imported history.
    package var purpose: ReplyPurpose?
    package var language: String?
    /// Its place in the source's own order, which decides among simultaneous messages.
    package var sequence: SourceSequence?

    package init(
        key: SourceKey?, parent: SourceKey?, channel: Channel, brand: Brand?, visibility: Visibility,
        purpose: ReplyPurpose?, language: String?, sequence: SourceSequence? = nil
    ) {
        self.key = key
        self.parent = parent
        self.channel = channel
        self.brand = brand
        self.visibility = visibility
        self.purpose = purpose
        self.language = language
        self.sequence = sequence
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("parent", parent)
        writer.field("channel", channel)
        writer.field("brand", brand)
        writer.field("visibility", visibility)
        writer.field("purpose", purpose)
        writer.field("language", language)
        writer.field(sequence, on: channel)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.optionalSourceKey("key")
        parent = try reader.optionalSourceKey("parent")
        channel = Channel(try reader.string("channel"))
        brand = try reader.brand("brand")
        visibility = try reader.enumeration("visibility")
        purpose = try reader.optionalEnumeration("purpose")
        language = try reader.optionalString("language")
        sequence = try reader.sequence(on: channel)
    }
}

/// The purpose of a reply of ours.
public enum ReplyPurpose: String, CaseIterable, Sendable {
    case thank, engage, acknowledge, help, guide, clarify, explain, apologise, close
}
