/// Taking up again a case that had ended, because the person wrote (S18).
///
/// A message takes it up where it is later than the end, whether it was imported or came in as it happened. Where the house
/// records an end at an earlier time than a message that it has, the case stays as the house says and the advice is to reopen
/// it: what is recorded afterwards, in the order of the world, can go on from there. Thanks don't: a follow-up survives a thank-you. What nobody has judged yet does, until
/// it turns out to be thanks (`TakenUp`). Nor does what a troll or spammer adds while the case is still watched (S12).
extension CaseDecider {
    /// What a new message does to its case: it wakes a snoozed one that waits for it, and takes an ended one up again.
    ///
    /// Called after the message was recorded. One that comes in as it happens does so whenever it was written, since
    /// nobody could know it before; an imported one only where it is later than the end, or than the beginning of the snooze.
    package static func arrived(
        _ label: Label?, at: Timestamp, isLive: Bool = true, in state: CaseState
    ) -> [Decision] {
        if let end = state.answerableEnd, label?.polarity != .positive, isLive || at > end {
            return [takenUp(at: at, state)]
        }
        guard let snooze = state.snooze, snooze.wakesOnReply, isLive || at > snooze.since else { return [] }
        return [Decision(.case(state.number), .caseWoken(CaseWoken(by: .reply)), at: begin(at, state))]
    }

    /// Takes an ended case up again where it holds a message that is later than the end and no thanks.
    ///
    /// Called after a message was judged anew. O(mentions since the end).
    package static func returned(in state: CaseState) -> [Decision] {
        guard let end = state.answerableEnd else { return [] }
        let first: MentionFact? = state.timeline.mentions.reversed().prefix { $0.at > end }.last { !$0.isSettled }
        return first.map { [takenUp(at: $0.at, state)] } ?? []
    }

    private static func takenUp(at: Timestamp, _ state: CaseState) -> Decision {
        Decision(.case(state.number), .caseReopened(reopened(.mention, state)), at: begin(at, state))
    }

    /// What was written before we ended the case was not known then: the new episode begins when it is.
    private static func begin(_ at: Timestamp, _ state: CaseState) -> Timestamp {
        max(at, state.lifecycle.restsSince ?? at)
    }
}

extension CaseState {
    /// The end that a later message takes back; nil while the case is open, or dismissed as the work of a troll or spammer.
    ///
    /// Once such a case is closed nobody watches it any more: what is written after that takes it up like any other.
    var answerableEnd: Timestamp? {
        switch lifecycle {
        case .open, .dismissed(.troll, _), .dismissed(.spam, _): nil
        case .resolved(_, _, let at), .dismissed(_, let at): at
        case .closed(let at, let endedAt):
            switch episodes.last?.dismissedAs {
            case .troll, .spam: at
            default: endedAt
            }
        }
    }
}

extension MentionFact {
    /// Whether nobody has to answer it: it is thanks, or was withdrawn.
    var isSettled: Bool { isWithdrawn || label?.polarity == .positive }
}
