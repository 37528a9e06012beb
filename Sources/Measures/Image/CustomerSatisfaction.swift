/// The share of good answers among those who were asked how content they are (CSAT).
package struct CustomerSatisfaction: Hashable, Sendable {
    /// How many answers were good.
    package var good: Int
    /// How many were bad.
    package var bad: Int

    /// Puts the counts together.
    package init(good: Int = 0, bad: Int = 0) {
        self.good = good
        self.bad = bad
    }

    /// good / (good + bad).
    package var proportion: Proportion { Proportion(good, of: good + bad) }
}
