import CaseModel
import Testing

@Suite("Handling a complaint")
struct ComplaintTests {
    private let product = Given(.mention(1, at: 10), .judged(1, .complaint(.product), at: 11))
    private let brand = Given(.mention(1, at: 10), .judged(1, .complaint(.brand), at: 11))
    private let praise = Given(.mention(1, at: 10), .judged(1, .praise, at: 11))
    private let investigated = Given(
        .mention(1, at: 10), .judged(1, .complaint(.brand), at: 11),
        Fact(.authorInvestigated(AuthorInvestigated(sources: [.ownHistory])), at: 20))
    private let problem = Fact(
        .problemIdentified(ProblemIdentified(cause: "late", product: nil, severity: nil)), at: 20)

    private let assess = CaseCommand.assess(
        founded: true, grounds: ["promise"], signals: ["receipt"], note: "they are right")
    private let assessed = Event.complaintAssessed(
        ComplaintAssessed(founded: true, grounds: ["promise"], signals: ["receipt"]))

    @Test("a complaint is acknowledged, once an episode")
    func acknowledges() {
        let acknowledged = Event.complaintAcknowledged(ComplaintAcknowledged())
        product.when(.acknowledge(note: nil)).then(acknowledged)
        praise.when(.acknowledge(note: nil)).thenRefused(
            .notAComplaint, "case 7 holds no complaint; classify its mention as one first, if it is one")
        let heard = [Fact.mention(1, at: 10), .judged(1, .complaint(.product), at: 11), Fact(acknowledged, at: 12)]
        Given(heard[0], heard[1], heard[2]).when(.acknowledge(note: nil)).thenRefused(.alreadyAcknowledged)
        Given(heard[0], heard[1], heard[2], .resolved(at: 20), .reopened(2, at: 30))
            .when(.acknowledge(note: nil)).then(acknowledged)
    }

    @Test("a reply that acknowledges is the acknowledgement, the first time")
    func acknowledgingReply() throws {
        func reply(_ purpose: ReplyPurpose) -> CaseCommand {
            .reply(CaseCommand.Reply(text: "We have read it", visibility: .isPublic, purpose: purpose))
        }
        func types(_ given: Given, _ purpose: ReplyPurpose) throws -> [EventType] {
            try CaseDecider.decide(reply(purpose), given.state, CommandContext(at: minute(100))).map(\.event.type)
        }
        #expect(try types(product, .acknowledge) == [.replySent, .complaintAcknowledged])
        #expect(try types(product, .help) == [.replySent])
        #expect(try types(praise, .acknowledge) == [.replySent])
        let heard = Given(
            .mention(1, at: 10), .judged(1, .complaint(.product), at: 11),
            Fact(.complaintAcknowledged(ComplaintAcknowledged()), at: 12))
        #expect(try types(heard, .acknowledge) == [.replySent])
    }

    @Test("who looks into the author says where")
    func investigates() {
        let both: [InvestigationSource] = [.publicProfile, .ownHistory]
        let then = brand.when(.investigate(both, finding: "a customer for years"))
            .then(.authorInvestigated(AuthorInvestigated(sources: both)))
        #expect(then.decisions.map(\.content) == [Content(note: "a customer for years")])
        brand.when(.investigate([], finding: nil)).thenRefused(.needsSource)
    }

    @Test("only a complaint about the brand is assessed, after its author was looked into")
    func assesses() {
        investigated.when(assess).then(assessed)
        investigated.when(assess, at: 19).thenRefused(
            .outOfOrder,
            "case 7 was investigated after the time given; name a later time with --at, or leave it out")
        brand.when(assess).thenRefused(
            .notInvestigated, "nobody has looked into who writes in case 7; investigate first, then assess (S11)")
        brand.when(assess, override: "no time").thenRefused(.notInvestigated)
        product.when(assess).thenRefused(.notAboutBrand)
        praise.when(assess).thenRefused(.notAComplaint)
        investigated.when(.assess(founded: true, grounds: ["They promised it"], signals: [], note: nil))
            .thenRefused(.badName)
        Given(
            .mention(1, at: 10), .judged(1, .complaint([.product, .brand]), at: 11),
            Fact(.authorInvestigated(AuthorInvestigated(sources: [.ownHistory])), at: 20), .resolved(at: 30),
            .reopened(2, at: 40)
        ).when(assess).then(assessed)
    }

    @Test("a plan is explained after the problem is identified, in the same episode")
    func explains() {
        let explained = Event.planExplained(PlanExplained(by: minute(2_000)))
        let explain = CaseCommand.explainPlan("a new door", by: minute(2_000))
        let then = Given(.mention(1, at: 10), .judged(1, .complaint(.brand), at: 11), problem)
            .when(explain).then(explained)
        #expect(then.decisions.map(\.content) == [Content(text: "a new door")])
        brand.when(explain).thenRefused(.problemUnknown)
        brand.when(explain, override: "hurry").thenRefused(.problemUnknown)
        Given(.mention(1, at: 10), .judged(1, .complaint(.brand), at: 11), problem).when(explain, at: 19)
            .thenRefused(.outOfOrder)
        Given(
            .mention(1, at: 10), .judged(1, .complaint(.brand), at: 11), problem, .resolved(at: 30),
            .reopened(2, at: 40)
        ).when(explain).thenRefused(.problemUnknown)
        Given(.mention(1, at: 10), .judged(1, .complaint(.brand), at: 11), problem)
            .when(.explainPlan("too late", by: minute(1_000))).thenRefused(.dueInThePast)
    }

    @Test("a problem has a cause that is a code; the description is content")
    func identifies() {
        let identify = CaseCommand.identifyProblem(
            cause: "late", product: "Line 5", severity: .high, description: "the 7:55 never came")
        let then = product.when(identify).then(
            .problemIdentified(ProblemIdentified(cause: "late", product: "Line 5", severity: .high)))
        #expect(then.decisions.map(\.content) == [Content(note: "the 7:55 never came")])
        praise.when(identify).thenRefused(.notAComplaint)
        product.when(.identifyProblem(cause: "The bus", product: nil, severity: nil, description: nil))
            .thenRefused(.badName)
    }

    @Test("how it will end is said before it has")
    func forecasts() {
        let forecast = CaseCommand.forecast(.unfavourable, basis: "no-stock", note: nil)
        product.when(forecast).then(.outcomeForecast(OutcomeForecast(forecast: .unfavourable, basis: "no-stock")))
        Given(.mention(1, at: 10), .resolved(at: 20)).when(forecast).thenRefused(.alreadyResolved)
        product.when(.forecast(.favourable, basis: "I think so", note: nil)).thenRefused(.badName)
    }

    @Test("nothing of it happens to what has ended")
    func ended() {
        let identify = CaseCommand.identifyProblem(cause: "late", product: nil, severity: nil, description: nil)
        for command in [
            .acknowledge(note: nil), assess, identify, .explainPlan(nil, by: nil), .help(nil),
            .guide("ask there", followUpAt: nil),
        ] {
            Given(.mention(1, at: 10), .resolved(at: 20)).when(command).thenRefused(.alreadyResolved)
            Given(.mention(1, at: 10), .dismissed(.troll, at: 20)).when(command).thenRefused(.alreadyDismissed)
            Given(.mention(1, at: 10), .closed(at: 20)).when(command).thenRefused(.closed)
        }
    }

    @Test("what was resolved is still raised to somebody with more say; what was dismissed or closed is not")
    func escalationAfterTheEnd() {
        let escalate = CaseCommand.escalate(to: "legal", level: 2, reason: nil)
        Given(.mention(1, at: 10), .resolved(at: 20)).when(escalate)
            .then(.caseEscalated(CaseEscalated(to: "legal", level: 2)))
        Given(.mention(1, at: 10), .dismissed(.troll, at: 20)).when(escalate).thenRefused(.alreadyDismissed)
        Given(.mention(1, at: 10), .closed(at: 20)).when(escalate).thenRefused(.closed)
    }
}
