/// The end of a matter, what comes after it, and its beginning anew.
extension CaseState {
    mutating func applyEnd(_ event: Event, _ at: Timestamp) {
        switch event {
        case .caseResolved(let event): resolve(event, at)
        case .caseDismissed(let event): dismiss(event, at)
        case .caseReopened(let event): reopen(event, at)
        case .caseClosed:
            settleTakenUp()
            lifecycle = .closed(at: at, endedAt: lifecycle.endedAt ?? at)
            endSnooze(at: at)
        case .followUpScheduled(let event):
            followUps.append(
                FollowUp(
                    number: event.followUp, due: event.due, purpose: event.purpose, episode: episodes.last?.number ?? 1,
                    state: .open, isUsual: event.isUsual))
        case .followUpDone(let event): change(followUp: event.followUp, to: .done(event.finding, at: at))
        case .followUpCancelled(let event): change(followUp: event.followUp, to: .cancelled(at: at))
        default: applyHandling(event, at)
        }
    }

    private mutating func change(followUp number: Int64, to state: FollowUp.State) {
        guard let index = followUps.firstIndex(where: { $0.number == number }) else { return }
        followUps[index].state = state
    }

    /// Issues can end one by one; the case ends with its last one, by the worst of what its issues came to.
    private mutating func resolve(_ event: CaseResolved, _ at: Timestamp) {
        settleTakenUp()
        let last: Int = episodes.count - 1
        let outcome: Outcome = event.outcome.worse(than: episodes[last].outcome)
        let solved: Solved = event.solved.less(than: episodes[last].solved)
        episodes[last].outcome = outcome
        episodes[last].solved = solved
        episodes[last].resolvedIssues.formUnion(event.issues.isEmpty ? [.product, .brand] : event.issues)
        guard complainedAbout.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = at
        lifecycle = .resolved(outcome, solved, at: at)
        episodes[last].handling.escalatedAt = nil
    }

    /// What is dismissed has no outcome, though one of its issues may have been resolved before.
    private mutating func dismiss(_ event: CaseDismissed, _ at: Timestamp) {
        settleTakenUp()
        episodes[episodes.count - 1].resolvedAt = nil
        lifecycle = .dismissed(event.ground, at: at)
        episodes[episodes.count - 1].dismissedAs = event.ground
    }

    private mutating func reopen(_ event: CaseReopened, _ at: Timestamp) {
        remember(event, at: position, snooze: $work.isBlank ? nil : work.snooze)
        episodes.append(Episode(number: event.episode, reopenedAt: at, reopenedBecause: event.trigger))
        lifecycle = .open
        endSnooze(at: at)
    }
}

extension Outcome {
    fileprivate func worse(than other: Outcome?) -> Outcome { other == .unfavourable ? .unfavourable : self }
}

extension Solved {
    /// The lesser of two, where there are two.
    func less(than other: Solved?) -> Solved {
        if self == .no || other == .no { return .no }
        return self == .partly || other == .partly ? .partly : .yes
    }
}
