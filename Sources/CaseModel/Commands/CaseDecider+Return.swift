/// Reopening and waking a case because the person wrote (S18).
///
/// A mention that is later than the end of the case reopens it, imported or live. A mention before an end that we
/// recorded retroactively does not; the playbook then advises to reopen. Positive mentions (thanks) don't reopen. An
/// unclassified one does, which `TakenUp` undoes if it is classified as positive later. While a case dismissed as a
/// troll's or spammer's is monitored, nothing reopens it (S12).
extension CaseDecider {
    /// What a new mention does to its case: reopens an ended case, or wakes a snoozed one that wakes on a reply.
    ///
    /// Intake calls it after `MentionCaptured`. A live mention has this effect whenever it was written, because nobody
    /// could know of it before; an imported one only if it is later than the end, or than the start of the snooze.
    package static func arrived(
        _ label: Label?, at: Timestamp, isLive: Bool = true, in state: CaseState
    ) -> [Decision] {
        if let end = state.reopenableSince, label?.polarity != .positive, isLive || at > end {
            return [takenUp(at: at, state)]
        }
        guard let snooze = state.snooze, snooze.wakesOnReply, isLive || at > snooze.since else { return [] }
        return [Decision(.case(state.number), .caseWoken(CaseWoken(by: .reply)), at: begin(at, state))]
    }

    /// Reopens an ended case that has a later mention which needs an answer.
    ///
    /// Called after a mention was classified again. O(mentions since the end).
    package static func returned(in state: CaseState) -> [Decision] {
        guard let end = state.reopenableSince else { return [] }
        let first: MentionFact? = state.timeline.mentions.reversed().prefix { $0.at > end }.last { !$0.needsNoAnswer }
        return first.map { [takenUp(at: $0.at, state)] } ?? []
    }

    private static func takenUp(at: Timestamp, _ state: CaseState) -> Decision {
        Decision(.case(state.number), .caseReopened(reopened(.mention, state)), at: begin(at, state))
    }

    /// The start of the new episode: when the mention was written, but not before the case ended.
    private static func begin(_ at: Timestamp, _ state: CaseState) -> Timestamp {
        max(at, state.lifecycle.endedOrClosedAt ?? at)
    }
}

extension CaseState {
    /// Mentions written after this time reopen the case; nil while it is open, or dismissed as a troll's or spammer's
    /// and still monitored. After closing, any later mention reopens it.
    var reopenableSince: Timestamp? {
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
    /// Whether nobody needs to answer it: it is classified as positive, or withdrawn.
    var needsNoAnswer: Bool { isWithdrawn || label?.polarity == .positive }
}
