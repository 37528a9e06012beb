/// The ways to group a figure. Every subject is in one group, so that groups add up to the whole.
package enum Facet: String, CaseIterable, Sendable {
    case channel, brand, target, topic, month
}
