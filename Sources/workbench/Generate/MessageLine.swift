import CaseModel
import JSON

/// A message as a line of canonical NDJSON.
struct MessageLine {
    private var writer = JSONWriter(reservingCapacity: 2048)

    /// The line, line feed included.
    mutating func bytes(of message: Message) -> [UInt8] {
        writer.removeAll()
        writer.beginObject()
        writer.field("channel", message.channel.name)
        writer.field("id", message.id)
        writer.field("parent", message.parent)
        if message.isOurs {
            writer.field("author", message.brand.account)
            writer.field("handle", message.brand.account)
            writer.field("name", message.brand.name)
            writer.field("direction", "ours")
        } else {
            writer.field("author", message.author.id)
            if !message.isPrivate { writer.field("handle", message.author.handle) }
            writer.field("name", message.author.name)
        }
        writer.field("brand", message.brand.name)
        writer.field("time", TimeText.format(Timestamp(seconds: Int64(message.time))))
        writer.field("text", message.text)
        writer.field("visibility", message.isPrivate ? "private" : "public")
        writer.field("kind", kind(of: message))
        writer.field("language", message.isSpanish ? "es" : "en")
        if !message.isOurs, !message.isPrivate {
            writer.field("reach", message.author.reach)
            writer.field("link", "https://\(message.channel.name).example/p/\(message.id)")
        }
        if let label = message.label { write(label) }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func kind(of message: Message) -> String {
        if message.isPrivate { return "direct" }
        if message.parent != nil { return "reply" }
        return message.channel.isReview ? "review" : "post"
    }

    private mutating func write(_ label: MessageLabel) {
        writer.field("polarity", label.polarity.rawValue)
        if !label.targets.isEmpty { writer.field("targets", label.targets) }
        if let topic = label.topic { writer.field("topics", [topic]) }
        writer.field("severity", label.severity)
        writer.field("confidence", Double(label.confidence) / 100)
        writer.field("method", "model")
    }
}
