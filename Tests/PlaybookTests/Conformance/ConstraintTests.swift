import CaseModel
import Playbook
import Testing

@Suite("Conformance: each constraint satisfied, violated, pending and overridden")
struct ConstraintTests {
    /// One activation, kept.
    private let kept = ConformanceCounts(satisfied: 1)
    private let broken = ConformanceCounts(violated: 1)
    private let overridden = ConformanceCounts(overridden: 1)
    private let pending = ConformanceCounts(pending: 1)
    private let nothing = ConformanceCounts()

    @Test("the constraints are those of the protocol, as Declare writes them")
    func formulas() {
        #expect(
            Constraint.all.map { "\($0.id): \($0.formula) [\($0.themesText)]" } == [
                "classified-before-reply: precedence(MentionClassified, ReplySent) [S2]",
                "investigated-before-assessed: precedence(AuthorInvestigated, ComplaintAssessed) [S10, S11]",
                "problem-before-plan: precedence(ProblemIdentified, PlanExplained) [S13, S14]",
                "guidance-followed-up: response(GuidanceGiven, FollowUpDone) [S9, S18]",
                "resolution-followed-up: response(CaseResolved, FollowUpDone) [S18]",
                "dismissal-followed-up: response(CaseDismissed, FollowUpDone) [S12, S18]",
                "no-reply-to-troll: not succession(CaseDismissed(troll), ReplySent) [S12]",
                "unfavourable-in-private: absence after(OutcomeForecast(unfavourable), ReplySent(public)) [S17]",
                "acknowledged-in-time: timely response(complaint, ComplaintAcknowledged) [S5]",
            ])
    }

    @Test("each reply needs a classification before it")
    func classifiedBeforeReply() {
        let id = "classified-before-reply"
        #expect(Story.live().then(Story.judgedAs(.question)).then(Story.reply()).judged(id).counts == kept)
        let late = Story.live().then(Story.reply()).then(Story.judgedAs(.question)).then(Story.reply())
        #expect(late.judged(id).counts == ConformanceCounts(satisfied: 1, violated: 1))
        #expect(late.judged(id).violations == [[3]])
        #expect(Story.live().then(Story.reply(), because: true).judged(id).counts == overridden)
        #expect(Story.live().then(Story.judgedAs(.question)).judged(id).counts == nothing)
    }

    @Test("a complaint is assessed after somebody looked into who complains")
    func investigatedBeforeAssessed() {
        let id = "investigated-before-assessed"
        #expect(Story.live().then(Story.investigated).then(Story.assessed).judged(id).counts == kept)
        let broken = Story.live().then(Story.assessed).then(Story.investigated).judged(id)
        #expect(broken.counts == self.broken)
        #expect(broken.violations == [[3]])
        #expect(Story.live().then(Story.assessed, because: true).judged(id).counts == overridden)
    }

    @Test("a plan is explained after the problem was identified")
    func problemBeforePlan() {
        let id = "problem-before-plan"
        #expect(Story.live().then(Story.problem).then(Story.plan).judged(id).counts == kept)
        #expect(Story.live().then(Story.plan).judged(id).counts == broken)
        #expect(Story.live().then(Story.plan, because: true).judged(id).counts == overridden)
    }

    @Test(
        "what was guided, resolved or dismissed is looked at again before it is closed",
        arguments: [
            ("guidance-followed-up", Story.guidance), ("resolution-followed-up", Story.resolved(.favourable)),
            ("dismissal-followed-up", Story.dismissed(.offTopic)),
        ])
    func followedUp(id: String, activation: Event) {
        let story = Story.live().then(activation)
        #expect(story.judged(id).counts == pending)
        #expect(story.then(Story.lookedAgain).judged(id).counts == kept)
        #expect(story.then(Story.lookedAgain).then(Story.closed).judged(id).counts == kept)
        let broken = story.then(Story.closed).judged(id)
        #expect(broken.counts == self.broken)
        #expect(broken.violations == [[3, 4]])
        #expect(story.then(Story.closed, because: true).judged(id).counts == overridden)
        #expect(Story.live().then(Story.lookedAgain).then(activation).judged(id).counts == pending)
    }

    @Test("one follow-up satisfies all pending activations, and a violation by closing remains")
    func responses() {
        let id = "guidance-followed-up"
        let twice = Story.live().then(Story.guidance).then(Story.guidance).then(Story.lookedAgain)
        #expect(twice.judged(id).counts == ConformanceCounts(satisfied: 2))
        let late = Story.live().then(Story.guidance).then(Story.closed).then(Story.reopened).then(Story.lookedAgain)
        #expect(late.judged(id).counts == broken)
        let reopened = Story.live().then(Story.resolved(.favourable)).then(Story.reopened).then(Story.lookedAgain)
        #expect(reopened.judged("resolution-followed-up").counts == kept)
    }

    @Test("a later end supersedes an earlier one, which counts neither twice nor as violated")
    func replacedEnds() {
        let id = "resolution-followed-up"
        let twice = Story.live().then(Story.resolved(.favourable)).then(Story.reopened)
            .then(Story.resolved(.favourable))
        #expect(twice.judged(id).counts == pending)
        #expect(twice.then(Story.lookedAgain).judged(id).counts == kept)
        let closed = twice.then(Story.closed).judged(id)
        #expect(closed.counts == broken)
        #expect(closed.violations == [[5, 6]])
        let dismissed = Story.live().then(Story.resolved(.favourable)).then(Story.reopened)
            .then(Story.dismissed(.spam)).then(Story.closed)
        #expect(dismissed.judged(id).counts == nothing)
        #expect(dismissed.judged("dismissal-followed-up").violations == [[5, 6]])
        // What was looked at in between is kept by itself.
        let looked = Story.live().then(Story.resolved(.favourable)).then(Story.lookedAgain).then(Story.reopened)
            .then(Story.resolved(.favourable))
        #expect(looked.judged(id).counts == ConformanceCounts(satisfied: 1, pending: 1))
    }

    @Test("who was dismissed as a troll gets no reply, until the case is reopened")
    func noReplyToTroll() {
        let id = "no-reply-to-troll"
        let story = Story.live().then(Story.dismissed(.troll))
        #expect(story.judged(id).counts == kept)
        let broken = story.then(Story.reply()).then(Story.reply(.isPrivate)).judged(id)
        #expect(broken.counts == self.broken)
        #expect(broken.violations == [[3, 4, 5]])
        #expect(story.then(Story.reply(), because: true).judged(id).counts == overridden)
        #expect(story.then(Story.reply(), because: true).then(Story.reply()).judged(id).counts == self.broken)
        #expect(story.then(Story.reopened).then(Story.reply()).judged(id).counts == kept)
        #expect(Story.live().then(Story.dismissed(.spam)).then(Story.reply()).judged(id).counts == nothing)
        #expect(Story.live().then(Story.reply()).then(Story.dismissed(.troll)).judged(id).counts == kept)
    }

    @Test("after an unfavourable forecast there is no public reply, until another forecast or a reopening")
    func unfavourableInPrivate() {
        let id = "unfavourable-in-private"
        let story = Story.live().then(Story.forecast(.unfavourable))
        #expect(story.then(Story.reply(.isPrivate)).judged(id).counts == kept)
        let broken = story.then(Story.reply()).judged(id)
        #expect(broken.counts == self.broken)
        #expect(broken.violations == [[3, 4]])
        #expect(story.then(Story.reply(), because: true).judged(id).counts == overridden)
        #expect(story.then(Story.forecast(.favourable)).then(Story.reply()).judged(id).counts == kept)
        #expect(story.then(Story.reopened).then(Story.reply()).judged(id).counts == kept)
        let again = story.then(Story.forecast(.unfavourable)).then(Story.reply()).judged(id)
        #expect(again.counts == ConformanceCounts(satisfied: 1, violated: 1))
        #expect(again.violations == [[4, 5]])
    }

    @Test("one public reply under an unfavourable forecast may invite to private, where the conversation then moves")
    func invited() {
        let id = "unfavourable-in-private"
        let invited = Story.live().then(Story.forecast(.unfavourable)).then(Story.reply())
        #expect(invited.judged(id).counts == broken)
        #expect(invited.then(Story.moved(to: .isPublic)).judged(id).counts == broken)
        let moved = invited.then(Story.moved(to: .isPrivate))
        #expect(moved.judged(id).counts == kept)
        #expect(moved.then(Story.reply(.isPrivate)).judged(id).counts == kept)
        // What is said in public afterwards, or beside the invitation, is broken as ever; nor is there a second one.
        #expect(moved.then(Story.reply()).judged(id).violations == [[3, 6]])
        let talked = invited.then(Story.reply()).then(Story.moved(to: .isPrivate))
        #expect(talked.judged(id).violations == [[3, 4]])
        let back = moved.then(Story.moved(to: .isPublic)).then(Story.reply()).then(Story.moved(to: .isPrivate))
        #expect(back.judged(id).violations == [[3, 7]])
        let before = Story.live().then(Story.forecast(.unfavourable)).then(Story.moved(to: .isPrivate))
        #expect(before.then(Story.reply()).judged(id).violations == [[3, 5]])
    }

    @Test("a complaint is acknowledged or answered in time")
    func acknowledgedInTime() {
        let id = "acknowledged-in-time"
        let story = Story.live().then(Story.judgedAs(.complaint))
        #expect(story.judged(id, now: 3, due: 4).counts == pending)
        #expect(story.judged(id, now: 5, due: 4).counts == pending)
        let late = story.judged(id, now: 6, due: 4)
        #expect(late.counts == broken)
        #expect(late.violations == [[2]])
        #expect(story.then(Story.acknowledged).judged(id, due: 4).counts == kept)
        #expect(story.then(Story.reply()).judged(id, due: 2).counts == kept)
        let tooLate = story.then(Story.reply()).judged(id, due: 1)
        #expect(tooLate.violations == [[2, 4]])
        #expect(story.then(Story.acknowledged, because: true).judged(id, due: 1).counts == overridden)
        #expect(story.judged(id).counts == nothing)
        #expect(Story.live().then(Story.judgedAs(.question)).judged(id, due: 1).counts == nothing)
    }

    @Test("an episode that ends in time owes no acknowledgement; one that ends late without it has broken its promise")
    func endedUnacknowledged() {
        let id = "acknowledged-in-time"
        let story = Story.live().then(Story.judgedAs(.complaint)).then(Story.dismissed(.troll))
        #expect(story.judged(id, due: 2).counts == nothing)
        #expect(story.judged(id, due: 1).violations == [[2, 4]])
    }

    @Test("the second episode is acknowledged from its own beginning")
    func secondEpisode() {
        let id = "acknowledged-in-time"
        let story = Story.live().then(Story.judgedAs(.complaint)).then(Story.acknowledged)
            .then(Story.resolved(.favourable)).then(Story.reopened, hour: 100).then(Story.reply(), hour: 101)
        #expect(story.judged(id, due: 2).counts == ConformanceCounts(satisfied: 2))
    }

    @Test("the acknowledgement deadline depends on the current priority and severity")
    func question() {
        let story = Story.live().then(Story.judgedAs(.complaint, severity: .high)).then(Story.urgent)
        var asked: [AcknowledgementQuestion] = []
        _ = ConformanceCheck(now: Story.hour(9)) { question in
            asked.append(question)
            return nil
        }.judge(story.steps)
        #expect(
            asked == [
                AcknowledgementQuestion(
                    startedAt: Story.hour(1), channel: Story.channel, priority: .urgent, severity: .high)
            ])
    }

    @Test("imported history carries no decisions: it is counted apart, breaks nothing, and its judgements count")
    func imported() {
        let history = Story.imported().then(Story.reply(for: nil), by: .imported)
            .then(Story.judgedAs(.complaint, by: .imported), by: .imported)
        #expect(history.judged("classified-before-reply").counts == ConformanceCounts(imported: 1))
        #expect(history.judged("acknowledged-in-time", due: 1).counts == ConformanceCounts(imported: 1))
        let live = history.then(Story.reply())
        #expect(live.judged("classified-before-reply").counts == ConformanceCounts(satisfied: 1, imported: 1))
        let troll = Story.live().then(Story.dismissed(.troll)).then(Story.reply(for: nil), by: .imported)
        #expect(troll.judged("no-reply-to-troll").counts == kept)
    }

    @Test("events are ordered by occurrence, whatever the order in which they were recorded")
    func worldOrder() {
        let id = "investigated-before-assessed"
        let story = Story.live().then(Story.assessed, hour: 5)
        #expect(story.then(Story.investigated, hour: 4).judged(id).counts == kept)
        #expect(story.then(Story.investigated, hour: 6).judged(id).counts == broken)
        // At the same moment their places in the log decide.
        #expect(story.then(Story.investigated, hour: 5).judged(id).counts == broken)
    }

    @Test("fitness is what was kept of what is decided; overrides count as not kept, and are told apart")
    func fitness() {
        let story = Story.live().then(Story.reply()).then(Story.judgedAs(.question)).then(Story.reply())
            .then(Story.plan, because: true).then(Story.guidance)
        let result = story.judged()
        #expect(result.counts == ConformanceCounts(satisfied: 1, violated: 1, overridden: 1, pending: 1))
        #expect(result.counts.activations == 3)
        #expect(result.counts.fitness == 1.0 / 3)
        #expect(result.violations.map(\.isOverridden) == [false, true])
        #expect(result.overrides.map(\.rawValue) == [6])
        #expect(Story.live().judged().counts.fitness == nil)
    }

    @Test("forecasts are judged by the worst outcome of their episode, once it is resolved")
    func forecasts() {
        let story = Story.live().then(Story.forecast(.favourable)).then(Story.forecast(.unknown))
            .then(Story.forecast(.unfavourable))
        #expect(story.judged().forecasts.isEmpty)
        let resolved = story.then(Story.resolved(.unfavourable)).then(Story.resolved(.favourable))
        #expect(resolved.judged().forecasts.map(\.position.rawValue) == [3, 5])
        #expect(resolved.judged().forecasts.map(\.isRight) == [false, true])
        let again = resolved.then(Story.reopened).then(Story.forecast(.favourable)).then(Story.resolved(.favourable))
        #expect(again.judged().forecasts.map(\.isRight) == [false, true, true])
        #expect(Story.live().then(Story.dismissed(.troll)).judged().trollDismissals.map(\.position.rawValue) == [3])
    }

    @Test(
        "a complaint that was judged to be none after its time was up was late all the same, and the judgement is told")
    func judgedOtherwiseLater() throws {
        let id = "acknowledged-in-time"
        let story = Story.live().then(Story.judgedAs(.complaint))
        let late = story.then(Story.judgedAs(.question), hour: 9)
        #expect(late.judged(id, due: 4).counts == broken)
        #expect(late.judged(now: 1000, due: 4).violations.map(\.correctedBy) == [[Position(4)]])
        #expect(late.judged(now: 1000, due: 20).counts.violated == 0)
        // A slip that is set right at once owes nothing; neither does what was answered in time.
        #expect(story.then(Story.judgedAs(.question), hour: 3).judged(id, due: 4).counts == nothing)
        #expect(story.then(Story.reply()).then(Story.judgedAs(.question), hour: 9).judged(id, due: 4).counts == kept)
    }

    @Test(
        "a priority that is raised after the answer makes it no later, and what is judged a complaint afterwards was one"
    )
    func raisedAfterTheAnswer() {
        var asked: [Priority] = []
        let story = Story.live().then(Story.judgedAs(.complaint)).then(Story.reply()).then(Story.urgent)
        _ = ConformanceCheck(now: Story.hour(9)) { question in
            asked.append(question.priority)
            return nil
        }.judge(story.steps)
        #expect(asked == [.normal])
        let before = Story.live().then(Story.reply()).then(Story.judgedAs(.complaint))
        #expect(before.judged("acknowledged-in-time", due: 4).counts == kept)
    }

    @Test("a forecast corrected after the resolution counts as it was before")
    func forecastCorrectedAfterwards() {
        let story = Story.live().then(Story.forecast(.unfavourable)).then(Story.resolved(.favourable))
        var steps: [CaseStep] = story.steps
        steps[2].former = [CaseStep.Former(Story.forecast(.favourable), until: Position(9), Story.hour(9))]
        #expect(ConformanceCheck(now: Story.hour(20)).judge(steps).forecasts.map(\.isRight) == [true])
        steps[2].former = [CaseStep.Former(Story.forecast(.favourable), until: Position(3), Story.hour(2))]
        #expect(ConformanceCheck(now: Story.hour(20)).judge(steps).forecasts.map(\.isRight) == [false])
    }

    @Test("a reply after a dismissal as a troll is a violation even if the ground is corrected later")
    func groundCorrectedAfterwards() {
        let story = Story.live().then(Story.dismissed(.offTopic)).then(Story.reply())
        var steps: [CaseStep] = story.steps
        func judged() -> CaseConformance { ConformanceCheck(now: Story.hour(20)).judge(steps) }
        #expect(judged().violations.isEmpty(of: "no-reply-to-troll"))
        steps[2].former = [CaseStep.Former(Story.dismissed(.troll), until: Position(9), Story.hour(9))]
        #expect(!judged().violations.isEmpty(of: "no-reply-to-troll"))
        #expect(judged().trollDismissals.map(\.until) == [Story.hour(9)])
        steps[2].former = [CaseStep.Former(Story.dismissed(.troll), until: Position(4), Story.hour(3))]
        #expect(judged().violations.isEmpty(of: "no-reply-to-troll"))
    }

    @Test("live messages of an import are checked for time; imported history is not")
    func liveImport() {
        let id = "acknowledged-in-time"
        let live = Story().then(Story.opened(.live), by: .imported).then(Story.mention(live: true), by: .imported)
            .then(Story.judgedAs(.complaint, by: .imported), by: .imported)
        #expect(live.judged(id, due: 4).counts == broken)
        let again = live.then(Story.reply(), hour: 2).then(Story.resolved(.favourable), hour: 3)
            .then(Story.mention(live: true), hour: 99, by: .imported).then(Story.reopened, hour: 99, by: .imported)
        #expect(again.judged(id, due: 4).counts == ConformanceCounts(satisfied: 1, violated: 1))
    }
}

extension [ConstraintViolation] {
    fileprivate func isEmpty(of id: String) -> Bool { !contains { $0.constraint.id == id } }
}
