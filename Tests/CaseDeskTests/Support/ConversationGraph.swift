import Basics
import TestSupport

/// Random conversations: several persons, replies of ours, missing parents, judgements, duplicates, reposts.
struct ConversationGraph {
    var messages: [Message] = []
    private var random: SplitMix64
    private static let persons = ["ana", "ben", "cleo", "dora", "eli"]
    private static let polarities = ["complaint", "positive", "question", "neutral", "spam"]

    /// Makes the graph of a seed: about `count` messages, in random order.
    init(seed: UInt64, count: Int) {
        random = SplitMix64(seed: seed)
        var conversation = 0
        while messages.count < count {
            conversation += 1
            addConversation(conversation, of: Int.random(in: 1...9, using: &random))
        }
        for message in messages where random.oneIn(6) { messages.append(judged(message)) }
        messages.shuffle(using: &random)
    }

    private mutating func addConversation(_ conversation: Int, of count: Int) {
        var ids: [String] = ["\(conversation)-0"]
        // The first message is sometimes never there; so is now and then one in the middle.
        let isHeadless: Bool = random.oneIn(4)
        for index in (isHeadless ? 1 : 0)..<(count + 1) {
            let parent: String? = index == 0 ? nil : ids.randomElement(using: &random)
            let id = "\(conversation)-\(index)"
            if index > 0 { ids.append(id) }
            guard index == 0 || !random.oneIn(10) else { continue }
            // Few minutes for many messages: some are of the same moment, some before what they answer.
            let minutes: Int = conversation * 20 + Int.random(in: 0...12, using: &random)
            var message: Message
            if random.oneIn(3) {
                message = .ours(id, to: parent, at: minutes)
            } else {
                let author: String = Self.persons.randomElement(using: &random) ?? "ana"
                message = judged(.theirs(id, by: author, to: parent, at: minutes))
                if random.oneIn(20) { message.kind = "repost" }
            }
            message.channel = conversation % 3 == 0 ? "email" : "twitter"
            message.visibility = random.oneIn(4) ? "private" : "public"
            messages.append(message.saying("words of \(id)"))
        }
    }

    /// The message with a random judgement, or without one.
    private mutating func judged(_ message: Message) -> Message {
        guard message.direction == nil, !random.oneIn(3) else { return message }
        let polarity: String = Self.polarities.randomElement(using: &random) ?? "neutral"
        let targets: [String]? =
            polarity == "complaint"
            ? [["product"], ["brand"], ["product", "brand"]].randomElement(using: &random) : nil
        var copy = message.judged(polarity, Double(Int.random(in: 4...9, using: &random)) / 10, about: targets)
        copy.topics = random.oneIn(2) ? ["delay"] : nil
        copy.severity = random.oneIn(3) ? ["low", "high"].randomElement(using: &random) : nil
        copy.method = ["human", "model", "rule", "import"].randomElement(using: &random)
        return copy
    }

    /// The messages cut into `count` parts at random rows.
    mutating func parts(_ count: Int) -> [[Message]] {
        let cuts: [Int] = (1..<count).map { _ in Int.random(in: 0...messages.count, using: &random) }.sorted()
        var parts: [[Message]] = []
        var start = 0
        for cut in cuts + [messages.count] {
            parts.append(Array(messages[start..<cut]))
            start = cut
        }
        return parts.filter { !$0.isEmpty }
    }

    mutating func shuffled<T>(_ parts: [T]) -> [T] { parts.shuffled(using: &random) }
}
