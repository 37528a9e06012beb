package import CaseModel

/// The events that constraints refer to.
package enum DecisionKind: String, CaseIterable, Sendable {
    case mentionClassified = "MentionClassified"
    case authorInvestigated = "AuthorInvestigated"
    case complaintAssessed = "ComplaintAssessed"
    case outcomeForecast = "OutcomeForecast"
    case unfavourableForecast = "OutcomeForecast(unfavourable)"
    case replySent = "ReplySent"
    case publicReplySent = "ReplySent(public)"
    case movedToPrivate = "ConversationMoved(private)"
    case problemIdentified = "ProblemIdentified"
    case planExplained = "PlanExplained"
    case guidanceGiven = "GuidanceGiven"
    case caseResolved = "CaseResolved"
    case caseDismissed = "CaseDismissed"
    case caseDismissedAsTroll = "CaseDismissed(troll)"
    /// The end of a case or of one of its issues.
    case caseEnded = "CaseResolved or CaseDismissed"
    case followUpDone = "FollowUpDone"
    /// Not an event: an episode that begins with a complaint.
    case complaintBegun = "complaint"
    case complaintAcknowledged = "ComplaintAcknowledged"

    /// Whether an event is of this kind. An attached message counts as a reply.
    package func matches(_ event: Event) -> Bool {
        switch (self, event) {
        case (.mentionClassified, .mentionClassified), (.authorInvestigated, .authorInvestigated),
            (.complaintAssessed, .complaintAssessed), (.outcomeForecast, .outcomeForecast),
            (.replySent, .replySent), (.replySent, .messageAttached), (.problemIdentified, .problemIdentified),
            (.planExplained, .planExplained), (.guidanceGiven, .guidanceGiven), (.caseResolved, .caseResolved),
            (.caseDismissed, .caseDismissed), (.followUpDone, .followUpDone),
            (.complaintAcknowledged, .complaintAcknowledged), (.caseEnded, .caseResolved), (.caseEnded, .caseDismissed):
            true
        case (.publicReplySent, .replySent(let reply)): reply.visibility == .isPublic
        case (.publicReplySent, .messageAttached(let reply)): reply.visibility == .isPublic
        case (.movedToPrivate, .conversationMoved(let moved)): moved.to == .isPrivate
        case (.unfavourableForecast, .outcomeForecast(let forecast)): forecast.forecast == .unfavourable
        case (.caseDismissedAsTroll, .caseDismissed(let dismissed)): dismissed.ground == .troll
        default: false
        }
    }
}
