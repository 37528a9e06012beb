/// Checks whether the events after a corrected or taken-back event would still be legal. Pure.
package enum Hindsight {
    /// An event of one of the streams of a case, with its corrections applied.
    package struct Entry: Sendable {
        package var stream: CaseNumber
        package var event: Event
        package var moment: EventMoment
        /// Whether a reason for overriding the rule was given.
        package var isOverride: Bool

        package init(stream: CaseNumber, event: Event, moment: EventMoment, isOverride: Bool) {
            self.stream = stream
            self.event = event
            self.moment = moment
            self.isOverride = isOverride
        }
    }

    /// What would become illegal.
    package struct Objection: Sendable {
        /// The first event that would be illegal; nil if the final state would be.
        package var position: Position?
        package var refusal: Refusal
    }

    /// Refuses a change after which an event is illegal that was legal before. Events that were illegal before are
    /// ignored. O(events), and O(decisions × messages) if cases were merged or split.
    ///
    /// - Parameters:
    ///   - held: the events of all streams concerned, in the order of the log.
    ///   - changed: the same events after the change.
    ///   - position: the event that changes.
    package static func refuseIfBroken(
        _ held: [Entry], _ changed: [Entry], at position: Position
    ) throws(Refusal) {
        if let objection = objection(held, changed, at: position) { throw objection.refusal }
    }

    /// Like `refuseIfBroken`, but returns the objection; nil if there is none.
    package static func objection(_ held: [Entry], _ changed: [Entry], at position: Position) -> Objection? {
        let before = History(held, from: position)
        let after = History(changed, from: position)
        for entry in changed {
            guard let refusal = after.broken[entry.moment.position], before.broken[entry.moment.position] == nil else {
                continue
            }
            if entry.moment.position == position { return Objection(position: position, refusal: refusal) }
            return Objection(
                position: entry.moment.position,
                refusal: Refusal(
                    .builtUpon, refusal.caseNumber,
                    "event \(entry.moment.position), \(entry.event.type.rawValue), stands on it: "
                        + "\(refusal.description); take event \(entry.moment.position) back first"))
        }
        guard let number = after.unwatched.subtracting(before.unwatched).min() else { return nil }
        return Objection(
            position: nil,
            refusal: Refusal(
                .unwatched, number,
                "case \(number) has ended, and nobody would look at it again; schedule a follow-up first (S18)"))
    }

    /// The result of folding a list of events once.
    private struct History {
        /// The illegal events from a position on.
        var broken: [Position: Refusal] = [:]
        /// Cases that are resolved or dismissed at the end without a follow-up.
        var unwatched: Set<CaseNumber> = []
        private var states: [CaseNumber: CaseState] = [:]

        init(_ entries: [Entry], from position: Position) {
            for entry in entries {
                if entry.moment.position >= position, let refusal = refusal(of: entry) {
                    broken[entry.moment.position] = refusal
                }
                CaseState.evolve(&states[entry.stream], entry.event, entry.moment)
            }
            for state in states.values where !state.isGone {
                guard let whole = whole(state.number) else { continue }
                switch whole.lifecycle {
                case .resolved, .dismissed: if !whole.isWatched { unwatched.insert(state.number) }
                case .open, .closed: break
                }
            }
        }

        /// The combined case at this point.
        private func whole(_ number: CaseNumber) -> CaseState? {
            states[number].map { own in CaseWhole(of: own) { states[$0] }.state }
        }

        private func refusal(of entry: Entry) -> Refusal? {
            if case .casesMerged(let merged) = entry.event { return refusal(of: merged, in: entry.stream) }
            guard entry.event.isDecision, let state = whole(entry.stream) else { return nil }
            do throws(Refusal) {
                try CaseDecider.refuseUnlessLegal(entry.event, in: state, isOverride: entry.isOverride)
                return nil
            } catch {
                return error
            }
        }

        private func refusal(of merged: CasesMerged, in stream: CaseNumber) -> Refusal? {
            guard stream == merged.into, let into = whole(merged.into), let from = whole(merged.from) else {
                return nil
            }
            do throws(Refusal) {
                try MergeDecider.refuseIfLost(from, in: into)
                return nil
            } catch {
                return error
            }
        }
    }
}

extension Event {
    /// Whether people decided it on the state of the case, so that another state may make it illegal.
    fileprivate var isDecision: Bool {
        switch self {
        case .caseOpened, .mentionCaptured, .messageAwaited, .messageAttached, .conversationRerooted, .mentionRevised,
            .mentionWithdrawn, .mentionClassified, .caseWoken, .casesMerged, .casesUnmerged, .caseSplit,
            .eventCorrected, .eventTakenBack:
            false
        default: true
        }
    }
}
