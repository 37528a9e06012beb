import Basics

/// Words for messages: put together from parts, long-tailed in length.
enum Wording {
    /// The parts of one language.
    struct Parts {
        var openings: [Polarity: [String]]
        /// What is said about a topic, where `#` stands for it.
        var middles: [Polarity: [String]]
        var tails: [String]
        var greetings: [String]
        var answers: [String]
        var closings: [String]
    }

    /// What a person writes.
    static func mention(
        of brand: BrandProfile, _ topic: String, _ polarity: Polarity, isFirst: Bool, spanish: Bool,
        _ random: inout SplitMix64
    ) -> String {
        let parts: Parts = spanish ? .spanish : .english
        var text: String = isFirst || random.chance(0.5) ? "@\(brand.account) " : ""
        text += random.pick(parts.openings[polarity] ?? [""])
        var sentences: Int = min(Int(random.pareto(1.6)), 9)
        if !isFirst { sentences = max(1, sentences / 2) }
        for _ in 0..<sentences { add(random.pick(parts.middles[polarity] ?? [""]), topic, to: &text, &random) }
        if random.chance(0.3) { add(random.pick(parts.tails), topic, to: &text, &random) }
        return text
    }

    /// What a brand answers.
    static func reply(to author: Author, _ topic: String, spanish: Bool, _ random: inout SplitMix64) -> String {
        let parts: Parts = spanish ? .spanish : .english
        let name: String = author.name.split(separator: " ").first.map(String.init) ?? author.name
        var text: String = "@\(author.handle) \(random.pick(parts.greetings)) \(name)."
        for _ in 0..<min(Int(random.pareto(2)), 4) { add(random.pick(parts.answers), topic, to: &text, &random) }
        add(random.pick(parts.closings), topic, to: &text, &random)
        return text
    }

    /// `#` becomes the topic and `%` a number.
    private static func add(_ part: String, _ topic: String, to text: inout String, _ random: inout SplitMix64) {
        if !text.isEmpty, text.utf8.last != UInt8(ascii: " ") { text += " " }
        for scalar in part.unicodeScalars {
            switch scalar {
            case "#": text += topic
            case "%": text += "\(2 + random.integer(below: 97))"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
