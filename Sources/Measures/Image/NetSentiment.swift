/// Positive minus negative mentions over all classified mentions, neutral ones included, −100 to 100.
package struct NetSentiment: Hashable, Sendable {
    package var positive: Int
    package var neutral: Int
    package var negative: Int

    package init(positive: Int = 0, neutral: Int = 0, negative: Int = 0) {
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
    }

    package var mentions: Int { positive + neutral + negative }

    /// 100 (positive − negative) / mentions; nil without mentions.
    package var value: Double? {
        mentions > 0 ? 100 * Double(positive - negative) / Double(mentions) : nil
    }
}
