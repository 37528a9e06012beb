import CaseModel
import Testing

@Suite("Dismissing a case")
struct DismissalTests {
    @Test("an open case is let be, on a ground, for a reason that is content", arguments: DismissalGround.allCases)
    func dismisses(_ ground: DismissalGround) {
        let then = Given(.mention(1, at: 10)).when(.dismiss(ground, reason: "only insults"), at: 20)
            .then(.caseDismissed(CaseDismissed(ground: ground)), usual(after: 20, .recurrence)).leaves(.monitoring)
        #expect(then.after.lifecycle == .dismissed(ground, at: minute(20)))
        #expect(then.decisions.map(\.content) == [Content(note: "only insults"), nil])
    }

    @Test("a dismissal has no outcome")
    func noOutcome() {
        #expect(Given(.mention(1, at: 10), .dismissed(.troll, at: 20)).summary.outcome == nil)
        #expect(
            Given(
                .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
                .resolved(.favourable, .yes, .product, at: 20), .dismissed(.troll, at: 30)
            ).summary.outcome == nil)
    }

    @Test("what is left of a case is dismissed, though one of its issues was resolved")
    func rest() {
        let given = Given(
            .mention(1, at: 10), .judged(1, .complaint(.product), at: 11),
            .resolved(.favourable, .yes, .product, at: 20),
            .dismissed(.troll, at: 30))
        #expect(given.state.episodes.last?.resolvedAt == nil)
        #expect(given.summary.outcome == nil)
    }

    @Test("what has ended is not dismissed")
    func ended() {
        let dismiss = CaseCommand.dismiss(.troll, reason: nil)
        Given(.mention(1, at: 10), .resolved(at: 20)).when(dismiss).thenRefused(.alreadyResolved)
        Given(.mention(1, at: 10), .dismissed(.spam, at: 20)).when(dismiss).thenRefused(.alreadyDismissed)
        Given(.mention(1, at: 10), .closed(at: 20)).when(dismiss).thenRefused(.closed)
    }

    @Test("nothing is dismissed before its episode began")
    func outOfOrder() {
        let dismiss = CaseCommand.dismiss(.troll, reason: nil)
        Given(.mention(1, at: 10)).when(dismiss, at: 9).thenRefused(.beforeTheCase)
        Given(.mention(1, at: 10), .resolved(at: 20), .reopened(2, at: 30)).when(dismiss, at: 29)
            .thenRefused(.outOfOrder)
    }
}
