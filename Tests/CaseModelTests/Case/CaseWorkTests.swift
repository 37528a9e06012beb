import CaseModel
import Testing

@Suite("The work on a case, folded")
struct CaseWorkTests {
    private func handled(_ event: Event, at: Int64 = 20) -> Given {
        Given(.mention(1, at: 10), Fact(event, at: at))
    }

    @Test("who has it, how urgent it is, and its tags in their order")
    func arrangements() {
        let given = Given(
            .mention(1, at: 10), Fact(.caseAssigned(CaseAssigned(to: "ana")), at: 11),
            Fact(.prioritySet(PrioritySet(priority: .urgent)), at: 12),
            Fact(.tagAdded(TagAdded(tag: "vip")), at: 13), Fact(.tagAdded(TagAdded(tag: "press")), at: 14),
            Fact(.tagAdded(TagAdded(tag: "line-5")), at: 15), Fact(.tagRemoved(TagRemoved(tag: "vip")), at: 16))
        #expect(given.summary.assignee == "ana")
        #expect(given.summary.priority == .urgent)
        #expect(given.summary.tags == ["line-5", "press"])
        #expect(
            Given(Fact(.caseAssigned(CaseAssigned(to: "ana")), at: 1), Fact(.caseUnassigned(CaseUnassigned()), at: 2))
                .summary.assignee == nil)
    }

    private static let steps: [(Event, CaseFacts)] = [
        (Event.complaintAcknowledged(ComplaintAcknowledged()), CaseFacts.acknowledged),
        (.complaintAssessed(ComplaintAssessed(founded: false, grounds: [], signals: [])), .assessed),
        (
            .complaintAssessed(ComplaintAssessed(founded: true, grounds: [], signals: [])), [.assessed, .founded]
        ),
        (.outcomeForecast(OutcomeForecast(forecast: .favourable, basis: nil)), .forecastFavourable),
        (.outcomeForecast(OutcomeForecast(forecast: .unfavourable, basis: nil)), .forecastUnfavourable),
        (.problemIdentified(ProblemIdentified(cause: "late", product: nil, severity: nil)), .problemIdentified),
        (.planExplained(PlanExplained(by: minute(99))), .planExplained),
        (.helpProvided(HelpProvided()), .helped), (.guidanceGiven(GuidanceGiven(followUpAt: nil)), .guided),
        (.caseEscalated(CaseEscalated(to: "legal", level: 3)), .escalated),
        (.resolutionPublished(ResolutionPublished()), .published),
        (.caseDismissed(CaseDismissed(ground: .troll)), .dismissedTroll),
        (.caseDismissed(CaseDismissed(ground: .offTopic)), .dismissedOffTopic),
        (resolvedEvent(.favourable, .yes), [.resolvedFavourable, .solvedYes, .productResolved, .brandResolved]),
        (
            resolvedEvent(.unfavourable, .partly),
            [.resolvedUnfavourable, .solvedPartly, .productResolved, .brandResolved]
        ),
    ]

    @Test("each step is a fact of the present episode", arguments: steps)
    func factsOfTheEpisode(event: Event, facts: CaseFacts) {
        expectSame(handled(event).summary.facts, facts)
        let reopened = Given(.mention(1, at: 10), Fact(event, at: 20), .reopened(2, at: 30))
        expectSame(reopened.summary.facts, [])
    }

    @Test("investigation and consent are kept on reopening")
    func ofTheCase() {
        let given = Given(
            .mention(1, at: 10), Fact(.authorInvestigated(AuthorInvestigated(sources: [.publicProfile])), at: 20),
            Fact(.conversationMoved(ConversationMoved(from: .isPublic, to: .isPrivate, consent: true)), at: 21),
            .dismissed(.spam, at: 25), .reopened(2, at: 30))
        expectSame(given.summary.facts, [.investigated, .consent, .isPrivate])
        #expect(given.state.investigatedAt == minute(20))
        #expect(given.summary.reopenedAt == minute(30))
    }

    @Test("the visibility is where the conversation was moved to, else that of its newest message")
    func place() {
        #expect(Given(.mention(1, at: 10, .isPrivate)).state.currentVisibility == .isPrivate)
        #expect(Given(.mention(1, at: 10, .isPrivate), .reply(at: 11)).state.currentVisibility == .isPublic)
        let moved = Given(
            .mention(1, at: 10),
            Fact(.conversationMoved(ConversationMoved(from: .isPublic, to: .isPrivate, consent: false)), at: 11),
            .mention(2, at: 12))
        #expect(moved.state.currentVisibility == .isPrivate)
        expectSame(
            Given(.mention(1, at: 10, .isPrivate), .mention(2, at: 12)).summary.facts, [.hasPrivateMention])
    }

    @Test("what exactly the problem is stays asked until they answer, we say something else, or a new episode begins")
    func asked() {
        func asks(_ facts: Fact...) -> Bool {
            let question = ReplySent(
                key: nil, parent: nil, channel: Channel("twitter"), brand: nil, visibility: .isPublic,
                purpose: .clarify, language: nil)
            return Given([.mention(1, at: 10), Fact(.replySent(question), at: 12)] + facts).summary.facts
                .contains(.asked)
        }
        #expect(asks())
        #expect(!asks(.mention(2, at: 13)))
        #expect(!asks(.reply(at: 13)))
        #expect(!asks(.resolved(at: 20), .reopened(2, at: 30)))
    }

    @Test("public praise counts wherever we answered it")
    func praisedInPublic() {
        func isPublic(_ facts: Fact...) -> Bool { Given(facts).summary.facts.contains(.praisedInPublic) }
        #expect(isPublic(.mention(1, at: 10), .judged(1, .praise, at: 11), .reply(at: 12, .isPrivate)))
        #expect(!isPublic(.mention(1, at: 10, .isPrivate), .judged(1, .praise, at: 11), .reply(at: 12)))
        #expect(!isPublic(.mention(1, at: 10), .judged(1, .question, at: 11)))
        #expect(
            isPublic(.mention(1, at: 10), .judged(1, .praise, at: 11), .mention(2, at: 12, .isPrivate)))
    }

    @Test("a snooze ends when the case is woken, reopened or closed")
    func snooze() {
        let snoozed = Fact(.caseSnoozed(CaseSnoozed(until: minute(90), wakesOnReply: true)), at: 20)
        #expect(Given(.mention(1, at: 10), snoozed).summary.snoozedUntil == minute(90))
        for end: Fact in [
            Fact(.caseWoken(CaseWoken(by: .person)), at: 30), .reopened(2, at: 30), .closed(at: 30),
        ] {
            #expect(Given(.mention(1, at: 10), snoozed, end).summary.snoozedUntil == nil)
        }
    }

    @Test("snoozes keep their intervals; a running one lasts until the time set")
    func snoozes() {
        let snoozed = Fact(.caseSnoozed(CaseSnoozed(until: minute(90), wakesOnReply: true)), at: 20)
        let again = Fact(.caseSnoozed(CaseSnoozed(until: minute(200), wakesOnReply: true)), at: 40)
        func stretches(_ facts: Fact...) -> [Range<Timestamp>] {
            var state = Given(.mention(1, at: 10)).state
            for fact in facts {
                state.apply(fact.event, EventMoment(position: state.position, version: 9, occurredAt: fact.at))
            }
            return CaseSummary(of: state).snoozes
        }
        func woken(at: Int64) -> Fact { Fact(.caseWoken(CaseWoken(by: .person)), at: at) }
        #expect(stretches(snoozed) == [minute(20)..<minute(90)])
        #expect(stretches(snoozed, woken(at: 30)) == [minute(20)..<minute(30)])
        #expect(stretches(snoozed, woken(at: 120)) == [minute(20)..<minute(90)])
        #expect(stretches(snoozed, again) == [minute(20)..<minute(40), minute(40)..<minute(200)])
        #expect(stretches(snoozed, .closed(at: 60)) == [minute(20)..<minute(60)])
        // Another episode has its own; one that reaches into it is told.
        #expect(stretches(snoozed, woken(at: 30), .dismissed(.spam, at: 50), .reopened(2, at: 60)) == [])
        #expect(
            stretches(snoozed, woken(at: 30), .dismissed(.spam, at: 50), .reopened(2, at: 60), again.moved(to: 70))
                == [minute(70)..<minute(200)])
    }

    @Test("imported history starts no clock; the first live event does")
    func live() {
        let history = Given(origin: .imported, .mention(1, at: 10), .judged(1, .imported, at: 10), .attached(2, at: 12))
        #expect(history.summary.liveSince == nil)
        #expect(
            history.summary.facts == [.isImportedOnly, .anyReply, .newestJudged, .newestPositive, .praisedInPublic])
        #expect(history.summary.pauses == [])
        for fact: Fact in [
            .judged(1, .praise, at: 30), .reply(at: 30), .followUp(1, due: 90, at: 30), .liveMention(3, at: 30),
        ] {
            let touched = Given(origin: .imported, .mention(1, at: 10), fact)
            #expect(touched.summary.liveSince == minute(30))
            #expect(!touched.summary.facts.contains(.isImportedOnly))
        }
    }

    @Test("it is the person's turn from our reply to their next message")
    func pauses() {
        let given = Given(
            .reply(at: 5), .mention(1, at: 10), .reply(at: 20), .reply(at: 25), .mention(2, at: 40),
            .mention(3, at: 41),
            .reply(at: 50))
        expectSame(
            given.summary.pauses,
            [
                CaseSummary.Pause(from: minute(20), until: minute(40)),
                CaseSummary.Pause(from: minute(50), until: nil),
            ])
        #expect(given.summary.turns == 4)
        #expect(given.summary.unansweredSince == nil)
        let later = Given(
            .mention(1, at: 10), .reply(at: 20), .resolved(at: 30), .reopened(2, at: 40), .mention(2, at: 41),
            .reply(at: 45), .mention(3, at: 50), .mention(4, at: 60)
        ).summary
        expectSame(later.pauses, [CaseSummary.Pause(from: minute(45), until: minute(50))])
        #expect(later.turns == 1)
        #expect(later.unansweredSince == minute(50))
    }

    @Test("the gravest severity, the widest reach, and what looking again found last")
    func gravest() {
        var grave = Label.complaint(.product)
        grave.severity = .critical
        var slight = Label.complaint(.product)
        slight.severity = .low
        let summary = Given(
            .mention(1, at: 10, reach: 12), .mention(2, at: 11, reach: 9_000), .mention(3, at: 12),
            .judged(1, grave, at: 13), .judged(2, slight, at: 14), .followUp(1, due: 20, at: 15),
            .followUp(2, due: 30, at: 15), .looked(2, .recurrence, at: 30), .looked(1, .quiet, at: 20)
        ).summary
        #expect(summary.severity == .critical)
        #expect(summary.reach == 9_000)
        #expect(summary.lastFinding == .recurrence)
    }
}

extension Label {
    fileprivate static let imported = Label(polarity: .positive, method: .imported)
}
