package import CaseModel

/// The properties of a complaint or case by which figures are grouped.
package struct Facets: Hashable, Sendable {
    package var channel: Channel
    package var brand: Brand?
    /// Empty unless it is a complaint.
    package var targets: TargetSet
    /// Its first topic.
    package var topic: Topic?

    package init(channel: Channel, brand: Brand? = nil, targets: TargetSet = [], topic: Topic? = nil) {
        self.channel = channel
        self.brand = brand
        self.targets = targets
        self.topic = topic
    }
}
