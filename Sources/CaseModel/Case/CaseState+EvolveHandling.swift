/// The work on a matter between its beginning and its end.
extension CaseState {
    mutating func applyHandling(_ event: Event, _ at: Timestamp) {
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

    /// Leaves a case alone that has no work, as imported history hasn't.
    mutating func endSnooze(at end: Timestamp) {
        if !$work.isBlank { work.endSnooze(at: end) }
    }

    private mutating func handle(_ change: (inout Handling) -> Void) { change(&episodes[episodes.count - 1].handling) }
}
