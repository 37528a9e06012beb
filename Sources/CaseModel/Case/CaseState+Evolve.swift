extension CaseState {
    /// The fold of a case's stream, used by recording and replay alike.
    ///
    /// Ignores events before `CaseOpened`, and events that are not about a case.
    package static func evolve(_ state: inout CaseState?, _ event: Event, _ moment: EventMoment) {
        if case .caseOpened(let opened) = event {
            state = CaseState(opened, moment)
        } else {
            state?.apply(event, moment)
        }
    }

    /// Applies one event after `CaseOpened`.
    package mutating func apply(_ event: Event, _ moment: EventMoment) {
        version = moment.version
        position = moment.position
        switch event {
        case .mentionCaptured(let event):
            capture(event, moment)
            // An undone reopening stays undone: intake decided whether this message reopens the case.
            if !$takenUp.isBlank, takenUp.episode == nil { reviewReopening() }
        case .mentionRevised(let event):
            let version = MentionVersion(position: moment.position, edit: event.edit, at: moment.occurredAt)
            change(event.key) { $0.revise(version, isSuperseded: event.isSuperseded) }
        case .mentionWithdrawn(let event):
            change(event.key) { $0.isWithdrawn = true }
            if !$takenUp.isBlank { reviewReopening() }
        case .mentionClassified(let event):
            change(event.mention) {
                $0.label = event.label
                $0.labelledAt = moment.position
            }
            if event.label.method == .human { live(moment.occurredAt) }
            if !$takenUp.isBlank { reviewReopening() }
        case .replySent(let event):
            timeline.insert(
                ReplyFact(
                    at: moment.occurredAt, key: event.key, parent: event.parent, sequence: event.sequence,
                    position: moment.position, brand: event.brand, visibility: event.visibility, purpose: event.purpose)
            )
            // Only a reply that was recorded live has a purpose.
            if event.purpose != nil { live(moment.occurredAt) }
        case .messageAttached(let event):
            timeline.insert(
                ReplyFact(
                    at: moment.occurredAt, key: event.key, parent: event.parent, sequence: event.sequence,
                    position: event.awaited, brand: event.brand, visibility: event.visibility, purpose: nil))
        case .conversationRerooted(let event): root = event.to
        case .casesMerged(let event):
            if event.into == number { absorbed.append(event.from) } else { mergedInto = event.into }
        case .casesUnmerged(let event):
            if event.into == number { absorbed.removeAll { $0 == event.from } } else { mergedInto = nil }
        case .caseSplit(let event): split(event)
        // The reader of the stream applies them: it replaces corrected fields and leaves out events that were taken back.
        case .eventCorrected, .eventTakenBack: break
        default:
            live(moment.occurredAt)
            applyEnd(event, moment.occurredAt)
        }
    }

    /// Sets `liveSince` for an event that is not imported.
    private mutating func live(_ at: Timestamp) {
        if let liveSince, liveSince <= at { return }
        liveSince = at
    }

    private mutating func capture(_ event: MentionCaptured, _ moment: EventMoment) {
        timeline.insert(MentionFact(event, moment))
        if event.isLive { live(moment.occurredAt) }
    }

    private mutating func change(_ key: SourceKey, _ change: (inout MentionFact) -> Void) {
        timeline.change(key, change)
    }

    /// The targets of the complaints that this case displays, by their current labels.
    package var complainedAbout: TargetSet {
        let gone: [SourceKey: CaseNumber] = $moves.isBlank ? [:] : moves.gone
        return timeline.mentions.reduce(into: []) { targets, mention in
            guard let label = mention.label, label.polarity == .complaint else { return }
            if gone.isEmpty || gone[mention.key] == nil { targets.formUnion(label.targets) }
        }
    }
}

// MARK: Work on a case

extension CaseState {
    fileprivate mutating func applyHandling(_ event: Event, _ at: Timestamp) {
        switch event {
        case .caseAssigned(let event): work.assignee = event.to
        case .caseUnassigned: work.assignee = nil
        case .prioritySet(let event): work.priority = event.priority
        case .tagAdded(let event):
            if !tags.contains(event.tag) { work.tags = (tags + [event.tag]).sorted() }
        case .tagRemoved(let event): work.tags = tags.filter { $0 != event.tag }
        case .authorInvestigated: work.investigatedAt = min(work.investigatedAt ?? at, at)
        case .conversationMoved(let event):
            work.place = event.to
            if event.consent { work.hasConsent = true }
        case .caseSnoozed(let event):
            endSnooze(at: at)
            work.snooze = CaseWork.Snooze(until: event.until, wakesOnReply: event.wakesOnReply, since: at)
        case .caseWoken: endSnooze(at: at)
        case .complaintAcknowledged: handle { $0.acknowledgedAt = min($0.acknowledgedAt ?? at, at) }
        case .complaintAssessed(let event):
            handle { $0.assessment = Handling.Assessment(founded: event.founded, at: at) }
        case .outcomeForecast(let event): handle { $0.forecast = event.forecast }
        case .problemIdentified: handle { $0.problemIdentifiedAt = min($0.problemIdentifiedAt ?? at, at) }
        case .planExplained(let event):
            handle {
                $0.planExplainedAt = at
                $0.planBy = event.by
            }
        case .helpProvided: handle { $0.helpProvidedAt = at }
        case .guidanceGiven: handle { $0.guidanceGivenAt = at }
        case .caseEscalated(let event):
            handle {
                $0.escalatedAt = max($0.escalatedAt ?? at, at)
                $0.escalationLevel = event.level
            }
        case .resolutionPublished: handle { $0.publishedAt = at }
        default: break
        }
    }

    /// Does nothing for a case without work, so that imported cases allocate none.
    mutating func endSnooze(at end: Timestamp) {
        if !$work.isBlank { work.endSnooze(at: end) }
    }

    private mutating func handle(_ change: (inout Handling) -> Void) { change(&episodes[episodes.count - 1].handling) }
}

// MARK: The end of a case

extension CaseState {
    fileprivate mutating func applyEnd(_ event: Event, _ at: Timestamp) {
        switch event {
        case .caseResolved(let event): resolve(event, at)
        case .caseDismissed(let event): dismiss(event, at)
        case .caseReopened(let event): reopen(event, at)
        case .caseClosed:
            finalizeReopening()
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

    /// Issues can be resolved one at a time. The case is resolved with its last issue, with the worst outcome of them
    /// all.
    private mutating func resolve(_ event: CaseResolved, _ at: Timestamp) {
        finalizeReopening()
        let last: Int = episodes.count - 1
        let outcome: Outcome = event.outcome.worst(with: episodes[last].outcome)
        let solved: Solved = event.solved.least(with: episodes[last].solved)
        episodes[last].outcome = outcome
        episodes[last].solved = solved
        episodes[last].resolvedIssues.formUnion(event.issues.isEmpty ? [.product, .brand] : event.issues)
        guard complainedAbout.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = at
        lifecycle = .resolved(outcome, solved, at: at)
        episodes[last].handling.escalatedAt = nil
    }

    /// A dismissed case has no outcome, even if one of its issues was resolved before.
    private mutating func dismiss(_ event: CaseDismissed, _ at: Timestamp) {
        finalizeReopening()
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
    fileprivate func worst(with other: Outcome?) -> Outcome { other == .unfavourable ? .unfavourable : self }
}

extension Solved {
    /// The lesser of the two.
    func least(with other: Solved?) -> Solved {
        if self == .no || other == .no { return .no }
        return self == .partly || other == .partly ? .partly : .yes
    }
}
