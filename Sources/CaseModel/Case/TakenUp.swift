/// A reopening by what a person wrote after the end, while it may still turn out to be thanks or to have begun earlier.
package struct TakenUp: Blank {
    /// The event that reopened the case; nil where there is nothing left to find out.
    var reopening: Position?
    /// Messages later than this took the case up.
    var end: Timestamp?
    /// When the case had come to rest: no episode begins before.
    var rest: Timestamp?
    /// From this event on, messages that came in as they happened took the case up too, whenever they were written.
    var firstLive: Position?
    /// Where the case stood before.
    var before: Lifecycle = .open
    /// What the reopening ended before its time.
    var snooze: CaseWork.Snooze?
    /// The episode that it began, while what was said is thanks.
    var episode: Episode?
    /// Every reopening that turned out to be for thanks, in the order of the log.
    package fileprivate(set) var takenBack: [Position] = []

    package init() {}

    fileprivate func includes(_ mention: MentionFact) -> Bool {
        if let end, mention.at > end { return true }
        guard let firstLive, mention.isLive else { return false }
        return mention.position >= firstLive
    }
}

extension CaseState {
    /// Remembers what took the case up, since thanks don't: they may be judged later than they came.
    mutating func remember(_ event: CaseReopened, at position: Position, snooze: CaseWork.Snooze?) {
        settleTakenUp()
        guard event.trigger == .mention, let end = answerableEnd ?? lifecycle.restsSince else { return }
        var present = TakenUp()
        present.takenBack = $takenUp.isBlank ? [] : takenUp.takenBack
        present.reopening = position
        present.end = end
        present.rest = lifecycle.restsSince
        present.before = lifecycle
        present.snooze = snooze
        present.firstLive = position
        if !timeline.mentions.contains(where: { $0.at > end && !$0.isSettled }),
            let newest = timeline.mentions.max(by: { $0.position < $1.position }), newest.isLive
        {
            present.firstLive = newest.position
        }
        guard timeline.mentions.contains(where: { present.includes($0) && !$0.isSettled }) else { return }
        takenUp = present
    }

    /// Whatever is decided of the end of a case leaves what took it up as it was judged until then.
    mutating func settleTakenUp() {
        guard !$takenUp.isBlank else { return }
        var settled = TakenUp()
        settled.takenBack = takenUp.takenBack
        takenUp = settled
    }

    /// Ends in the state in which the case would be if everything that took it up had come and been judged at once: thanks
    /// leave it ended, and the new episode begins with the first message that is no thanks.
    ///
    /// What the house did in the new episode stands, and the episode with it. O(mentions).
    mutating func reconsiderTakenUp() {
        guard let reopening = takenUp.reopening else { return }
        let first: MentionFact? = timeline.mentions.first { takenUp.includes($0) && !$0.isSettled }
        if let first {
            if let episode = takenUp.episode {
                takenUp.episode = nil
                takenUp.takenBack.removeAll { $0 == reopening }
                episodes.append(episode)
                lifecycle = .open
                if let reopened = episode.reopenedAt { endSnooze(at: reopened) }
            }
            begin(at: max(first.at, takenUp.rest ?? first.at))
        } else if takenUp.episode == nil, isUntouchedSinceTakenUp, let episode = episodes.popLast() {
            takenUp.episode = episode
            takenUp.takenBack.append(reopening)
            lifecycle = takenUp.before
            resumeSnooze()
        }
    }

    /// A message that came in later may be the earlier one, or the only one of two that is no thanks.
    private mutating func begin(at begin: Timestamp) {
        guard let present = episodes.last, let reopened = present.reopenedAt, begin != reopened,
            begin < reopened || isUntouchedSinceTakenUp
        else { return }
        episodes[episodes.count - 1].reopenedAt = begin
        guard let snooze = takenUp.snooze, work.snooze == nil else { return }
        work.snoozed.removeAll { $0.lowerBound == snooze.since }
        let end: Timestamp = min(begin, snooze.until)
        if snooze.since < end { work.snoozed.append(snooze.since..<end) }
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
