import CaseModel
import Testing

@Suite("Refusals")
struct RefusalTests {
    /// What only the desk can find out: a case that isn't there, a command that can't be read, somebody was faster.
    private static let ofTheDesk: Set<Refusal.Code> = [.versionTaken, .noSuchCase, .malformed, .movedOn]

    @Test("every code that a decider has comes up")
    func everyCode() {
        let open = Given(.mention(1, at: 10), .judged(1, .complaint(.product), at: 11))
        let resolved = Given(.mention(1, at: 10), .resolved(at: 20), .followUp(1, due: 60, at: 21))
        let troll = Given(.mention(1, at: 10), .dismissed(.troll, at: 20))
        let closed = Given(.mention(1, at: 10), .closed(at: 20))
        let merged = Given(.mention(1, at: 10), .merged(7, into: 8, at: 20))
        let direct = Given(.mention(1, at: 10, .isPrivate))
        let heard = Given(
            .mention(1, at: 10), .judged(1, .complaint(.brand), at: 11),
            Fact(.complaintAcknowledged(ComplaintAcknowledged()), at: 12))
        let badly = Given(.mention(1, at: 10), .resolved(.unfavourable, .no, at: 20))
        let shown = Given(
            .mention(1, at: 10), .resolved(at: 20), Fact(.resolutionPublished(ResolutionPublished()), at: 21))
        let eight = Given(number: CaseNumber(8))
        let refused: [(Refusal.Code, When)] = [
            (.noSuchMention, open.when(.reply(to: key(9)))),
            (.noSuchIssue, open.when(.resolve(.favourable, .yes, .brand))),
            (.merged, merged.when(.reply())),
            (.closed, closed.when(.reply())),
            (.notEnded, open.when(.reopen)),
            (.alreadyResolved, resolved.when(.resolve())),
            (.alreadyDismissed, troll.when(.resolve())),
            (.dismissedAsTroll, troll.when(.reply())),
            (.needsTarget, open.when(.classify(mention: nil, .complaint([])))),
            (.targetsWithoutComplaint, open.when(.classify(mention: nil, .praiseOfTheBrand))),
            (.nothingChanged, open.when(.classify(mention: nil, .complaint(.product)))),
            (.noSuchFollowUp, open.when(.completeFollowUp(nil, .quiet, note: nil))),
            (.openFollowUp, resolved.when(.close)),
            (.unwatched, troll.when(.close)),
            (.dueInThePast, open.when(.scheduleFollowUp(due: minute(10), .recurrence), at: 20)),
            (.sameCase, open.whenMerged(into: open)),
            (.notMerged, open.whenUnmerged(from: eight)),
            (.otherPerson, open.whenMerged(into: Given(number: CaseNumber(8), person: PersonNumber(4)))),
            (.badConfidence, open.when(.classify(mention: nil, .impossible))),
            (.beforeTheCase, open.when(.reply(), at: 9)),
            (.outOfOrder, resolved.when(.reopen, at: 19)),
            (.privateToPublic, direct.when(.reply(.isPublic))),
            (.notAComplaint, direct.when(.acknowledge(note: nil))),
            (.alreadyAcknowledged, heard.when(.acknowledge(note: nil))),
            (.notAboutBrand, open.when(.assess(founded: true, grounds: [], signals: [], note: nil))),
            (.notInvestigated, heard.when(.assess(founded: true, grounds: [], signals: [], note: nil))),
            (.needsSource, open.when(.investigate([], finding: nil))),
            (.problemUnknown, open.when(.explainPlan("all will be well", by: nil))),
            (.notResolved, open.when(.publish(note: nil))),
            (.notFavourable, badly.when(.publish(note: nil))),
            (.alreadyPublished, shown.when(.publish(note: nil))),
            (.needsConsent, direct.when(.move(to: .isPublic, consent: false, note: nil))),
            (.needsText, open.when(.note(""))),
            (.needsReason, open.when(.dismiss(.spam, reason: nil, followUp: .unplanned))),
            (.badName, open.when(.tag("two words"))),
            (.badLevel, open.when(.escalate(to: "legal", level: 5, reason: nil))),
            (.notSnoozed, open.when(.wake(reason: nil))),
        ]
        for (code, when) in refused { when.thenRefused(code) }
        #expect(throws: Refusal.self) { try CaseDecider.refuseIfInTheFuture(minute(1_441), now: minute(0)) }
        let elsewhere: Set<Refusal.Code> = Self.ofTheDesk.union(Refusal.Code.ofOthers).union([.inTheFuture])
        #expect(Set(refused.map(\.0)).union(elsewhere) == Set(Refusal.Code.allCases))
    }

    @Test("a refusal names its case, and its sentence never a person's words")
    func namesTheCase() throws {
        let reply = CaseCommand.reply(
            CaseCommand.Reply(
                text: "secret words", visibility: .isPublic, purpose: .help, inReplyTo: key(9), id: "secret id"))
        for given in [Given(.mention(1, at: 10)), Given(.closed(at: 20)), Given(.dismissed(.troll, at: 20))] {
            let refusal = #expect(throws: Refusal.self) {
                try CaseDecider.decide(reply, given.state, CommandContext(at: minute(30), override: "secret reason"))
            }
            #expect(refusal?.caseNumber == seven)
            #expect(refusal?.description.contains("secret") == false)
            #expect(refusal?.description.contains("case 7") == true)
        }
    }
}

extension Label {
    fileprivate static let praiseOfTheBrand = Label(polarity: .positive, targets: .brand, method: .human)
    fileprivate static let impossible = Label(polarity: .positive, confidence: 2, method: .human)
}
