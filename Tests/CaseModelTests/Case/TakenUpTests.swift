import CaseModel
import Testing

@Suite("A case that an unclassified message reopened")
struct TakenUpTests {
    private static let reopened = Fact(.caseReopened(CaseReopened(trigger: .mention, episode: 2)), at: 100)

    @Test(
        "is ended as it was where the message turns out to be thanks, as if that had been judged at once",
        arguments: [
            [Fact.resolved(at: 20), .followUp(1, due: 500, at: 20)],
            [.resolved(.unfavourable, .no, at: 20), .followUp(1, due: 500, at: 20)],
            [.dismissed(.offTopic, at: 20), .followUp(1, due: 500, at: 20)],
            [.resolved(at: 20), .followUp(1, due: 30, at: 20), .looked(1, at: 30), .closed(at: 40)],
        ])
    func thanks(_ end: [Fact]) {
        let begun: [Fact] = [.liveMention(1, at: 10), .judged(1, .complaint(.brand), at: 11), .reply(at: 15)] + end
        let late = Given(begun + [.liveMention(2, at: 100), Self.reopened, .judged(2, .praise, at: 130)])
        let atOnce = Given(begun + [.liveMention(2, at: 100), .judged(2, .praise, at: 100)])
        #expect(Given(begun + [.liveMention(2, at: 100), Self.reopened]).summary.status == .evaluating)
        expectSame(late.summary, atOnce.summary)
        #expect(late.state.lifecycle == atOnce.state.lifecycle)
        #expect(late.state.episodes == atOnce.state.episodes)
        #expect(late.state.firstResponses == atOnce.state.firstResponses)
    }

    /// A complaint that was resolved, and a message that reopened it.
    private func takenUp(_ facts: Fact...) -> Given {
        Given(
            [
                .liveMention(1, at: 10), .judged(1, .complaint(.brand), at: 11), .resolved(at: 20),
                .followUp(1, due: 500, at: 20), .liveMention(2, at: 100), Self.reopened,
            ] + facts)
    }

    @Test(
        "stays reopened if the message is classified as anything but positive",
        arguments: [Label.question, .complaint(.product)])
    func other(_ label: Label) {
        let given = takenUp(.judged(2, label, at: 130))
        #expect(given.summary.status == .evaluating)
        #expect(given.summary.episode == 2)
    }

    @Test("is undone once all messages since are positive, and redone when one is not")
    func several() {
        let one = takenUp(.liveMention(3, at: 110), .judged(2, .praise, at: 130))
        #expect(one.summary.episode == 2)
        let both = takenUp(.liveMention(3, at: 110), .judged(2, .praise, at: 130), .judged(3, .praise, at: 131))
        #expect(both.summary.status == .monitoring)
        let again = takenUp(
            .liveMention(3, at: 110), .judged(2, .praise, at: 130), .judged(3, .praise, at: 131),
            .judged(3, .complaint(.brand), at: 140))
        #expect(again.summary.status == .evaluating)
        // The thanks at minute 100 began nothing.
        #expect(again.summary.reopenedAt == minute(110))
        #expect(again.state.takenUp.takenBack == [])
    }

    @Test("stays reopened once something was decided in the new episode")
    func touched() {
        for fact: Fact in [
            Fact(.complaintAcknowledged(ComplaintAcknowledged()), at: 120), .followUp(2, due: 600, at: 120),
            .resolved(.unfavourable, .no, .brand, at: 120),
        ] {
            let given = takenUp(fact, .judged(2, .praise, at: 130))
            #expect(given.summary.episode == 2, "\(fact.event)")
        }
        // What we said to thank them is no decision of what becomes of the case.
        #expect(takenUp(.reply(at: 120), .judged(2, .praise, at: 130)).summary.status == .monitoring)
    }

    @Test("is not undone if one of us reopened it")
    func reopenedByTheHouse() {
        let given = Given(
            .liveMention(1, at: 10), .judged(1, .complaint(.brand), at: 11), .resolved(at: 20),
            .liveMention(2, at: 100), .reopened(2, at: 100), .judged(2, .praise, at: 130))
        #expect(given.summary.episode == 2)
    }

    @Test("is reopened again by the next message, as the second episode")
    func next() {
        let given = takenUp(.judged(2, .praise, at: 130))
        let events = CaseDecider.arrived(.complaint(.brand), at: minute(200), in: given.state).map(\.event)
        #expect(events == [.caseReopened(CaseReopened(trigger: .mention, episode: 2))])
        #expect(given.state.takenUp.takenBack == [Position(107)])
    }

    @Test("keeps its snooze when the reopening is undone, unless it wakes on a reply")
    func snoozed() {
        func given(_ wakesOnReply: Bool, _ facts: Fact...) -> Given {
            Given(
                [
                    .liveMention(1, at: 10), .judged(1, .praise, at: 11), .resolved(at: 20),
                    Fact(.caseSnoozed(CaseSnoozed(until: minute(900), wakesOnReply: wakesOnReply)), at: 30),
                    .liveMention(2, at: 100),
                ] + facts)
        }
        let thanks = Fact.judged(2, .praise, at: 130)
        expectSame(given(false, Self.reopened, thanks).summary, given(false, thanks).summary)
        let woken = Fact(.caseWoken(CaseWoken(by: .reply)), at: 100)
        expectSame(given(true, Self.reopened, thanks).summary, given(true, woken, thanks).summary)
    }
}
