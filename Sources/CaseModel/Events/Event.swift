/// An event of the domain: its type and payload, without position, time and actor.
package enum Event: Hashable, Sendable {
    // Stream `case`: messages
    case caseOpened(CaseOpened)
    case mentionCaptured(MentionCaptured)
    case messageAwaited(MessageAwaited)
    case messageAttached(MessageAttached)
    case conversationRerooted(ConversationRerooted)
    case mentionRevised(MentionRevised)
    case mentionWithdrawn(MentionWithdrawn)
    case mentionClassified(MentionClassified)

    // Stream `case`: work
    case caseAssigned(CaseAssigned)
    case caseUnassigned(CaseUnassigned)
    case prioritySet(PrioritySet)
    case tagAdded(TagAdded)
    case tagRemoved(TagRemoved)
    case noteAdded(NoteAdded)
    case complaintAcknowledged(ComplaintAcknowledged)
    case authorInvestigated(AuthorInvestigated)
    case complaintAssessed(ComplaintAssessed)
    case outcomeForecast(OutcomeForecast)
    case replySent(ReplySent)
    case conversationMoved(ConversationMoved)
    case problemIdentified(ProblemIdentified)
    case planExplained(PlanExplained)
    case helpProvided(HelpProvided)
    case guidanceGiven(GuidanceGiven)
    case caseEscalated(CaseEscalated)

    // Stream `case`: end, follow-ups, merging, correction
    case caseResolved(CaseResolved)
    case resolutionPublished(ResolutionPublished)
    case caseDismissed(CaseDismissed)
    case followUpScheduled(FollowUpScheduled)
    case followUpDone(FollowUpDone)
    case followUpCancelled(FollowUpCancelled)
    case caseSnoozed(CaseSnoozed)
    case caseWoken(CaseWoken)
    case caseReopened(CaseReopened)
    case caseClosed(CaseClosed)
    case casesMerged(CasesMerged)
    case casesUnmerged(CasesUnmerged)
    case caseSplit(CaseSplit)
    case eventCorrected(EventCorrected)
    case eventTakenBack(EventTakenBack)

    // Stream `person`
    case personIdentified(PersonIdentified)
    case identityLinked(IdentityLinked)
    case identityUnlinked(IdentityUnlinked)
    case authorAssessed(AuthorAssessed)
    case surveyOffered(SurveyOffered)
    case surveyAnswered(SurveyAnswered)
    case stanceEvidenced(StanceEvidenced)
    case personErased(PersonErased)
    case contentErased(ContentErased)
    case contentRedacted(ContentRedacted)
    case legalHoldSet(LegalHoldSet)
    case legalHoldLifted(LegalHoldLifted)
    case accountGone(AccountGone)

    // Stream `book`
    case playbookAdopted(PlaybookAdopted)
    case calendarAdopted(CalendarAdopted)
    case serviceLevelAdopted(ServiceLevelAdopted)
    case taxonomyAdopted(TaxonomyAdopted)
    case importCompleted(ImportCompleted)
    case importRetracted(ImportRetracted)
    case storeRestored(StoreRestored)
    case incidentDeclared(IncidentDeclared)
    case incidentClosed(IncidentClosed)

    package var type: EventType {
        switch self {
        case .caseOpened: .caseOpened
        case .mentionCaptured: .mentionCaptured
        case .messageAwaited: .messageAwaited
        case .messageAttached: .messageAttached
        case .conversationRerooted: .conversationRerooted
        case .mentionRevised: .mentionRevised
        case .mentionWithdrawn: .mentionWithdrawn
        case .mentionClassified: .mentionClassified
        case .caseAssigned: .caseAssigned
        case .caseUnassigned: .caseUnassigned
        case .prioritySet: .prioritySet
        case .tagAdded: .tagAdded
        case .tagRemoved: .tagRemoved
        case .noteAdded: .noteAdded
        case .complaintAcknowledged: .complaintAcknowledged
        case .authorInvestigated: .authorInvestigated
        case .complaintAssessed: .complaintAssessed
        case .outcomeForecast: .outcomeForecast
        case .replySent: .replySent
        case .conversationMoved: .conversationMoved
        case .problemIdentified: .problemIdentified
        case .planExplained: .planExplained
        case .helpProvided: .helpProvided
        case .guidanceGiven: .guidanceGiven
        case .caseEscalated: .caseEscalated
        case .caseResolved: .caseResolved
        case .resolutionPublished: .resolutionPublished
        case .caseDismissed: .caseDismissed
        case .followUpScheduled: .followUpScheduled
        case .followUpDone: .followUpDone
        case .followUpCancelled: .followUpCancelled
        case .caseSnoozed: .caseSnoozed
        case .caseWoken: .caseWoken
        case .caseReopened: .caseReopened
        case .caseClosed: .caseClosed
        case .casesMerged: .casesMerged
        case .casesUnmerged: .casesUnmerged
        case .caseSplit: .caseSplit
        case .eventCorrected: .eventCorrected
        case .eventTakenBack: .eventTakenBack
        case .personIdentified: .personIdentified
        case .identityLinked: .identityLinked
        case .identityUnlinked: .identityUnlinked
        case .authorAssessed: .authorAssessed
        case .surveyOffered: .surveyOffered
        case .surveyAnswered: .surveyAnswered
        case .stanceEvidenced: .stanceEvidenced
        case .personErased: .personErased
        case .contentErased: .contentErased
        case .contentRedacted: .contentRedacted
        case .legalHoldSet: .legalHoldSet
        case .legalHoldLifted: .legalHoldLifted
        case .accountGone: .accountGone
        case .playbookAdopted: .playbookAdopted
        case .calendarAdopted: .calendarAdopted
        case .serviceLevelAdopted: .serviceLevelAdopted
        case .taxonomyAdopted: .taxonomyAdopted
        case .importCompleted: .importCompleted
        case .importRetracted: .importRetracted
        case .storeRestored: .storeRestored
        case .incidentDeclared: .incidentDeclared
        case .incidentClosed: .incidentClosed
        }
    }
}
