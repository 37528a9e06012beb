package import CaseModel

/// By what a figure can be taken apart: where a complaint or a case stands, and what it is about.
package struct Facets: Hashable, Sendable {
    /// The network.
    package var channel: Channel
    /// Whom it is about, where that is known.
    package var brand: Brand?
    /// What is complained about; empty for what is no complaint.
    package var targets: TargetSet
    /// The first of its topics.
    package var topic: Topic?

    /// Puts the facets together.
    package init(channel: Channel, brand: Brand? = nil, targets: TargetSet = [], topic: Topic? = nil) {
        self.channel = channel
        self.brand = brand
        self.targets = targets
        self.topic = topic
    }
}
