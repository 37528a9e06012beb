/// The event types by their stable names. A name never changes once a release has written it.
public enum EventType: String, CaseIterable, Sendable {
    // Stream `case`: messages
    case caseOpened = "CaseOpened"
    case mentionCaptured = "MentionCaptured"
    case messageAwaited = "MessageAwaited"
    case messageAttached = "MessageAttached"
    case conversationRerooted = "ConversationRerooted"
    case mentionRevised = "MentionRevised"
    case mentionWithdrawn = "MentionWithdrawn"
    case mentionClassified = "MentionClassified"

    // Stream `case`: work
    case caseAssigned = "CaseAssigned"
    case caseUnassigned = "CaseUnassigned"
    case prioritySet = "PrioritySet"
    case tagAdded = "TagAdded"
    case tagRemoved = "TagRemoved"
    case noteAdded = "NoteAdded"
    case complaintAcknowledged = "ComplaintAcknowledged"
    case authorInvestigated = "AuthorInvestigated"
    case complaintAssessed = "ComplaintAssessed"
    case outcomeForecast = "OutcomeForecast"
    case replySent = "ReplySent"
    case conversationMoved = "ConversationMoved"
    case problemIdentified = "ProblemIdentified"
    case planExplained = "PlanExplained"
    case helpProvided = "HelpProvided"
    case guidanceGiven = "GuidanceGiven"
    case caseEscalated = "CaseEscalated"

    // Stream `case`: end, follow-ups, merging, correction
    case caseResolved = "CaseResolved"
    case resolutionPublished = "ResolutionPublished"
    case caseDismissed = "CaseDismissed"
    case followUpScheduled = "FollowUpScheduled"
    case followUpDone = "FollowUpDone"
    case followUpCancelled = "FollowUpCancelled"
    case caseSnoozed = "CaseSnoozed"
    case caseWoken = "CaseWoken"
    case caseReopened = "CaseReopened"
    case caseClosed = "CaseClosed"
    case casesMerged = "CasesMerged"
    case casesUnmerged = "CasesUnmerged"
    case caseSplit = "CaseSplit"
    case eventCorrected = "EventCorrected"
    case eventTakenBack = "EventTakenBack"

    // Stream `person`
    case personIdentified = "PersonIdentified"
    case identityLinked = "IdentityLinked"
    case identityUnlinked = "IdentityUnlinked"
    case authorAssessed = "AuthorAssessed"
    case surveyOffered = "SurveyOffered"
    case surveyAnswered = "SurveyAnswered"
    case stanceEvidenced = "StanceEvidenced"
    case personErased = "PersonErased"
    case contentErased = "ContentErased"
    case contentRedacted = "ContentRedacted"
    case legalHoldSet = "LegalHoldSet"
    case legalHoldLifted = "LegalHoldLifted"
    case accountGone = "AccountGone"

    // Stream `book`
    case playbookAdopted = "PlaybookAdopted"
    case calendarAdopted = "CalendarAdopted"
    case serviceLevelAdopted = "ServiceLevelAdopted"
    case taxonomyAdopted = "TaxonomyAdopted"
    case importCompleted = "ImportCompleted"
    case importRetracted = "ImportRetracted"
    case storeRestored = "StoreRestored"
    case incidentDeclared = "IncidentDeclared"
    case incidentClosed = "IncidentClosed"

    /// The payload version that this program writes; upcasters convert older ones.
    package var schemaVersion: Int { 1 }
}
