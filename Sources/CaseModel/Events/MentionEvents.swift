package import JSON

/// Somebody wrote about the brand. Text and ids are content.
package struct MentionCaptured: EventPayload {
    package static var type: EventType { .mentionCaptured }

    package var key: SourceKey
    /// The message it answers.
    package var parent: SourceKey?
    /// The network's version mark.
    package var edit: String?
    package var channel: Channel
    package var brand: Brand?
    package var visibility: Visibility
    package var kind: MentionKind
    package var language: String?
    package var reach: Int64?
    /// Its place in the source's own order, which decides among simultaneous messages.
    package var sequence: SourceSequence?
    /// False for imported history.
    package var isLive: Bool

    package init(
        key: SourceKey, parent: SourceKey?, edit: String?, channel: Channel, brand: Brand?, visibility: Visibility,
        kind: MentionKind, language: String?, reach: Int64?, sequence: SourceSequence? = nil, isLive: Bool = false
    ) {
        self.key = key
        self.parent = parent
        self.edit = edit
        self.channel = channel
        self.brand = brand
        self.visibility = visibility
        self.kind = kind
        self.language = language
        self.reach = reach
        self.sequence = sequence
        self.isLive = isLive
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("parent", parent)
        writer.field("edit", edit)
        writer.field("channel", channel)
        writer.field("brand", brand)
        writer.field("visibility", visibility)
        writer.field("kind", kind)
        writer.field("language", language)
        writer.field("reach", reach)
        if isLive { writer.field("live", true) }
        writer.field(sequence, on: channel)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.sourceKey("key")
        parent = try reader.optionalSourceKey("parent")
        edit = try reader.optionalString("edit")
        channel = Channel(try reader.string("channel"))
        brand = try reader.brand("brand")
        visibility = try reader.enumeration("visibility")
        kind = try reader.enumeration("kind")
        language = try reader.optionalString("language")
        reach = try reader.optionalInt64("reach")
        isLive = try reader.optionalBool("live") ?? false
        sequence = try reader.sequence(on: channel)
    }
}

/// A known message arrived with another version or text. Its text is this event's content.
///
/// Which text is current depends on all versions and their times (`MentionVersion`), because an older version may
/// arrive later.
package struct MentionRevised: EventPayload {
    package static var type: EventType { .mentionRevised }

    package var key: SourceKey
    package var edit: String?
    /// Whether the text that was current stays current although version and time are equal. The source contradicts
    /// itself then, and the alphabetically first text wins, whichever arrived first.
    package var isSuperseded: Bool

    package init(key: SourceKey, edit: String?, isSuperseded: Bool = false) {
        self.key = key
        self.edit = edit
        self.isSuperseded = isSuperseded
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("edit", edit)
        if isSuperseded { writer.field("superseded", true) }
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.sourceKey("key")
        edit = try reader.optionalString("edit")
        isSuperseded = try reader.optionalBool("superseded") ?? false
    }
}

/// A mention was withdrawn. Its content is erased, the event stays.
package struct MentionWithdrawn: EventPayload {
    package static var type: EventType { .mentionWithdrawn }

    package var key: SourceKey
    package var by: Withdrawer

    package init(key: SourceKey, by: Withdrawer) {
        self.key = key
        self.by = by
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("key", key)
        writer.field("by", by)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        key = try reader.sourceKey("key")
        by = try reader.enumeration("by")
    }
}

/// Who withdrew a mention: its author, the network, or we.
public enum Withdrawer: String, CaseIterable, Sendable { case author, network, house }

/// A mention was classified. A later classification supersedes an earlier one.
package struct MentionClassified: EventPayload {
    package static var type: EventType { .mentionClassified }

    package var mention: SourceKey
    package var label: Label

    package init(mention: SourceKey, label: Label) {
        self.mention = mention
        self.label = label
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("mention", mention)
        writer.field("polarity", label.polarity)
        writer.field("targets", label.targets)
        writer.field("topics", label.topics.map(\.name))
        writer.field("severity", label.severity)
        writer.field("confidence", label.confidence)
        writer.field("method", label.method)
        writer.field("methodVersion", label.methodVersion)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        mention = try reader.sourceKey("mention")
        label = Label(
            polarity: try reader.enumeration("polarity"),
            targets: try reader.targets("targets"),
            topics: try reader.strings("topics").map(Topic.init),
            severity: try reader.optionalEnumeration("severity"),
            confidence: try reader.double("confidence"),
            method: try reader.enumeration("method"),
            methodVersion: try reader.optionalString("methodVersion"))
    }
}
