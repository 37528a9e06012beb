import CaseModel
import Testing

@Suite("Resolving a case")
struct ResolutionTests {
    private let both = Given(.mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11))

    @Test("as a whole, whatever its issues")
    func whole() {
        let then = both.when(.resolve(.unfavourable, .partly), at: 20).then(
            resolvedEvent(.unfavourable, .partly), usual(after: 20)
        )
        .leaves(.monitoring)
        #expect(then.after.lifecycle == .resolved(.unfavourable, .partly, at: minute(20)))
        #expect(then.after.episodes.last?.resolvedAt == minute(20))
    }

    @Test("without a judgement, as a whole only")
    func unjudged() {
        Given(.mention(1, at: 10)).when(.resolve()).then(resolvedEvent(), usual()).leaves(.monitoring)
    }

    @Test("issue by issue: the case ends with its last one")
    func issueByIssue() {
        let first = both.when(.resolve(.favourable, .yes, .product)).then(resolvedEvent(.favourable, .yes, .product))
            .leaves(.evaluating)
        #expect(first.after.lifecycle == .open)
        #expect(CaseSummary(of: first.after).outcome == nil)
        Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
            .resolved(.favourable, .yes, .product, at: 20)
        )
        .when(.resolve(.favourable, .yes, .brand)).then(resolvedEvent(.favourable, .yes, .brand), usual()).leaves(
            .monitoring)
    }

    @Test("the only issue is the whole case")
    func onlyIssue() {
        Given(.mention(1, at: 10), .judged(1, .complaint(.brand), at: 11))
            .when(.resolve(.favourable, .yes, .brand)).then(resolvedEvent(.favourable, .yes, .brand), usual()).leaves(
                .monitoring)
    }

    @Test(
        "what the case came to is the worst of what its issues came to",
        arguments: [
            (Outcome.favourable, Outcome.favourable, Outcome.favourable),
            (.favourable, .unfavourable, .unfavourable),
            (.unfavourable, .favourable, .unfavourable),
        ])
    func worstOutcome(_ product: Outcome, _ brand: Outcome, _ whole: Outcome) {
        let given = Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
            .resolved(product, .yes, .product, at: 20), .resolved(brand, .yes, .brand, at: 30))
        #expect(given.state.lifecycle == .resolved(whole, .yes, at: minute(30)))
        #expect(given.summary.outcome == whole)
    }

    @Test(
        "what was solved is the least of what was solved of its issues",
        arguments: [
            (Solved.yes, Solved.yes, Solved.yes), (.yes, .partly, .partly), (.partly, .yes, .partly),
            (.no, .yes, .no), (.partly, .no, .no),
        ])
    func leastSolved(_ product: Solved, _ brand: Solved, _ whole: Solved) {
        let given = Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
            .resolved(.favourable, product, .product, at: 20), .resolved(.favourable, brand, .brand, at: 30))
        #expect(given.state.lifecycle == .resolved(.favourable, whole, at: minute(30)))
    }

    @Test("an issue ends once in an episode, and ends the case together with what is left")
    func sameIssueAgain() {
        let given = Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
            .resolved(.favourable, .yes, .product, at: 20))
        given.when(.resolve(.favourable, .yes, .product)).thenRefused(
            .alreadyResolved,
            """
            that issue of case 7 is resolved already in this episode; name the other issue, \
            or resolve the case as a whole
            """)
        given.when(.resolve(.favourable, .yes, [.product, .brand]))
            .then(resolvedEvent(.favourable, .yes, [.product, .brand]), usual()).leaves(.monitoring)
    }

    @Test("an issue that nobody complained about is not resolved in advance")
    func noSuchIssue() {
        Given(.mention(1, at: 10), .judged(1, .complaint(.product), at: 11))
            .when(.resolve(.favourable, .yes, .brand)).thenRefused(
                .noSuchIssue,
                """
                case 7 holds no complaint about the brand; classify its mention first, \
                or resolve the case as a whole
                """)
        Given(.mention(1, at: 10), .judged(1, .praise, at: 11))
            .when(.resolve(.favourable, .yes, [.product, .brand])).thenRefused(.noSuchIssue)
    }

    @Test("an issue of an absorbed case keeps the whole open until it ends too")
    func absorbedIssue() {
        let absorbed = Given(
            number: CaseNumber(8), .mention(2, at: 12), .judged(2, .complaint(.brand), at: 13),
            .merged(8, into: 7, at: 15))
        let own: [Fact] = [
            .mention(1, at: 10), .judged(1, .complaint(.product), at: 11), .merged(8, into: 7, at: 15),
            .resolved(.favourable, .yes, .product, at: 20),
        ]
        let half = Given(own[0], own[1], own[2], own[3])
        #expect(half.summary.status == .resolved)
        let whole = half.absorbing(absorbed)
        #expect(whole.summary.status == .evaluating)
        #expect(whole.summary.outcome == nil)
        whole.when(.resolve(.unfavourable, .no, .brand)).then(resolvedEvent(.unfavourable, .no, .brand), usual())
        let ended = Given(own[0], own[1], own[2], own[3], .resolved(.unfavourable, .no, .brand, at: 30))
            .absorbing(absorbed)
        #expect(ended.state.lifecycle == .resolved(.unfavourable, .no, at: minute(30)))
    }

    @Test("an end of the whole case ends what it absorbed too")
    func wholeEndsAbsorbed() {
        let absorbed = Given(number: CaseNumber(8), .mention(2, at: 12), .judged(2, .complaint(.brand), at: 13))
        #expect(Given(.mention(1, at: 10), .resolved(at: 20)).absorbing(absorbed).summary.status == .resolved)
    }

    @Test("what has ended is not resolved again")
    func ended() {
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.resolve()).thenRefused(
            .alreadyResolved, "case 7 is resolved already; reopen it first if there is more to do")
        Given(.mention(1, at: 10), .dismissed(.spam, at: 20)).when(.resolve()).thenRefused(
            .alreadyDismissed, "case 7 was dismissed; reopen it first if there is more to do")
        Given(.mention(1, at: 10), .closed(at: 20)).when(.resolve()).thenRefused(.closed)
    }

    @Test("an escalation ends with the case")
    func escalation() {
        Given(.mention(1, at: 10), .escalated(at: 12)).when(.resolve()).then(resolvedEvent(), usual()).leaves(
            .monitoring)
        #expect(
            Given(.mention(1, at: 10), .escalated(at: 12), .resolved(at: 20), .reopened(2, at: 30)).summary.status
                == .evaluating)
    }

    @Test("nothing ends before its episode began")
    func outOfOrder() {
        Given(.mention(1, at: 10)).when(.resolve(), at: 9).thenRefused(.beforeTheCase)
        let reopened = Given(.mention(1, at: 10), .resolved(at: 20), .reopened(2, at: 30))
        reopened.when(.resolve(), at: 29).thenRefused(
            .outOfOrder, "case 7 was reopened after the time given; name a later time with --at, or leave it out")
        reopened.when(.resolve(), at: 30).then(resolvedEvent(), usual(after: 30))
    }
}
