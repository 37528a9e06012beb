import CaseModel
import Testing

@Suite("The status of a case")
struct CaseStatusTests {
    @Test("every status is reached")
    func everyStatus() {
        let reached: [(CaseStatus, Given)] = [
            (.new, Given(.mention(1, at: 10))),
            (.evaluating, Given(.mention(1, at: 10), .judged(1, .praise, at: 11))),
            (.engaging, Given(.mention(1, at: 10), .reply(at: 20), .mention(2, at: 30))),
            (.awaitingCustomer, Given(.mention(1, at: 10), .reply(at: 20))),
            (.awaitingInternal, Given(.mention(1, at: 10), .reply(at: 20), .escalated(at: 30))),
            (.guided, Given(.mention(1, at: 10), .guided(at: 20))),
            (.resolved, Given(.mention(1, at: 10), .resolved(at: 20))),
            (.dismissed, Given(.mention(1, at: 10), .dismissed(.spam, at: 20))),
            (.monitoring, Given(.mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21))),
            (.closed, Given(.mention(1, at: 10), .resolved(at: 20), .closed(at: 30))),
            (.merged, Given(.mention(1, at: 10), .merged(7, into: 8, at: 20))),
        ]
        for (status, given) in reached { #expect(given.summary.status == status) }
        // What an import opened that was taken back is retracted by its log, not by its own stream.
        #expect(reached.map(\.0) + [.retracted] == CaseStatus.allCases)
    }

    @Test("the names of the states are for ever")
    func names() {
        #expect(
            CaseStatus.allCases.map(\.rawValue) == [
                "new", "evaluating", "engaging", "awaiting-customer", "awaiting-internal", "guided", "resolved",
                "dismissed", "monitoring", "closed", "merged", "retracted",
            ])
    }

    @Test("who wrote last is decided by message order, not by the order of the log")
    func whoSpokeLast() {
        #expect(
            Given(.mention(1, at: 10), .mention(2, at: 30), .reply(at: 20, key: key(5))).summary.status == .engaging)
        #expect(
            Given(.reply(at: 20, key: key(5)), .mention(1, at: 10)).summary.status == .awaitingCustomer)
        #expect(Given(.mention(1, at: 10), .attached(5, at: 20)).summary.status == .awaitingCustomer)
    }

    @Test("of simultaneous messages theirs is the last, unless our reply answers it")
    func sameMoment() {
        #expect(Given(.mention(6, at: 10), .reply(at: 10, key: key(5))).summary.status == .engaging)
        #expect(Given(.mention(4, at: 10), .reply(at: 10, key: key(5))).summary.status == .engaging)
        #expect(Given(.mention(6, at: 10), .reply(at: 10)).summary.status == .engaging)
        let reply = ReplySent(
            key: nil, parent: key(6), channel: Channel("twitter"), brand: nil, visibility: .isPublic, purpose: .help,
            language: nil)
        #expect(Given(.mention(6, at: 10), Fact(.replySent(reply), at: 10)).summary.status == .awaitingCustomer)
    }

    @Test("an escalated case awaits us until we reply")
    func escalation() {
        #expect(Given(.mention(1, at: 10), .escalated(at: 20), .reply(at: 30)).summary.status == .awaitingCustomer)
        #expect(
            Given(.mention(1, at: 10), .escalated(at: 20), .attached(5, at: 30)).summary.status == .awaitingCustomer)
        #expect(
            Given(.mention(1, at: 10), .escalated(at: 30), .reply(at: 20, key: key(5))).summary.status
                == .awaitingInternal)
        #expect(
            Given(.mention(1, at: 10), .reply(at: 20, key: key(5)), .escalated(at: 30)).summary.status
                == .awaitingInternal)
    }

    @Test("a reopened case is evaluated until it is answered in the new episode")
    func reopened() {
        #expect(
            Given(.mention(1, at: 10), .reply(at: 15), .resolved(at: 20), .reopened(2, at: 30), .mention(2, at: 31))
                .summary.status == .evaluating)
        #expect(
            Given(.mention(1, at: 10), .resolved(at: 20), .reopened(2, at: 30), .reply(at: 31)).summary.status
                == .awaitingCustomer)
    }

    @Test("a cancelled follow-up is no monitoring")
    func cancelled() {
        #expect(
            Given(.mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21), .cancelled(1, at: 22))
                .summary.status == .resolved)
        #expect(
            Given(.mention(1, at: 10), .dismissed(.spam, at: 20), .followUp(1, due: 60, at: 21), .cancelled(1, at: 22))
                .summary.status == .dismissed)
    }

    @Test("a follow-up before the end is no monitoring after it")
    func earlierLook() {
        #expect(
            Given(.mention(1, at: 10), .followUp(1, due: 15, at: 11), .looked(1, at: 15), .resolved(at: 20))
                .summary.status == .resolved)
        #expect(
            Given(.mention(1, at: 10), .followUp(1, due: 15, at: 11), .resolved(at: 20), .looked(1, at: 20))
                .summary.status == .monitoring)
    }

    @Test("merged precedes every other status, and unmerging restores it")
    func merged() {
        #expect(Given(.mention(1, at: 10), .closed(at: 20), .merged(7, into: 8, at: 30)).summary.status == .merged)
        #expect(
            Given(.mention(1, at: 10), .closed(at: 20), .merged(7, into: 8, at: 30), .unmerged(7, into: 8, at: 40))
                .summary.status == .closed)
    }
}
