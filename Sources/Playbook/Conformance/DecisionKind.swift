package import CaseModel

/// What a rule about the order of decisions speaks of: events of a kind, or some of them.
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
    /// The end of a matter, or of one of its issues, however it ended.
    case caseEnded = "CaseResolved or CaseDismissed"
    case followUpDone = "FollowUpDone"
    /// Not an event: a complaint begins an episode.
    case complaintBegun = "complaint"
    case complaintAcknowledged = "ComplaintAcknowledged"

    /// Whether an event is of the kind. A reply that waited for its parent is a reply all the same.
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
