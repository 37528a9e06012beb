/// A reopening by a mention, while later events may still undo or shorten it.
///
/// An unclassified mention reopens a case. If it is later classified as positive (thanks) or withdrawn, the reopening
/// is undone; if an earlier mention arrives, the episode starts earlier. Example: case resolved, "thx!!" arrives, case
/// reopened, "thx!!" is classified as positive, case resolved as before.
package struct TakenUp: Blank {
    /// The reopening event; nil once it can no longer change.
    var reopening: Position?
    /// Mentions written after this reopen the case.
    var end: Timestamp?
    /// When the case had been resolved, dismissed or closed: the new episode does not start earlier.
    var rest: Timestamp?
    /// From this event on, live mentions reopen the case too, whenever they were written.
    var firstLive: Position?
    /// The lifecycle before the reopening.
    var before: Lifecycle = .open
    /// The snooze that the reopening ended.
    var snooze: CaseWork.Snooze?
    /// The undone episode, while the reopening is undone.
    var episode: Episode?
    /// All reopenings that were undone, in the order of the log. Conformance ignores them.
    package fileprivate(set) var takenBack: [Position] = []

    package init() {}

    fileprivate func includes(_ mention: MentionFact) -> Bool {
        if let end, mention.at > end { return true }
        guard let firstLive, mention.isLive else { return false }
        return mention.position >= firstLive
    }
}

extension CaseState {
    /// Starts tracking a reopening, unless all the mentions that caused it are classified as positive or withdrawn
    /// already.
    mutating func remember(_ event: CaseReopened, at position: Position, snooze: CaseWork.Snooze?) {
        finalizeReopening()
        guard event.trigger == .mention, let end = reopenableSince ?? lifecycle.endedOrClosedAt else { return }
        var present = TakenUp()
        present.takenBack = $takenUp.isBlank ? [] : takenUp.takenBack
        present.reopening = position
        present.end = end
        present.rest = lifecycle.endedOrClosedAt
        present.before = lifecycle
        present.snooze = snooze
        present.firstLive = position
        if !timeline.mentions.contains(where: { $0.at > end && !$0.needsNoAnswer }),
            let newest = timeline.mentions.max(by: { $0.position < $1.position }), newest.isLive
        {
            present.firstLive = newest.position
        }
        guard timeline.mentions.contains(where: { present.includes($0) && !$0.needsNoAnswer }) else { return }
        takenUp = present
    }

    /// Makes the reopening final, because something was decided on the end of the case.
    mutating func finalizeReopening() {
        guard !$takenUp.isBlank else { return }
        var settled = TakenUp()
        settled.takenBack = takenUp.takenBack
        takenUp = settled
    }

    /// Undoes, redoes or moves the reopening so that the state is the same as if all its mentions had arrived
    /// classified: positive ones leave the case ended, and the episode starts with the first other one.
    ///
    /// Once anything was done in the new episode the episode stays. O(mentions).
    mutating func reviewReopening() {
        guard let reopening = takenUp.reopening else { return }
        let first: MentionFact? = timeline.mentions.first { takenUp.includes($0) && !$0.needsNoAnswer }
        if let first {
            if let episode = takenUp.episode {
                takenUp.episode = nil
                takenUp.takenBack.removeAll { $0 == reopening }
                episodes.append(episode)
                lifecycle = .open
                if let reopened = episode.reopenedAt { endSnooze(at: reopened) }
            }
            begin(at: max(first.at, takenUp.rest ?? first.at))
        } else if takenUp.episode == nil, isUntouchedSinceReopening, let episode = episodes.popLast() {
            takenUp.episode = episode
            takenUp.takenBack.append(reopening)
            lifecycle = takenUp.before
            resumeSnooze()
        }
    }

    /// Moves the start of the episode to the first mention that needs an answer, and shortens the snooze accordingly.
    private mutating func begin(at begin: Timestamp) {
        guard let present = episodes.last, let reopened = present.reopenedAt, begin != reopened,
            begin < reopened || isUntouchedSinceReopening
        else { return }
        episodes[episodes.count - 1].reopenedAt = begin
        guard let snooze = takenUp.snooze, work.snooze == nil else { return }
        work.snoozed.removeAll { $0.lowerBound == snooze.since }
        let end: Timestamp = min(begin, snooze.until)
        if snooze.since < end { work.snoozed.append(snooze.since..<end) }
    }

    /// Whether nothing was done in the new episode.
    private var isUntouchedSinceReopening: Bool {
        guard lifecycle == .open, episodes.count > 1, let present = episodes.last else { return false }
        return present.$handling.isBlank && present.resolvedIssues.isEmpty
            && !followUps.contains { $0.episode == present.number }
    }

    /// Resumes the snooze that an undone reopening ended, unless it ends with any reply.
    private mutating func resumeSnooze() {
        guard let snooze = takenUp.snooze, !snooze.wakesOnReply, work.snooze == nil else { return }
        work.snoozed.removeAll { $0.lowerBound == snooze.since }
        work.snooze = snooze
    }
}
