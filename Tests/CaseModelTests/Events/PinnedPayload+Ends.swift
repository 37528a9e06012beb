import CaseModel

extension PinnedPayload {
    static let ends: [PinnedPayload] = [
        PinnedPayload(
            "CaseResolved",
            .caseResolved(
                CaseResolved(outcome: .favourable, solved: .partly, issues: .brand, confirmedBy: .silence)),
            #"{"outcome":"favourable","solved":"partly","issues":["brand"],"confirmedBy":"silence"}"#),
        PinnedPayload("ResolutionPublished", .resolutionPublished(ResolutionPublished()), "{}"),
        PinnedPayload(
            "CaseDismissed", .caseDismissed(CaseDismissed(ground: .offTopic)), #"{"ground":"off-topic"}"#),
        PinnedPayload(
            "FollowUpScheduled",
            .followUpScheduled(FollowUpScheduled(followUp: 1, due: time, purpose: .recurrence)),
            #"{"followUp":1,"due":1700000000123456,"purpose":"recurrence"}"#),
        PinnedPayload(
            "FollowUpDone", .followUpDone(FollowUpDone(followUp: 1, finding: .quiet)),
            #"{"followUp":1,"finding":"quiet"}"#),
        PinnedPayload(
            "FollowUpCancelled", .followUpCancelled(FollowUpCancelled(followUp: 2)), #"{"followUp":2}"#),
        PinnedPayload(
            "CaseSnoozed", .caseSnoozed(CaseSnoozed(until: time, wakesOnReply: false)),
            #"{"until":1700000000123456,"wakesOnReply":false}"#),
        PinnedPayload("CaseWoken", .caseWoken(CaseWoken(by: .reply)), #"{"by":"reply"}"#),
        PinnedPayload(
            "CaseReopened", .caseReopened(CaseReopened(trigger: .followUp, episode: 2)),
            #"{"trigger":"follow-up","episode":2}"#),
        PinnedPayload("CaseClosed", .caseClosed(CaseClosed()), "{}"),
        PinnedPayload(
            "CasesMerged", .casesMerged(CasesMerged(into: CaseNumber(3), from: CaseNumber(9))),
            #"{"into":3,"from":9}"#),
        PinnedPayload(
            "CasesUnmerged", .casesUnmerged(CasesUnmerged(into: CaseNumber(3), from: CaseNumber(9))),
            #"{"into":3,"from":9}"#),
        PinnedPayload(
            "CaseSplit",
            .caseSplit(CaseSplit(into: CaseNumber(20), from: CaseNumber(3), mentions: [key, otherKey])),
            """
            {"into":20,"from":3,"mentions":["0123456789abcdeffedcba9876543210","000000000000000000000000000000a1"]}
            """),
        PinnedPayload(
            "EventCorrected",
            .eventCorrected(
                EventCorrected(event: Position(77), fields: ["outcome", "issues"], values: [#""favourable""#, "null"])),
            #"{"event":77,"fields":["outcome","issues"],"values":["\"favourable\"","null"]}"#),
        PinnedPayload(
            "EventTakenBack", .eventTakenBack(EventTakenBack(events: [Position(77), Position(78)])),
            #"{"events":[77,78]}"#),
    ]
}
