/// What a figure is taken apart by. Every subject falls into one part, so that the parts add up to the whole.
package enum Facet: String, CaseIterable, Sendable {
    case channel, brand, target, topic, month

    /// How the parts are told apart, in a sentence.
    package var rule: String {
        switch self {
        case .channel: "By the channel on which it began."
        case .brand: "By the brand that it is about; without one: none."
        case .target: "By what is complained about; product and brand together are a part of their own, both."
        case .topic: "By the first of its topics; without one: none."
        case .month: "By the calendar month in which it began, in the time zone that the figures are printed in."
        }
    }
}
