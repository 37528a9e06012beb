/// One thing that is not as it was recorded.
package struct LogDifference: Hashable, Sendable {
    /// Where: the event's position, or that of the content; of positions that are missing the first.
    package var position: Int64
    /// The type that the event's row says; nil where there is no such row.
    package var type: String?
    /// What is different.
    package var kind: Kind

    /// Which part of the log it is.
    package enum Part: String, Sendable {
        case row, content, gap
    }

    /// What is different.
    package enum Kind: Hashable, Sendable {
        /// A column, or the leaf hash itself.
        case rowChanged
        /// The words, or their nonce.
        case contentChanged
        /// The event commits to a content that isn't there.
        case contentMissing
        /// There is a content, and its event commits to none.
        case contentUncommitted
        /// There is a content at a position without an event.
        case contentWithoutEvent
        /// Positions from this one through another have no event.
        case positionsMissing(through: Int64)
        /// A position that isn't from 1 on.
        case positionOutside
        /// The version of a stream that stands here follows another one than the version before it.
        case versionGap(stream: String, expected: Int64, found: Int64)
        /// A version of a stream stands before the version that it follows.
        case versionOutOfOrder(stream: String, version: Int64)
        /// Recorded at an earlier time than the event before it.
        case recordedEarlier

        /// Which part of the log it is.
        package var part: Part {
            switch self {
            case .rowChanged: .row
            case .contentChanged, .contentMissing, .contentUncommitted, .contentWithoutEvent: .content
            case .positionsMissing, .positionOutside, .versionGap, .versionOutOfOrder, .recordedEarlier: .gap
            }
        }

        /// What programs know it by.
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
