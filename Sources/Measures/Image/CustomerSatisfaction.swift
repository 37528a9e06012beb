/// The share of good answers to a satisfaction survey (CSAT).
package struct CustomerSatisfaction: Hashable, Sendable {
    package var good: Int
    package var bad: Int

    package init(good: Int = 0, bad: Int = 0) {
        self.good = good
        self.bad = bad
    }

    /// good / (good + bad).
    package var proportion: Proportion { Proportion(good, of: good + bad) }
}
