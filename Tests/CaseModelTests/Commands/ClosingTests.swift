import CaseModel
import Testing

@Suite("Closing a case")
struct ClosingTests {
    private let closed = Event.caseClosed(CaseClosed())

    @Test("a case that has ended and was looked at since is closed")
    func closes() {
        for end: Fact in [.resolved(at: 20), .dismissed(.troll, at: 20)] {
            Given(.mention(1, at: 10), end, .followUp(1, due: 60, at: 21), .looked(1, at: 60))
                .when(.close).then(closed).leaves(.closed)
        }
    }

    @Test("an open case is not closed")
    func open() {
        Given(.mention(1, at: 10), .judged(1, .praise, at: 11)).when(.close).thenRefused(
            .notEnded, "case 7 is evaluating; resolve or dismiss it before closing")
    }

    @Test("a case with an open follow-up is not closed, and the earliest is named")
    func openFollowUp() {
        Given(.mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 90, at: 21), .followUp(2, due: 60, at: 22))
            .when(.close).thenRefused(
                .openFollowUp, "follow-up 2 of case 7 is open; do it or cancel it before closing (S18)")
    }

    @Test("a case that nobody looked at since it ended is not closed")
    func unwatched() {
        let sentence = "nobody has looked at case 7 since it ended; schedule a follow-up and do it first (S18)"
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.close).thenRefused(.unwatched, sentence)
        Given(
            .mention(1, at: 10), .followUp(1, due: 15, at: 11), .looked(1, at: 15), .resolved(at: 20)
        ).when(.close).thenRefused(.unwatched, sentence)
        Given(
            .mention(1, at: 10), .followUp(1, due: 60, at: 11), .cancelled(1, at: 12), .resolved(at: 20)
        ).when(.close).thenRefused(.unwatched, sentence)
    }

    @Test("a follow-up after an earlier end does not count for this one")
    func earlierEpisode() {
        Given(
            .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 30, at: 21), .looked(1, .recurrence, at: 30),
            .reopened(2, at: 31), .resolved(at: 40)
        ).when(.close).thenRefused(.unwatched)
    }

    @Test("a closed case is not closed again")
    func closedAlready() {
        Given(.mention(1, at: 10), .closed(at: 20)).when(.close).thenRefused(.closed)
    }

    @Test("nothing is closed before it ended")
    func outOfOrder() {
        let given = Given(
            .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21), .looked(1, at: 60))
        given.when(.close, at: 19).thenRefused(.outOfOrder)
        given.when(.close, at: 9).thenRefused(.beforeTheCase)
    }
}
