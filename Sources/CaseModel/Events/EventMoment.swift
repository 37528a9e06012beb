/// The position, version and time of an event, for folds.
package struct EventMoment: Hashable, Sendable {
    package var position: Position
    /// From 1.
    package var version: Int64
    package var occurredAt: Timestamp

    package init(position: Position, version: Int64, occurredAt: Timestamp) {
        self.position = position
        self.version = version
        self.occurredAt = occurredAt
    }
}
