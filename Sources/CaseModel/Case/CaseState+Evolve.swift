extension CaseState {
    /// The one fold: what an event of a case's stream makes of its state. Live recording and replay both come here.
    ///
    /// An event of another stream, or one before the case was opened, leaves the state as it is.
    package static func evolve(_ state: inout CaseState?, _ event: Event, _ moment: EventMoment) {
        if case .caseOpened(let opened) = event {
            state = CaseState(opened, moment)
        } else {
            state?.apply(event, moment)
        }
    }

    package mutating func apply(_ event: Event, _ moment: EventMoment) {
        version = moment.version
        position = moment.position
        switch event {
        case .mentionCaptured(let event): capture(event, moment)
        case .mentionRevised(let event): change(event.key) { $0.revisions.append(moment.position) }
        case .mentionWithdrawn(let event): change(event.key) { $0.isWithdrawn = true }
        case .mentionClassified(let event):
            change(event.mention) {
                $0.label = event.label
                $0.labelledAt = moment.position
            }
        case .replySent(let event):
            replies.insertInWorldOrder(
                ReplyFact(
                    at: moment.occurredAt, key: event.key, parent: event.parent, position: moment.position,
                    brand: event.brand, visibility: event.visibility, purpose: event.purpose))
        case .messageAttached(let event):
            replies.insertInWorldOrder(
                ReplyFact(
                    at: moment.occurredAt, key: event.key, parent: event.parent, position: event.awaited,
                    brand: event.brand, visibility: event.visibility, purpose: nil))
        case .conversationRerooted(let event): root = event.to
        case .guidanceGiven: isGuided = true
        case .caseEscalated: escalatedAt = max(escalatedAt ?? moment.occurredAt, moment.occurredAt)
        case .caseResolved(let event): resolve(event, moment.occurredAt)
        case .caseDismissed(let event): dismiss(event, moment.occurredAt)
        case .caseReopened(let event): reopen(event, moment.occurredAt)
        case .caseClosed: lifecycle = .closed(at: moment.occurredAt)
        case .followUpScheduled(let event):
            followUps.append(
                FollowUp(
                    number: event.followUp, due: event.due, purpose: event.purpose, episode: episodes.last?.number ?? 1,
                    state: .open))
        case .followUpDone(let event): change(followUp: event.followUp, to: .done(event.finding, at: moment.occurredAt))
        case .followUpCancelled(let event): change(followUp: event.followUp, to: .cancelled(at: moment.occurredAt))
        case .casesMerged(let event):
            if event.into == number { absorbed.append(event.from) } else { mergedInto = event.into }
        case .casesUnmerged(let event):
            if event.into == number { absorbed.removeAll { $0 == event.from } } else { mergedInto = nil }
        default: break
        }
    }

    private mutating func capture(_ event: MentionCaptured, _ moment: EventMoment) {
        mentions.insertInWorldOrder(
            MentionFact(
                at: moment.occurredAt, key: event.key, parent: event.parent, position: moment.position, revisions: [],
                brand: event.brand, visibility: event.visibility, kind: event.kind, reach: event.reach, label: nil,
                labelledAt: nil, isWithdrawn: false))
    }

    private mutating func change(_ key: SourceKey, _ change: (inout MentionFact) -> Void) {
        guard let index = mentions.lastIndex(where: { $0.key == key }) else { return }
        change(&mentions[index])
    }

    private mutating func change(followUp number: Int64, to state: FollowUp.State) {
        guard let index = followUps.firstIndex(where: { $0.number == number }) else { return }
        followUps[index].state = state
    }

    /// Issues can end one by one; the case ends with its last one, by the worst of what its issues came to.
    private mutating func resolve(_ event: CaseResolved, _ at: Timestamp) {
        let last: Int = episodes.count - 1
        let outcome: Outcome = event.outcome.worse(than: episodes[last].outcome)
        let solved: Solved = event.solved.less(than: episodes[last].solved)
        episodes[last].outcome = outcome
        episodes[last].solved = solved
        episodes[last].resolvedIssues.formUnion(event.issues.isEmpty ? [.product, .brand] : event.issues)
        guard complainedAbout.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = at
        lifecycle = .resolved(outcome, solved, at: at)
        escalatedAt = nil
    }

    /// What is dismissed has no outcome, though one of its issues may have been resolved before.
    private mutating func dismiss(_ event: CaseDismissed, _ at: Timestamp) {
        episodes[episodes.count - 1].resolvedAt = nil
        lifecycle = .dismissed(event.ground, at: at)
        episodes[episodes.count - 1].dismissedAs = event.ground
    }

    private mutating func reopen(_ event: CaseReopened, _ at: Timestamp) {
        episodes.append(Episode(number: event.episode, reopenedAt: at))
        lifecycle = .open
        isGuided = false
        escalatedAt = nil
    }

    /// What the complaints of this case are about, by the judgements that stand.
    package var complainedAbout: TargetSet {
        mentions.reduce(into: []) { targets, mention in
            if let label = mention.label, label.polarity == .complaint { targets.formUnion(label.targets) }
        }
    }
}

extension Outcome {
    fileprivate func worse(than other: Outcome?) -> Outcome { other == .unfavourable ? .unfavourable : self }
}

extension Solved {
    fileprivate func less(than other: Solved?) -> Solved {
        if self == .no || other == .no { return .no }
        return self == .partly || other == .partly ? .partly : .yes
    }
}
