package import CaseModel
package import Terminal

/// An event told to somebody who was not there, in one sentence. The words of people stand apart.
package struct EventSentence {
    let event: Event
    let times: TimePrinter
    let language: Language

    /// An event to be told in a language, its times printed so.
    package init(event: Event, times: TimePrinter, language: Language) {
        self.event = event
        self.times = times
        self.language = language
    }

    /// The sentence, safe to be printed.
    package var text: String { SafeText.safe(told) }

    private var told: String {
        switch event {
        case .caseOpened(let event): told(event)
        case .mentionCaptured(let event): told(event)
        case .messageAwaited(let event): told(event)
        case .messageAttached(let event): told(event)
        case .conversationRerooted(let event): told(event)
        case .mentionRevised(let event): told(event)
        case .mentionWithdrawn(let event): told(event)
        case .mentionClassified(let event): told(event)
        case .caseAssigned(let event): told(event)
        case .caseUnassigned(let event): told(event)
        case .prioritySet(let event): told(event)
        case .tagAdded(let event): told(event)
        case .tagRemoved(let event): told(event)
        case .noteAdded(let event): told(event)
        case .complaintAcknowledged(let event): told(event)
        case .authorInvestigated(let event): told(event)
        case .complaintAssessed(let event): told(event)
        case .outcomeForecast(let event): told(event)
        case .replySent(let event): told(event)
        case .conversationMoved(let event): told(event)
        case .problemIdentified(let event): told(event)
        case .planExplained(let event): told(event)
        case .helpProvided(let event): told(event)
        case .guidanceGiven(let event): told(event)
        case .caseEscalated(let event): told(event)
        case .caseResolved(let event): told(event)
        case .resolutionPublished(let event): told(event)
        case .caseDismissed(let event): told(event)
        case .followUpScheduled(let event): told(event)
        case .followUpDone(let event): told(event)
        case .followUpCancelled(let event): told(event)
        case .caseSnoozed(let event): told(event)
        case .caseWoken(let event): told(event)
        case .caseReopened(let event): told(event)
        case .caseClosed(let event): told(event)
        case .casesMerged(let event): told(event)
        case .casesUnmerged(let event): told(event)
        case .caseSplit(let event): told(event)
        case .eventCorrected(let event): told(event)
        case .eventTakenBack(let event): told(event)
        case .personIdentified(let event): told(event)
        case .identityLinked(let event): told(event)
        case .identityUnlinked(let event): told(event)
        case .authorAssessed(let event): told(event)
        case .surveyOffered(let event): told(event)
        case .surveyAnswered(let event): told(event)
        case .stanceEvidenced(let event): told(event)
        case .personErased(let event): told(event)
        case .contentErased(let event): told(event)
        case .contentRedacted(let event): told(event)
        case .legalHoldSet(let event): told(event)
        case .legalHoldLifted(let event): told(event)
        case .accountGone(let event): told(event)
        case .playbookAdopted(let event): told(event)
        case .calendarAdopted(let event): told(event)
        case .serviceLevelAdopted(let event): told(event)
        case .taxonomyAdopted(let event): told(event)
        case .importCompleted(let event): told(event)
        case .importRetracted(let event): told(event)
        case .storeRestored(let event): told(event)
        case .incidentDeclared(let event): told(event)
        case .incidentClosed(let event): told(event)
        }
    }

    func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    /// A moment as the reader's clock shows it.
    func time(_ moment: Timestamp) -> String { times.time(moment.microseconds) }

    func codes(_ codes: [String]) -> String { codes.joined(separator: ", ") }
}
