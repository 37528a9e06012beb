/// A place where the log differs from what was recorded.
package struct LogDifference: Hashable, Sendable {
    /// The position of the event or content; of missing positions the first.
    package var position: Int64
    /// The type in the event's row; nil if there is no row.
    package var type: String?
    package var kind: Kind

    package enum Part: String, Sendable {
        case row, content, gap
    }

    package enum Kind: Hashable, Sendable {
        /// A column, or the leaf hash itself.
        case rowChanged
        /// The content or its nonce.
        case contentChanged
        /// The event has a commitment, but the content is missing.
        case contentMissing
        /// There is content, but its event has no commitment.
        case contentUncommitted
        /// There is content at a position without an event.
        case contentWithoutEvent
        /// No events from this position through another.
        case positionsMissing(through: Int64)
        /// A position below 1.
        case positionOutside
        /// The versions of a stream are not consecutive here.
        case versionGap(stream: String, expected: Int64, found: Int64)
        /// The event has a lower position than the version before it.
        case versionOutOfOrder(stream: String, version: Int64)
        /// Recorded earlier than the event before it.
        case recordedEarlier

        package var part: Part {
            switch self {
            case .rowChanged: .row
            case .contentChanged, .contentMissing, .contentUncommitted, .contentWithoutEvent: .content
            case .positionsMissing, .positionOutside, .versionGap, .versionOutOfOrder, .recordedEarlier: .gap
            }
        }

        /// The name in JSON.
        package var name: String {
            switch self {
            case .rowChanged: "row-changed"
            case .contentChanged: "content-changed"
            case .contentMissing: "content-missing"
            case .contentUncommitted: "content-uncommitted"
            case .contentWithoutEvent: "content-without-event"
            case .positionsMissing: "positions-missing"
            case .positionOutside: "position-outside"
            case .versionGap: "version-gap"
            case .versionOutOfOrder: "version-out-of-order"
            case .recordedEarlier: "recorded-earlier"
            }
        }
    }

    package init(position: Int64, type: String?, kind: Kind) {
        self.position = position
        self.type = type
        self.kind = kind
    }
}
