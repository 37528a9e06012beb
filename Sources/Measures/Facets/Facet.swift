/// What a figure is taken apart by. Every subject falls into one part, so that the parts add up to the whole.
package enum Facet: String, CaseIterable, Sendable {
    case channel, brand, target, topic, month
}
