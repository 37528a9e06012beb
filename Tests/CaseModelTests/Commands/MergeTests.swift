import CaseModel
import Testing

@Suite("Merging cases and taking it back")
struct MergeTests {
    private let open = Given(.mention(1, at: 10))
    private let other = Given(number: CaseNumber(8), .mention(2, at: 20))
    private let event = Event.casesMerged(CasesMerged(into: CaseNumber(8), from: seven))

    @Test("both streams record it, each with its content, the remaining case first")
    func bothStreams() {
        let then = open.whenMerged(into: other, reason: "same matter").then(event, event).leaves(.merged)
        expectSame(
            then.decisions,
            [CaseNumber(8), seven].map { number in
                Decision(
                    .case(number), event, at: minute(1_000), content: Content(note: "same matter"), owner: ana)
            })
    }

    @Test("without a reason there is no content")
    func noReason() {
        #expect(open.whenMerged(into: other).then(event, event).decisions.map(\.content) == [nil, nil])
    }

    @Test("the rule stands with both, the reason against it once")
    func overridden() {
        let then = open.whenMerged(into: other, rule: "T1.1", override: "one and the same").then(event, event)
        #expect(then.decisions.map(\.rule) == ["T1.1", "T1.1"])
        #expect(then.decisions.map(\.content?.override) == ["one and the same", nil])
    }

    @Test("a merged case refuses every command and names the remaining one")
    func redirects() {
        let merged = Given(.mention(1, at: 10), .merged(7, into: 8, at: 20))
        let commands: [CaseCommand] = [
            .classify(mention: nil, .praise), .reply(), .resolve(), .dismiss(.troll, reason: nil), .reopen, .close,
            .scheduleFollowUp(due: minute(2_000), .recurrence), .completeFollowUp(nil, .quiet, note: nil),
            .cancelFollowUp(nil, reason: nil),
        ]
        for command in commands {
            merged.when(command).thenRefused(
                .merged, "case 7 goes on in case 8; name case 8, or take the merge back first")
        }
    }

    @Test("a case is not merged with itself")
    func sameCase() {
        open.whenMerged(into: open).thenRefused(.sameCase, "a case is not merged with itself; name two cases")
    }

    @Test("a case is merged once, and never in a circle")
    func mergedAlready() {
        let from = Given(.mention(1, at: 10), .merged(7, into: 8, at: 20))
        let into = Given(number: CaseNumber(8), .mention(2, at: 20), .merged(7, into: 8, at: 20))
        from.whenMerged(into: Given(number: CaseNumber(9))).thenRefused(
            .merged, "case 7 goes on in case 8 already; merge with case 8 instead")
        into.whenMerged(into: from).thenRefused(
            .merged, "case 7 goes on in case 8 already; merge with case 8 instead")
    }

    @Test("cases of two persons are not merged")
    func otherPerson() {
        open.whenMerged(into: Given(number: CaseNumber(8), person: PersonNumber(4))).thenRefused(
            .otherPerson, "cases 7 and 8 are of two persons; link the identities first if they are one")
    }

    @Test("an open case is not merged into an ended one")
    func ended() {
        open.whenMerged(into: Given(number: CaseNumber(8), .mention(2, at: 20), .closed(at: 30))).thenRefused(
            .closed, "case 8 is closed and case 7 is open; reopen case 8 first, or merge it into case 7")
        open.whenMerged(into: Given(number: CaseNumber(8), .mention(2, at: 20), .resolved(at: 30)))
            .thenRefused(.alreadyResolved)
        open.whenMerged(into: Given(number: CaseNumber(8), .mention(2, at: 20), .dismissed(.spam, at: 30)))
            .thenRefused(.alreadyDismissed)
    }

    @Test("an ended case can be merged into any")
    func endedGoesOn() {
        let resolved = Given(.mention(1, at: 10), .resolved(at: 20))
        resolved.whenMerged(into: other).then(event, event)
        resolved.whenMerged(into: Given(number: CaseNumber(8), .closed(at: 30))).then(event, event)
    }

    @Test("unmerging restores what was there before")
    func undo() {
        let event = Event.casesUnmerged(CasesUnmerged(into: CaseNumber(8), from: seven))
        let from = Given(.mention(1, at: 10), .merged(7, into: 8, at: 20))
        let into = Given(number: CaseNumber(8), .mention(2, at: 20), .merged(7, into: 8, at: 20))
        var after = from.whenUnmerged(from: into, reason: "two matters").then(event, event).leaves(.new).after
        after.version = open.state.version
        after.position = open.state.position
        expectSame(after, open.state)
        #expect(
            Given(number: CaseNumber(8), .merged(7, into: 8, at: 20), .unmerged(7, into: 8, at: 30)).state.absorbed
                == [])
    }

    @Test("what was not merged is not taken back")
    func notMerged() {
        open.whenUnmerged(from: other).thenRefused(
            .notMerged, "case 7 was not merged into case 8; there is nothing to take back")
        Given(.mention(1, at: 10), .merged(7, into: 9, at: 20)).whenUnmerged(from: other).thenRefused(.notMerged)
    }
}
