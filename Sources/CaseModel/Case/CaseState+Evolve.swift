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
        case .mentionCaptured(let event):
            capture(event, moment)
            // Where it turned out to be thanks, the next message takes the case up by an event of its own.
            if !$takenUp.isBlank, takenUp.episode == nil { reconsiderTakenUp() }
        case .mentionRevised(let event):
            let version = MentionVersion(position: moment.position, edit: event.edit, at: moment.occurredAt)
            change(event.key) { $0.revise(version, isSuperseded: event.isSuperseded) }
        case .mentionWithdrawn(let event):
            change(event.key) { $0.isWithdrawn = true }
            if !$takenUp.isBlank { reconsiderTakenUp() }
        case .mentionClassified(let event):
            change(event.mention) {
                $0.label = event.label
                $0.labelledAt = moment.position
            }
            if event.label.method == .human { live(moment.occurredAt) }
            if !$takenUp.isBlank { reconsiderTakenUp() }
        case .replySent(let event):
            timeline.insert(
                ReplyFact(
                    at: moment.occurredAt, key: event.key, parent: event.parent, sequence: event.sequence,
                    position: moment.position, brand: event.brand, visibility: event.visibility, purpose: event.purpose)
            )
            // History doesn't say what a reply was for.
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
        // They say nothing by themselves: who folds the stream puts the corrected fields into their event, and passes over
        // what was taken back.
        case .eventCorrected, .eventTakenBack: break
        default:
            live(moment.occurredAt)
            applyEnd(event, moment.occurredAt)
        }
    }

    /// Something was recorded as it happened.
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

    /// What the complaints of this case are about, by the judgements that stand.
    package var complainedAbout: TargetSet {
        let gone: [SourceKey: CaseNumber] = $moves.isBlank ? [:] : moves.gone
        return timeline.mentions.reduce(into: []) { targets, mention in
            guard let label = mention.label, label.polarity == .complaint else { return }
            if gone.isEmpty || gone[mention.key] == nil { targets.formUnion(label.targets) }
        }
    }
}
