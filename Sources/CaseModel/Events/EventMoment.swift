/// Where and when an event stands: what a fold may know of it beyond what it says.
package struct EventMoment: Hashable, Sendable {
    package var position: Position
    /// Its place in its stream, from 1.
    package var version: Int64
    package var occurredAt: Timestamp

    package init(position: Position, version: Int64, occurredAt: Timestamp) {
        self.position = position
        self.version = version
        self.occurredAt = occurredAt
    }
}
