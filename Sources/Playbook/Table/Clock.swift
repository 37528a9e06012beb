/// The clock that an advised action has to beat; service levels say how long it runs.
package enum Clock: String, CaseIterable, Hashable, Sendable {
    case acknowledgement
    case firstResponse = "first-response"
    case nextResponse = "next-response"
    case resolution
    /// The follow-up's own due time.
    case followUp = "follow-up"
    /// What the plan promised the person, by when it did.
    case promise
    case none

    /// What a rule says: a clock, or the one of the two response clocks that runs.
    package enum Choice: Hashable, Sendable {
        case fixed(Clock)
        /// First response as long as we have not answered in this episode, else next response; written `response`.
        case response

        func clock(at turn: Turn) -> Clock {
            switch self {
            case .fixed(let clock): clock
            case .response: turn == .opening ? .firstResponse : .nextResponse
            }
        }

        /// As playbooks write it.
        package var name: String {
            switch self {
            case .fixed(let clock): clock.rawValue
            case .response: "response"
            }
        }
    }
}
