extension EventType {
    /// The payload fields that `case correct` accepts.
    ///
    /// Excluded are fields that other events refer to: keys, numbers, parents, positions, persons. Times are no payload
    /// fields. An event with no such field is taken back or superseded instead.
    package var correctableFields: [String] {
        switch self {
        case .mentionCaptured: ["brand", "visibility", "kind", "language", "reach"]
        case .mentionClassified: ["polarity", "targets", "topics", "severity", "confidence"]
        case .replySent: ["brand", "visibility", "purpose", "language"]
        case .messageAttached: ["brand", "visibility"]
        case .caseAssigned: ["to"]
        case .prioritySet: ["priority"]
        case .authorInvestigated: ["sources"]
        case .complaintAssessed: ["founded", "grounds", "signals"]
        case .outcomeForecast: ["forecast", "basis"]
        case .conversationMoved: ["consent"]
        case .problemIdentified: ["cause", "product", "severity"]
        case .planExplained: ["by"]
        case .guidanceGiven: ["followUpAt"]
        case .caseEscalated: ["to", "level"]
        case .caseResolved: ["outcome", "solved", "confirmedBy"]
        case .caseDismissed: ["ground"]
        case .caseReopened: ["trigger"]
        case .followUpScheduled: ["due", "purpose"]
        case .followUpDone: ["finding"]
        case .caseSnoozed: ["until", "wakesOnReply"]
        case .surveyAnswered: ["score"]
        default: []
        }
    }
}
