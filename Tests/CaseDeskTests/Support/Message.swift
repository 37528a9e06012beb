import CaseModel
import Foundation

/// A line of a canonical source; what is nil is left out.
struct Message: Encodable, Hashable {
    var channel = "twitter"
    var id: String
    var parent: String?
    var author = "ana"
    var handle: String?
    var direction: String?
    var brand: String?
    var time = Message.minute(0)
    var text = "words"
    var version: String?
    var sequence: Int64?
    var visibility: String?
    var kind: String?
    var polarity: String?
    var targets: [String]?
    var topics: [String]?
    var severity: String?
    var confidence: Double?
    var method: String?

    /// Somebody's message, a number of minutes into 2026.
    static func theirs(_ id: String, by author: String = "ana", to parent: String? = nil, at minutes: Int = 0)
        -> Message
    {
        Message(id: id, parent: parent, author: author, time: minute(minutes))
    }

    /// A message of ours.
    static func ours(_ id: String, to parent: String? = nil, at minutes: Int = 1) -> Message {
        Message(id: id, parent: parent, author: "lunabrisa", direction: "ours", time: minute(minutes))
    }

    func saying(_ text: String) -> Message {
        var copy = self
        copy.text = text
        return copy
    }

    /// The message with a judgement that the source brings along.
    func judged(_ polarity: String, _ confidence: Double, about targets: [String]? = nil, by method: String? = nil)
        -> Message
    {
        var copy = self
        copy.polarity = polarity
        copy.confidence = confidence
        copy.targets = targets
        copy.method = method
        return copy
    }

    static func minute(_ minutes: Int) -> String {
        TimeText.format(Timestamp(seconds: 1_767_225_600 + 60 * Int64(minutes)))
    }
}

extension Sequence<Message> {
    /// The messages as a file of lines.
    func ndjson() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
    }
}
