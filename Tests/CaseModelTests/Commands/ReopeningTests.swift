import CaseModel
import Testing

@Suite("Reopening a case")
struct ReopeningTests {
    private func reopened(_ episode: Int64) -> Event {
        .caseReopened(CaseReopened(trigger: .person, episode: episode))
    }

    @Test("whatever its end, a new episode starts in evaluating")
    func newEpisode() {
        for end: Fact in [.resolved(at: 20), .dismissed(.troll, at: 20), .closed(at: 20)] {
            let then = Given(.mention(1, at: 10), .reply(at: 15), end).when(.reopen, at: 30).then(reopened(2))
                .leaves(.evaluating)
            #expect(then.after.episodes.map(\.number) == [1, 2])
            #expect(then.after.episodes.last?.reopenedAt == minute(30))
            #expect(then.after.episodes.last?.resolvedIssues == [])
            #expect(CaseSummary(of: then.after).episode == 2)
            #expect(CaseSummary(of: then.after).outcome == nil)
        }
    }

    @Test("every reopening counts one more episode")
    func third() {
        Given(.mention(1, at: 10), .resolved(at: 20), .reopened(2, at: 30), .dismissed(.spam, at: 40))
            .when(.reopen).then(reopened(3))
    }

    @Test("the new episode has its own issues, outcome and guidance")
    func startsAfresh() {
        let given = Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11), .guided(at: 12),
            .resolved(.unfavourable, .no, at: 20), .reopened(2, at: 30))
        #expect(given.summary.status == .evaluating)
        given.when(.resolve(.favourable, .yes, .product)).then(resolvedEvent(.favourable, .yes, .product))
            .leaves(.evaluating)
        let resolved = given.when(.resolve()).then(resolvedEvent(), usual()).after
        #expect(resolved.lifecycle == .resolved(.favourable, .yes, at: minute(1_000)))
    }

    @Test("the first episode keeps how it ended")
    func keepsTheFirst() {
        let given = Given(.mention(1, at: 10), .resolved(.unfavourable, .no, at: 20), .reopened(2, at: 30))
        #expect(given.state.episodes.first?.resolvedAt == minute(20))
        #expect(given.state.episodes.first?.outcome == .unfavourable)
    }

    @Test("an open case is not reopened")
    func open() {
        Given(.mention(1, at: 10)).when(.reopen).thenRefused(
            .notEnded, "case 7 is new, not ended; go on with it as it is")
        Given(.mention(1, at: 10), .reply(at: 20)).when(.reopen).thenRefused(
            .notEnded, "case 7 is awaiting-customer, not ended; go on with it as it is")
    }

    @Test("nothing is reopened before it ended")
    func outOfOrder() {
        let given = Given(.mention(1, at: 10), .resolved(at: 20))
        given.when(.reopen, at: 19).thenRefused(
            .outOfOrder, "case 7 ended after the time given; name a later time with --at, or leave it out")
        given.when(.reopen, at: 20).then(reopened(2))
    }
}
