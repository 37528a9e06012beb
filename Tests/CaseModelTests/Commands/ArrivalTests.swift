import CaseModel
import Testing

@Suite("The effect of a new message on its case")
struct ArrivalTests {
    private func arrived(_ given: Given, _ label: Label? = nil, at: Int64 = 100) -> [Decision] {
        CaseDecider.arrived(label, at: minute(at), in: given.state)
    }

    private func reopened(_ episode: Int64) -> Event {
        .caseReopened(CaseReopened(trigger: .mention, episode: episode))
    }

    @Test(
        "takes an ended case up again",
        arguments: [
            Fact.resolved(at: 20), .resolved(.unfavourable, .no, at: 20), .dismissed(.duplicate, at: 20),
            .dismissed(.offTopic, at: 20), .closed(at: 20),
        ])
    func reopens(_ end: Fact) {
        let decisions = arrived(Given(.mention(1, at: 10), end), .complaint(.product))
        #expect(decisions.map(\.event) == [reopened(2)])
        #expect(decisions.map(\.occurredAt) == [minute(100)])
        #expect(arrived(Given(.mention(1, at: 10), end)).map(\.event) == [reopened(2)])
    }

    @Test("has no effect if it is positive")
    func thanks() {
        #expect(arrived(Given(.mention(1, at: 10), .resolved(at: 20)), .praise) == [])
    }

    @Test(
        "is let be where a troll or a spammer goes on, until the case is closed",
        arguments: [DismissalGround.troll, .spam])
    func troll(_ ground: DismissalGround) {
        #expect(arrived(Given(.mention(1, at: 10), .dismissed(ground, at: 20)), .complaint(.brand)) == [])
        #expect(
            arrived(Given(.mention(1, at: 10), .dismissed(ground, at: 20), .closed(at: 30))).map(\.event)
                == [reopened(2)])
    }

    @Test("leaves an open case open")
    func open() {
        #expect(arrived(Given(.mention(1, at: 10)), .complaint(.product)) == [])
    }

    @Test("wakes a case that was snoozed until the person writes, and no other")
    func wakes() {
        func snoozed(_ wakesOnReply: Bool, _ more: Fact...) -> Given {
            let snooze = Fact(.caseSnoozed(CaseSnoozed(until: minute(900), wakesOnReply: wakesOnReply)), at: 30)
            return more.isEmpty
                ? Given(.mention(1, at: 10), snooze) : Given(.mention(1, at: 10), more[0], snooze)
        }
        #expect(arrived(snoozed(true)).map(\.event) == [.caseWoken(CaseWoken(by: .reply))])
        #expect(arrived(snoozed(false)) == [])
        #expect(
            arrived(snoozed(true, .resolved(at: 20)), .praise).map(\.event) == [.caseWoken(CaseWoken(by: .reply))])
        #expect(arrived(snoozed(true, .resolved(at: 20))).map(\.event) == [reopened(2)])
    }

    @Test("starts the episode when the case ended, if it was written before")
    func late() {
        let decisions = arrived(Given(.mention(1, at: 10), .resolved(at: 20)), at: 15)
        #expect(decisions.map(\.occurredAt) == [minute(20)])
    }

    // MARK: Imported

    private func imported(_ given: Given, _ label: Label? = nil, at: Int64) -> [Event] {
        CaseDecider.arrived(label, at: minute(at), isLive: false, in: given.state).map(\.event)
    }

    @Test("an imported message reopens a case only if it is later than the end")
    func importedAfterTheEnd() {
        let resolved = Given(.mention(1, at: 10), .resolved(at: 20))
        #expect(imported(resolved, .complaint(.product), at: 21) == [reopened(2)])
        #expect(imported(resolved, at: 21) == [reopened(2)])
        #expect(imported(resolved, .praise, at: 21) == [])
        #expect(imported(resolved, .complaint(.product), at: 20) == [])
        #expect(imported(resolved, .complaint(.product), at: 15) == [])
    }

    @Test("an imported message between the end and the closing reopens the case")
    func importedBetweenEndAndClosing() {
        let closed = Given(.mention(1, at: 10), .resolved(at: 20), .closed(at: 30))
        #expect(imported(closed, .complaint(.product), at: 25) == [reopened(2)])
        let troll = Given(.mention(1, at: 10), .dismissed(.troll, at: 20), .closed(at: 30))
        #expect(imported(troll, .complaint(.product), at: 25) == [])
        #expect(imported(troll, .complaint(.product), at: 31) == [reopened(2)])
    }

    @Test("an imported message wakes a snoozed case where it is later than the snooze")
    func importedWakes() {
        let snoozed = Given(
            .mention(1, at: 10), Fact(.caseSnoozed(CaseSnoozed(until: minute(900), wakesOnReply: true)), at: 30))
        #expect(imported(snoozed, at: 40) == [.caseWoken(CaseWoken(by: .reply))])
        #expect(imported(snoozed, at: 20) == [])
    }

    // MARK: Judged anew

    @Test("a message since the end that is reclassified as not positive reopens the case")
    func judgedAnew() {
        func returned(_ facts: Fact...) -> [Decision] {
            CaseDecider.returned(in: Given([.mention(1, at: 10)] + facts).state)
        }
        let late = Fact.mention(2, at: 50)
        #expect(returned(late, .resolved(at: 20)).map(\.event) == [reopened(2)])
        #expect(returned(late, .resolved(at: 20)).map(\.occurredAt) == [minute(50)])
        #expect(returned(late, .judged(2, .praise, at: 55), .resolved(at: 20)) == [])
        #expect(returned(late, .withdrawn(2, at: 55), .resolved(at: 20)) == [])
        #expect(returned(late, .resolved(at: 50)) == [])
        #expect(returned(late, .dismissed(.spam, at: 20)) == [])
    }
}
