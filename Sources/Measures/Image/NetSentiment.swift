/// Praise less complaint among all mentions that were judged, the neutral ones included, −100 to 100.
package struct NetSentiment: Hashable, Sendable {
    /// How many mentions are positive.
    package var positive: Int
    /// How many are neither.
    package var neutral: Int
    /// How many are negative.
    package var negative: Int

    /// Puts the counts together.
    package init(positive: Int = 0, neutral: Int = 0, negative: Int = 0) {
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
    }

    /// How many mentions it rests on.
    package var mentions: Int { positive + neutral + negative }

    /// 100 (positive − negative) / mentions; nil without mentions.
    package var value: Double? {
        mentions > 0 ? 100 * Double(positive - negative) / Double(mentions) : nil
    }
}
