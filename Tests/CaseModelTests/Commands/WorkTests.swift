import CaseModel
import Testing

@Suite("The work on a case")
struct WorkTests {
    private let open = Given(.mention(1, at: 10))
    private let ended: [Given] = [
        Given(.mention(1, at: 10), .resolved(at: 20)), Given(.mention(1, at: 10), .dismissed(.troll, at: 20)),
    ]
    private let closed = Given(.mention(1, at: 10), .closed(at: 20))

    private static let commands: [CaseCommand] = [
        .assign(to: "ana", note: nil), .prioritise(.high, reason: nil), .tag("vip"), .note("call back"),
        .snooze(until: minute(2_000), wakesOnReply: true, reason: nil), .investigate([.ownHistory], finding: nil),
    ]

    @Test("goes on while it is open or watched, and ends when it is closed", arguments: commands)
    func untilClosed(_ command: CaseCommand) throws {
        for given in [open] + ended {
            _ = try CaseDecider.decide(command, given.state, CommandContext(at: minute(1_000)))
        }
        closed.when(command).thenRefused(.closed, "case 7 is closed; reopen it first")
    }

    @Test("a case is given to somebody, taken from them, and to nobody twice")
    func assigns() {
        let then = open.when(.assign(to: "ana", note: "knows them")).then(.caseAssigned(CaseAssigned(to: "ana")))
        #expect(then.decisions.map(\.content) == [Content(note: "knows them")])
        let hers = Given(.mention(1, at: 10), Fact(.caseAssigned(CaseAssigned(to: "ana")), at: 11))
        hers.when(.assign(to: "ana", note: nil)).thenRefused(
            .nothingChanged, "case 7 is theirs already; there is nothing to record")
        hers.when(.assign(to: "joan", note: nil)).then(.caseAssigned(CaseAssigned(to: "joan")))
        hers.when(.unassign(note: nil)).then(.caseUnassigned(CaseUnassigned()))
        open.when(.unassign(note: nil)).thenRefused(.nothingChanged)
        for name in ["", "two\nlines", String(repeating: "a", count: 65)] {
            open.when(.assign(to: name, note: nil)).thenRefused(.badName)
        }
    }

    @Test("a priority changes or is refused")
    func prioritises() {
        open.when(.prioritise(.urgent, reason: nil)).then(.prioritySet(PrioritySet(priority: .urgent)))
        open.when(.prioritise(.normal, reason: nil)).thenRefused(
            .nothingChanged, "case 7 has priority normal already; there is nothing to record")
    }

    @Test("a tag is a code: nothing that a person said gets into the log by it")
    func tags() {
        for tag in ["vip", "línea-5", "客户", "l_5"] { open.when(.tag(tag)).then(.tagAdded(TagAdded(tag: tag))) }
        for tag in ["", "Vip", "two words", "a,b", "x\u{202E}", String(repeating: "a", count: 65)] {
            open.when(.tag(tag)).thenRefused(.badName)
        }
        let tagged = Given(.mention(1, at: 10), Fact(.tagAdded(TagAdded(tag: "vip")), at: 11))
        tagged.when(.tag("vip")).thenRefused(.nothingChanged)
        let full = Given((1...100).map { Fact(.tagAdded(TagAdded(tag: "t\($0)")), at: 11) })
        full.when(.tag("vip")).thenRefused(.badValue)
        full.when(.untag("t1")).then(.tagRemoved(TagRemoved(tag: "t1")))
        tagged.when(.untag("vip")).then(.tagRemoved(TagRemoved(tag: "vip")))
        tagged.when(.untag("press")).thenRefused(.nothingChanged, "case 7 has no such tag; it has vip")
        open.when(.untag("vip")).thenRefused(.nothingChanged, "case 7 has no such tag; it has none")
    }

    @Test("a note is content alone, and is never empty")
    func notes() {
        let then = open.when(.note("call back")).then(.noteAdded(NoteAdded()))
        #expect(then.decisions.map(\.content) == [Content(note: "call back")])
        open.when(.note("")).thenRefused(.needsText)
    }

    @Test("a case is snoozed until later, again for another time, and woken once")
    func snoozes() {
        let snoozed = CaseSnoozed(until: minute(2_000), wakesOnReply: true)
        let snooze = CaseCommand.snooze(until: minute(2_000), wakesOnReply: true, reason: nil)
        open.when(snooze).then(.caseSnoozed(snoozed))
        open.when(snooze, at: 2_000).thenRefused(.dueInThePast)
        let asleep = Given(.mention(1, at: 10), Fact(.caseSnoozed(snoozed), at: 20))
        asleep.when(snooze).thenRefused(.nothingChanged)
        asleep.when(.snooze(until: minute(2_000), wakesOnReply: false, reason: nil))
            .then(.caseSnoozed(CaseSnoozed(until: minute(2_000), wakesOnReply: false)))
        asleep.when(.wake(reason: nil)).then(.caseWoken(CaseWoken(by: .person)))
        asleep.when(.wake(reason: nil), at: 19).thenRefused(.outOfOrder)
        open.when(.wake(reason: nil)).thenRefused(.notSnoozed)
    }

    @Test("a time may be at most a day in the future")
    func future() throws {
        try CaseDecider.refuseIfInTheFuture(minute(1_440), now: minute(0))
        let refusal = #expect(throws: Refusal.self) {
            try CaseDecider.refuseIfInTheFuture(minute(1_441), now: minute(0))
        }
        #expect(refusal?.code == .inTheFuture)
    }
}
