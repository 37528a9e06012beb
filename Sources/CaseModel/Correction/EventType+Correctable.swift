extension EventType {
    /// The fields of its payload that can be corrected once it is recorded.
    ///
    /// What others hold on to can't be: keys, numbers, parents, positions, who and whose. When it happened is no field of
    /// a payload. An event that has none is superseded or taken back by another one,
    /// as a judgement of an author is.
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
