import CaseModel
import Testing

@Suite("Helping, guiding, bringing others in")
struct HelpTests {
    private let open = Given(.mention(1, at: 10))

    @Test("what was done is content")
    func helps() {
        let then = open.when(.help("sent a new one")).then(.helpProvided(HelpProvided()))
        #expect(then.decisions.map(\.content) == [Content(note: "sent a new one")])
    }

    @Test("guidance brings its own follow-up, in a week where no time is named (S9)")
    func guides() {
        let then = open.when(.guide("ask the town hall", followUpAt: minute(5_000))).then(
            .guidanceGiven(GuidanceGiven(followUpAt: minute(5_000))),
            .followUpScheduled(FollowUpScheduled(followUp: 1, due: minute(5_000), purpose: .evolution))
        ).leaves(.guided)
        #expect(then.decisions.map(\.content) == [Content(text: "ask the town hall"), nil])
        Given(.mention(1, at: 10), .followUp(1, due: 90, at: 11)).when(.guide("there", followUpAt: nil)).then(
            .guidanceGiven(GuidanceGiven(followUpAt: minute(11_080))),
            .followUpScheduled(FollowUpScheduled(followUp: 2, due: minute(11_080), purpose: .evolution)))
        open.when(.guide("", followUpAt: nil)).thenRefused(.needsText)
        open.when(.guide("there", followUpAt: minute(1_000))).thenRefused(.dueInThePast)
    }

    @Test("a case is raised to somebody, by one of four levels")
    func escalates() {
        for level in Int64(1)...4 {
            open.when(.escalate(to: "legal", level: level, reason: nil))
                .then(.caseEscalated(CaseEscalated(to: "legal", level: level))).leaves(.awaitingInternal)
        }
        for level: Int64 in [0, 5, -1] {
            open.when(.escalate(to: "legal", level: level, reason: nil)).thenRefused(
                .badLevel, "a level is from 1 to 4, the gravest")
        }
        open.when(.escalate(to: "", level: 1, reason: nil)).thenRefused(.badName)
    }
}
