/// A message that took an ended case up again before anybody had judged it: it turns out to be thanks, or it doesn't.
package struct TakenUp: Blank {
    /// The event that captured the message; nil where there is nothing left to find out.
    var message: Position?
    /// The event that reopened the case.
    var reopening: Position?
    /// Where the case stood before.
    var before: Lifecycle = .open
    /// What the reopening ended before its time.
    var snooze: CaseWork.Snooze?
    /// The episode that it began, while what was said is thanks.
    var episode: Episode?
    /// Every reopening that turned out to be for thanks, in the order of the log.
    package fileprivate(set) var takenBack: [Position] = []

    package init() {}
}

extension CaseState {
    /// Remembers what took the case up, since thanks don't: they may be judged later than they came.
    mutating func remember(_ event: CaseReopened, at position: Position, snooze: CaseWork.Snooze?) {
        settleTakenUp()
        guard event.trigger == .mention, let message = timeline.mentions.max(by: { $0.position < $1.position }),
            message.label?.polarity != .positive
        else { return }
        takenUp.message = message.position
        takenUp.reopening = position
        takenUp.before = lifecycle
        takenUp.snooze = snooze
    }

    /// Whatever is decided of the end of a case leaves what took it up as it was judged until then.
    mutating func settleTakenUp() {
        guard !$takenUp.isBlank else { return }
        var settled = TakenUp()
        settled.takenBack = takenUp.takenBack
        takenUp = settled
    }

    /// Ends in the state in which the case would be if what took it up had been judged at once: thanks leave it ended.
    ///
    /// What the house did in the new episode stands, and the episode with it. O(mentions).
    mutating func reconsiderTakenUp() {
        guard let first = takenUp.message, let reopening = takenUp.reopening else { return }
        let isThanks: Bool = timeline.mentions.allSatisfy {
            $0.position < first || $0.isWithdrawn || $0.label?.polarity == .positive
        }
        if let episode = takenUp.episode {
            guard !isThanks else { return }
            takenUp.episode = nil
            takenUp.takenBack.removeAll { $0 == reopening }
            episodes.append(episode)
            lifecycle = .open
            if let reopened = episode.reopenedAt { endSnooze(at: reopened) }
        } else if isThanks, isUntouchedSinceTakenUp, let episode = episodes.popLast() {
            takenUp.episode = episode
            takenUp.takenBack.append(reopening)
            lifecycle = takenUp.before
            resumeSnooze()
        }
    }

    private var isUntouchedSinceTakenUp: Bool {
        guard lifecycle == .open, episodes.count > 1, let present = episodes.last else { return false }
        return present.$handling.isBlank && present.resolvedIssues.isEmpty
            && !followUps.contains { $0.episode == present.number }
    }

    /// Thanks wake only what was to wake when the person writes.
    private mutating func resumeSnooze() {
        guard let snooze = takenUp.snooze, !snooze.wakesOnReply, work.snooze == nil else { return }
        work.snoozed.removeAll { $0.lowerBound == snooze.since }
        work.snooze = snooze
    }
}
