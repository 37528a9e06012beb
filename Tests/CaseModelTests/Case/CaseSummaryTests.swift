import CaseModel
import CustomDump
import Testing

@Suite("The summary of a case")
struct CaseSummaryTests {
    @Test("a case that was only opened")
    func empty() {
        expectSame(
            dump(Given().summary),
            """
            CaseSummary(
              status: .new,
              brand: nil,
              polarity: nil,
              targets: TargetSet(rawValue: 0),
              topics: [],
              severity: nil,
              openedAt: nil,
              lastMentionAt: nil,
              firstReplyAt: nil,
              lastReplyAt: nil,
              unansweredSince: nil,
              liveUnansweredSince: nil,
              mentionCount: 0,
              replyCount: 0,
              publicReplyCount: 0,
              revisionCount: 0,
              reach: nil,
              episode: 1,
              reopenedAt: nil,
              endedAt: nil,
              closedAt: nil,
              turns: 0,
              outcome: nil,
              nextFollowUpAt: nil,
              lastFinding: nil,
              acknowledgedAt: nil,
              planBy: nil,
              assignee: nil,
              priority: .normal,
              tags: [],
              snoozedUntil: nil,
              liveSince: Timestamp(microseconds: 1700000000000000),
              facts: CaseFacts(rawValue: 0),
              pauses: [],
              snoozes: []
            )
            """)
    }

    @Test("a case with everything")
    func everything() {
        let summary = Given(
            .reply(at: 5, key: key(50), brand: "Lunabrisa"), .mention(2, at: 40, brand: "Lunabrisa"),
            .mention(1, at: 10), .mention(3, at: 30, brand: "Ferrobrisa"),
            .judged(1, Label(polarity: .positive, topics: [Topic("delivery")], method: .imported), at: 10),
            .judged(
                2,
                Label(
                    polarity: .complaint, targets: .brand, topics: [Topic("staff"), Topic("delivery")], method: .human),
                at: 41),
            .revised(1, at: 10), .revised(3, at: 30), .revised(3, at: 30),
            .reply(at: 42, .isPrivate), .reply(at: 44), .resolved(.unfavourable, .partly, at: 50),
            .followUp(1, due: 90, at: 51), .followUp(2, due: 80, at: 52)
        ).summary
        #expect(summary.status == .monitoring)
        #expect(summary.brand == Brand("Ferrobrisa"), "of the earliest mention that names one")
        #expect(summary.polarity == .complaint)
        #expect(summary.targets == .brand)
        #expect(summary.topics.map(\.name) == ["delivery", "staff"])
        #expect(summary.openedAt == minute(10))
        #expect(summary.lastMentionAt == minute(40))
        #expect(summary.firstReplyAt == minute(42), "not what we said before anybody spoke")
        #expect(summary.lastReplyAt == minute(44))
        #expect(summary.mentionCount == 3)
        #expect(summary.replyCount == 3)
        #expect(summary.publicReplyCount == 2)
        #expect(summary.revisionCount == 3)
        #expect(summary.episode == 1)
        #expect(summary.outcome == .unfavourable)
        #expect(summary.nextFollowUpAt == minute(80))
    }

    @Test("the gravest label counts, whatever the order")
    func gravity() {
        let rising: [Polarity] = [.spam, .neutral, .positive, .question, .complaint]
        for (lower, higher) in zip(rising, rising.dropFirst()) {
            for (first, second) in [(lower, higher), (higher, lower)] {
                let given = Given(
                    .mention(1, at: 10), .mention(2, at: 20), .judged(1, label(first), at: 30),
                    .judged(2, label(second), at: 31))
                #expect(given.summary.polarity == higher)
            }
        }
    }

    @Test("a case ended when it was resolved or dismissed, whenever it was closed")
    func closing() {
        for end: Fact in [.resolved(at: 20), .dismissed(.troll, at: 20)] {
            let summary = Given(
                .mention(1, at: 10), end, .followUp(1, due: 30, at: 21), .looked(1, at: 30), .closed(at: 40)
            ).summary
            #expect(summary.endedAt == minute(20))
            #expect(summary.closedAt == minute(40))
        }
        let reopened = Given(.mention(1, at: 10), .resolved(at: 20), .closed(at: 40), .reopened(2, at: 50)).summary
        #expect(reopened.endedAt == nil)
        #expect(reopened.closedAt == nil)
    }

    @Test("an imported message after our reply is unanswered, but starts no clock")
    func liveUnanswered() {
        let history = Given(.liveMention(1, at: 10), .reply(at: 20), .mention(2, at: 30)).summary
        #expect(history.unansweredSince == minute(30))
        #expect(history.liveUnansweredSince == nil)
        let live = Given(.liveMention(1, at: 10), .reply(at: 20), .mention(2, at: 30), .liveMention(3, at: 40)).summary
        #expect(live.unansweredSince == minute(30))
        #expect(live.liveUnansweredSince == minute(40))
    }

    @Test("a promise is open until help is provided after it or the case ends; explaining the plan again renews it")
    func promises() {
        func explained(by: Int64, at: Int64) -> Fact {
            Fact(.planExplained(PlanExplained(by: minute(by))), at: at)
        }
        let helped = Fact(.helpProvided(HelpProvided()), at: 30)
        let mention = Fact.liveMention(1, at: 10)
        #expect(Given(mention, explained(by: 90, at: 20)).summary.openPromise == minute(90))
        #expect(Given(mention, explained(by: 90, at: 20), helped).summary.openPromise == nil)
        #expect(Given(mention, explained(by: 90, at: 20), .resolved(at: 30)).summary.openPromise == nil)
        #expect(Given(mention, helped, explained(by: 95, at: 40)).summary.openPromise == minute(95))
    }

    @Test("a reply names the brand where no mention does")
    func brandOfReply() {
        #expect(Given(.mention(1, at: 10), .reply(at: 20, brand: "Lunabrisa")).summary.brand == Brand("Lunabrisa"))
    }

    @Test("a mention that was withdrawn still counts")
    func withdrawn() {
        let given = Given(.mention(1, at: 10), .judged(1, .complaint(.product), at: 11), .withdrawn(1, at: 20))
        #expect(given.state.mention(key(1))?.isWithdrawn == true)
        #expect(given.summary.mentionCount == 1)
        #expect(given.summary.targets == .product)
    }

    private func label(_ polarity: Polarity) -> Label {
        Label(polarity: polarity, targets: polarity == .complaint ? .product : [], method: .human)
    }

    private func dump(_ summary: CaseSummary) -> String {
        var text = ""
        customDump(summary, to: &text)
        return text
    }
}
