import CaseModel
import Testing

@Suite("Looking again")
struct FollowUpTests {
    private func done(_ number: Int64) -> Event {
        .followUpDone(FollowUpDone(followUp: number, finding: .quiet))
    }

    private func cancelled(_ number: Int64) -> Event {
        .followUpCancelled(FollowUpCancelled(followUp: number))
    }

    private let resolved = Given(
        .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 90, at: 21), .followUp(2, due: 60, at: 22))

    @Test("a case that has ended is monitored once a follow-up is planned")
    func schedules() {
        for end: Fact in [.resolved(at: 20), .dismissed(.spam, at: 20)] {
            Given(.mention(1, at: 10), end).when(.scheduleFollowUp(due: minute(60), .recurrence), at: 30)
                .then(scheduled(1, due: 60)).leaves(.monitoring)
        }
    }

    @Test("its number is one more than any before, cancelled ones included")
    func numbers() {
        Given(.mention(1, at: 10), .followUp(1, due: 60, at: 11), .cancelled(1, at: 12))
            .when(.scheduleFollowUp(due: minute(60), .recurrence), at: 30).then(scheduled(2, due: 60))
    }

    @Test("it is due after it is planned")
    func dueInThePast() {
        Given(.mention(1, at: 10)).when(.scheduleFollowUp(due: minute(30), .evolution), at: 30).thenRefused(
            .dueInThePast, "a follow-up is due after it is planned; name a later time")
    }

    @Test("the earliest due is done where none is named, else the named one")
    func completes() {
        let then = resolved.when(.completeFollowUp(nil, .quiet, note: "all well")).then(done(2)).leaves(.monitoring)
        #expect(then.decisions.map(\.content) == [Content(note: "all well")])
        #expect(CaseSummary(of: then.after).nextFollowUpAt == minute(90))
        resolved.when(.completeFollowUp(1, .quiet, note: nil)).then(done(1))
    }

    @Test("what is not open is not done, nor is another in its place")
    func noSuchFollowUp() {
        resolved.when(.completeFollowUp(3, .quiet, note: nil)).thenRefused(
            .noSuchFollowUp, "case 7 has no such open follow-up; open: 2, 1")
        resolved.when(.cancelFollowUp(3, reason: nil)).thenRefused(.noSuchFollowUp)
        Given(.mention(1, at: 10)).when(.completeFollowUp(nil, .quiet, note: nil)).thenRefused(
            .noSuchFollowUp, "case 7 has no such open follow-up; none is open")
        Given(.mention(1, at: 10), .followUp(1, due: 60, at: 11), .looked(1, at: 60))
            .when(.completeFollowUp(1, .quiet, note: nil)).thenRefused(.noSuchFollowUp)
    }

    @Test("one of several is cancelled, the only one of an ended case is not")
    func cancels() {
        resolved.when(.cancelFollowUp(nil, reason: "double")).then(cancelled(2)).leaves(.monitoring)
        Given(.mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 90, at: 21))
            .when(.cancelFollowUp(nil, reason: nil)).thenRefused(
                .unwatched,
                "case 7 has ended and this is its only follow-up; schedule another before cancelling (S18)")
        Given(
            .mention(1, at: 10), .followUp(1, due: 12, at: 11), .looked(1, at: 12), .resolved(at: 20),
            .followUp(2, due: 90, at: 21)
        ).when(.cancelFollowUp(nil, reason: nil)).thenRefused(.unwatched)
    }

    @Test("a case that was looked at since it ended can do without the next follow-up")
    func cancelsAfterALook() {
        Given(
            .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21), .looked(1, at: 60),
            .followUp(2, due: 90, at: 61)
        ).when(.cancelFollowUp(nil, reason: nil)).then(cancelled(2)).leaves(.monitoring)
    }

    @Test("an open case can do without any")
    func cancelsOpen() {
        Given(.mention(1, at: 10), .followUp(1, due: 60, at: 11)).when(.cancelFollowUp(nil, reason: nil))
            .then(cancelled(1)).leaves(.new)
    }

    @Test("a follow-up planned before the end watches after it, in whatever episode")
    func survivesTheEnd() {
        let planned = Given(.mention(1, at: 10), .followUp(1, due: 60, at: 11), .resolved(at: 20))
        #expect(planned.summary.status == .monitoring)
        #expect(
            Given(
                .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21), .reopened(2, at: 30),
                .resolved(at: 40)
            ).summary.status == .monitoring)
    }

    @Test("ending a case takes the time of a follow-up, by default the usual one")
    func comesWithTheEnd() {
        let due = Event.followUpScheduled(
            FollowUpScheduled(followUp: 1, due: minute(3_000), purpose: .recurrence))
        Given(.mention(1, at: 10)).when(
            .resolve(
                outcome: .favourable, solved: .yes, issues: [], confirmedBy: .customer, note: nil,
                followUp: .at(minute(3_000), .recurrence))
        ).then(resolvedEvent(), due).leaves(.monitoring)
        Given(.mention(1, at: 10)).when(.dismiss(.troll, reason: nil, followUp: .at(minute(3_000))))
            .then(.caseDismissed(CaseDismissed(ground: .troll)), due)
        Given(.mention(1, at: 10)).when(.dismiss(.troll, reason: nil, followUp: .at(minute(1_000))))
            .thenRefused(.dueInThePast)
    }

    @Test("the follow-up of an end takes the place of those that are open: its date counts")
    func replacesTheOlder() {
        let again = Given(
            .mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 2_000, at: 20), .reopened(2, at: 30))
        let then = again.when(.resolve()).then(resolvedEvent(), usual(2), cancelled(1)).leaves(.monitoring)
        #expect(then.after.openFollowUps.map(\.due) == [minute(11_080)])
        again.when(.dismiss(.offTopic, reason: nil)).then(
            .caseDismissed(CaseDismissed(ground: .offTopic)), usual(2, .recurrence), cancelled(1))
        again.when(.dismiss(.offTopic, reason: nil, followUp: .at(minute(1_500)))).then(
            .caseDismissed(CaseDismissed(ground: .offTopic)), scheduled(2, due: 1_500), cancelled(1))
        Given(.mention(1, at: 10), .followUp(1, due: 2_000, at: 11), .followUp(2, due: 1_900, at: 12)).when(.resolve())
            .then(resolvedEvent(), usual(3), cancelled(2), cancelled(1))
    }

    @Test("ending without a follow-up, with a reason, keeps the open ones")
    func unplannedReplacesNothing() {
        Given(.mention(1, at: 10), .followUp(1, due: 2_000, at: 11))
            .when(.dismiss(.spam, reason: nil, followUp: .unplanned), override: "a robot")
            .then(.caseDismissed(CaseDismissed(ground: .spam))).leaves(.monitoring)
    }

    @Test("one issue of two that ends without a date of its own leaves the open ones as they are")
    func oneIssueReplacesNothing() {
        let both = Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11), .followUp(1, due: 2_000, at: 12))
        both.when(.resolve(.favourable, .yes, .product)).then(resolvedEvent(.favourable, .yes, .product))
    }

    @Test("a case ends unwatched only for a reason")
    func unplanned() {
        let dismiss = CaseCommand.dismiss(.spam, reason: nil, followUp: .unplanned)
        Given(.mention(1, at: 10)).when(dismiss).thenRefused(.needsReason)
        let then = Given(.mention(1, at: 10)).when(dismiss, override: "a robot")
            .then(.caseDismissed(CaseDismissed(ground: .spam))).leaves(.dismissed)
        #expect(then.decisions.map(\.content) == [Content(override: "a robot")])
    }

    @Test("a planned follow-up replaces the usual one")
    func replacesTheUsual() {
        Given(.mention(1, at: 10), .resolved(at: 20), Fact(usual(1, after: 20), at: 20))
            .when(.scheduleFollowUp(due: minute(2_000), .recurrence)).then(scheduled(2, due: 2_000), cancelled(1))
            .leaves(.monitoring)
    }

    @Test("on a closed case nothing is planned")
    func closed() {
        Given(.mention(1, at: 10), .closed(at: 20)).when(.scheduleFollowUp(due: minute(2_000), .recurrence))
            .thenRefused(.closed)
    }

    @Test("nothing is planned, done or cancelled before the case began")
    func beforeTheCase() {
        Given(.mention(1, at: 10)).when(.scheduleFollowUp(due: minute(20), .recurrence), at: 9)
            .thenRefused(.beforeTheCase)
        resolved.when(.completeFollowUp(nil, .quiet, note: nil), at: 9).thenRefused(.beforeTheCase)
        resolved.when(.cancelFollowUp(nil, reason: nil), at: 9).thenRefused(.beforeTheCase)
    }
}
