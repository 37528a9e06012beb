import CaseModel

extension PinnedPayload {
    static let work: [PinnedPayload] = [
        PinnedPayload("CaseAssigned", .caseAssigned(CaseAssigned(to: "ana")), #"{"to":"ana"}"#),
        PinnedPayload("CaseUnassigned", .caseUnassigned(CaseUnassigned()), "{}"),
        PinnedPayload("PrioritySet", .prioritySet(PrioritySet(priority: .urgent)), #"{"priority":"urgent"}"#),
        PinnedPayload("TagAdded", .tagAdded(TagAdded(tag: "refund")), #"{"tag":"refund"}"#),
        PinnedPayload("TagRemoved", .tagRemoved(TagRemoved(tag: "refund")), #"{"tag":"refund"}"#),
        PinnedPayload("NoteAdded", .noteAdded(NoteAdded()), "{}"),
        PinnedPayload("ComplaintAcknowledged", .complaintAcknowledged(ComplaintAcknowledged()), "{}"),
        PinnedPayload(
            "AuthorInvestigated", .authorInvestigated(AuthorInvestigated(sources: [.publicProfile, .ownHistory])),
            #"{"sources":["public-profile","own-history"]}"#),
        PinnedPayload(
            "ComplaintAssessed",
            .complaintAssessed(ComplaintAssessed(founded: true, grounds: ["promise-broken"], signals: [])),
            #"{"founded":true,"grounds":["promise-broken"],"signals":[]}"#),
        PinnedPayload(
            "OutcomeForecast", .outcomeForecast(OutcomeForecast(forecast: .unfavourable, basis: "no-stock")),
            #"{"forecast":"unfavourable","basis":"no-stock"}"#),
        PinnedPayload(
            "OutcomeForecast", .outcomeForecast(OutcomeForecast(forecast: .unknown, basis: nil)),
            #"{"forecast":"unknown"}"#),
        PinnedPayload(
            "ReplySent",
            .replySent(
                ReplySent(
                    key: key, parent: otherKey, channel: Channel("twitter"), brand: Brand("Acme"),
                    visibility: .isPublic, purpose: .apologise, language: "en")),
            """
            {"key":"0123456789abcdeffedcba9876543210","parent":"000000000000000000000000000000a1",\
            "channel":"twitter","brand":"Acme","visibility":"public","purpose":"apologise","language":"en"}
            """),
        PinnedPayload(
            "ReplySent",
            .replySent(
                ReplySent(
                    key: nil, parent: nil, channel: Channel("phone"), brand: nil, visibility: .isPrivate, purpose: nil,
                    language: nil)),
            #"{"channel":"phone","visibility":"private"}"#),
        PinnedPayload(
            "ConversationMoved",
            .conversationMoved(ConversationMoved(from: .isPrivate, to: .isPublic, consent: true)),
            #"{"from":"private","to":"public","consent":true}"#),
        PinnedPayload(
            "ProblemIdentified",
            .problemIdentified(ProblemIdentified(cause: "billing", product: "router", severity: .critical)),
            #"{"cause":"billing","product":"router","severity":"critical"}"#),
        PinnedPayload(
            "ProblemIdentified",
            .problemIdentified(ProblemIdentified(cause: "staff", product: nil, severity: nil)),
            #"{"cause":"staff"}"#),
        PinnedPayload("PlanExplained", .planExplained(PlanExplained(by: time)), #"{"by":1700000000123456}"#),
        PinnedPayload("PlanExplained", .planExplained(PlanExplained(by: nil)), "{}"),
        PinnedPayload("HelpProvided", .helpProvided(HelpProvided()), "{}"),
        PinnedPayload(
            "GuidanceGiven", .guidanceGiven(GuidanceGiven(followUpAt: time)), #"{"followUpAt":1700000000123456}"#),
        PinnedPayload("GuidanceGiven", .guidanceGiven(GuidanceGiven(followUpAt: nil)), "{}"),
        PinnedPayload(
            "CaseEscalated", .caseEscalated(CaseEscalated(to: "legal", level: 4)), #"{"to":"legal","level":4}"#),
    ]
}
