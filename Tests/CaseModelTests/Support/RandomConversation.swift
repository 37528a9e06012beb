import Basics
import CaseModel

/// A random conversation: mentions that may come several times with other judgements, and answers of ours to them and
/// to each other. Moments and brands repeat, so that ties are met.
struct RandomConversation {
    private(set) var messages: [KeyedMessage] = []

    init(using random: inout SplitMix64) {
        var mentions: [SourceKey] = []
        var answerable: [SourceKey] = []
        for index in 0..<UInt64.random(in: 1...8, using: &random) {
            let own = SourceKey(
                high: .random(in: 0...1, using: &random), low: 100 * .random(in: 0...9, using: &random) + index)
            mentions.append(own)
            let mention = Self.message(.theirs, own, parent: nil, using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                var copy = mention
                copy.message.label = Bool.random(using: &random) ? Self.label(using: &random) : nil
                messages.append(copy)
            }
        }
        answerable = mentions
        for index in 0..<UInt64.random(in: 0...6, using: &random) {
            guard let parent = answerable.randomElement(using: &random) else { continue }
            let own = SourceKey(
                high: .random(in: 0...1, using: &random), low: 100 * .random(in: 0...9, using: &random) + 50 + index)
            answerable.append(own)
            messages.append(Self.message(.ours, own, parent: parent, using: &random))
        }
    }

    private static func message(
        _ direction: Direction, _ own: SourceKey, parent: SourceKey?, using random: inout SplitMix64
    ) -> KeyedMessage {
        let brands: [Brand?] = [nil, Brand("Ferrobrisa"), Brand("Lunabrisa")]
        return KeyedMessage(
            message: SourceMessage(
                channel: Channel("twitter"), id: "\(own.high)-\(own.low)", direction: direction, author: "a",
                brand: brands.randomElement(using: &random) ?? nil,
                occurredAt: minute(.random(in: 0...5, using: &random)),
                text: "words", visibility: Bool.random(using: &random) ? .isPublic : .isPrivate),
            key: own, parent: parent, author: key(70))
    }

    private static func label(using random: inout SplitMix64) -> Label {
        let polarity: Polarity = Polarity.allCases.randomElement(using: &random) ?? .neutral
        let targets: [TargetSet] = polarity == .complaint ? [.product, .brand, [.product, .brand]] : [[]]
        let topics: [[Topic]] = [
            [], [Topic("staff")], [Topic("price"), Topic("staff")], [Topic("staff"), Topic("price")],
        ]
        return Label(
            polarity: polarity, targets: targets.randomElement(using: &random) ?? [],
            topics: topics.randomElement(using: &random) ?? [],
            severity: [nil, .low, .high].randomElement(using: &random) ?? nil,
            confidence: [0.5, 0.5, 0.9].randomElement(using: &random) ?? 1,
            method: ClassificationMethod.allCases.randomElement(using: &random) ?? .imported,
            methodVersion: [nil, "2"].randomElement(using: &random) ?? nil)
    }
}
