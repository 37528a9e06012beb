/// The deadline that applies to an advised action; service levels set its length.
package enum Clock: String, CaseIterable, Hashable, Sendable {
    case acknowledgement
    case firstResponse = "first-response"
    case nextResponse = "next-response"
    case resolution
    /// When the follow-up is due.
    case followUp = "follow-up"
    /// The date that the plan promised.
    case promise
    case none

    /// A deadline as a rule gives it.
    package enum Choice: Hashable, Sendable {
        case fixed(Clock)
        /// Written `response`: first response until we have replied in this episode, then next response.
        case response

        func clock(at turn: Turn) -> Clock {
            switch self {
            case .fixed(let clock): clock
            case .response: turn == .opening ? .firstResponse : .nextResponse
            }
        }

        /// In YAML.
        package var name: String {
            switch self {
            case .fixed(let clock): clock.rawValue
            case .response: "response"
            }
        }
    }
}
