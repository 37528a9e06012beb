import CaseDesk
import CaseModel
import Playbook
import ServiceLevels
import Testing

@Suite("What if")
struct WhatIfTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        desk.clock.advance(hours: 48)
        let lines: [String] = [
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"you lied","time":"2026-02-01T12:00:00Z"}"#,
            #"{"do":"classify","channel":"twitter","message":"1","polarity":"complaint","targets":["brand"],"at":"2026-02-01T12:10:00Z"}"#,
            #"{"do":"investigate","channel":"twitter","message":"1","sources":["own-history"],"at":"2026-02-01T12:20:00Z"}"#,
            #"{"do":"reply","channel":"twitter","message":"1","text":"tell us more","visibility":"public","purpose":"clarify","at":"2026-02-01T14:00:00Z"}"#,
        ]
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("\(refusal)") }
        }
        try desk.take(.theirs("8", by: "history"))
    }

    private let now = Timestamp(seconds: 1_769_947_200 + 86_400)

    @Test("the same policies change nothing")
    func same() throws {
        let playbook = try BuiltInPlaybook.communityManager.playbook()
        let result = try desk.desk.whatIf(
            WhatIfQuestion(playbook: playbook, serviceLevel: .standard, calendar: .always), now: now)
        #expect(result.differences.isEmpty)
        #expect(result.sums.cases == 1)
        #expect(result.sums.decisions == 3)
        // The reply came before anybody had assessed the complaint.
        #expect(result.sums.followedPresent == 2)
        #expect(result.sums.followedOther == 2)
    }

    @Test("another playbook advises otherwise, decision by decision")
    func playbook() throws {
        #expect(
            try desk.refusals(
                #"{"do":"capture","channel":"twitter","id":"2","author":"leo","text":"lovely","time":"2026-02-01T12:00:00Z"}"#,
                #"{"do":"classify","channel":"twitter","message":"2","polarity":"positive","at":"2026-02-01T12:10:00Z"}"#,
                #"{"do":"reply","channel":"twitter","message":"2","text":"thanks","visibility":"public","purpose":"thank","at":"2026-02-01T12:20:00Z"}"#
            )
                == [])
        let other = try BuiltInPlaybook.webPostingAssessment.playbook()
        let result = try desk.desk.whatIf(WhatIfQuestion(playbook: other), now: now)
        // What both would have done before each decision of the first case is the same, whichever rule says so, and whether
        // or not it tells the brand apart from the rest.
        #expect(result.sums.differentCases == 1)
        let difference = try #require(result.differences.first)
        #expect(difference.number == CaseNumber(3))
        #expect(difference.steps.map(\.type) == [.replySent])
        #expect(difference.steps.map(\.present?.action) == [.reply])
        #expect(difference.steps.map(\.other?.action) == [.resolve])
        #expect(difference.deadlines.isEmpty)
        // The same thing said elsewhere is not the same.
        let thanks = "when: {turn: opening}\n        action: reply\n        visibility: "
        let discreet = try Playbook(
            yaml: BuiltInPlaybook.communityManager.yaml.replacing(thanks + "public", with: thanks + "private"),
            source: "own")
        let answer = try desk.desk.whatIf(WhatIfQuestion(playbook: discreet), now: now)
        #expect(answer.differences.flatMap(\.steps).map(\.present?.visibility) == [.isPublic])
        #expect(answer.differences.flatMap(\.steps).map(\.other?.visibility) == [.isPrivate])
    }

    @Test("a stricter service level breaks deadlines that were kept, and with them the protocol")
    func serviceLevel() throws {
        let strict = try ServiceLevelPolicy(
            yaml: """
                name: strict
                version: "1"
                calendar: always
                targets:
                  acknowledgement:
                    - {within: 1h}
                  first-response:
                    - {within: 1h}

                """)
        let recorded: [String] = try desk.types()
        let result = try desk.desk.whatIf(WhatIfQuestion(serviceLevel: strict), now: now)
        #expect(result.sums.breachesPresent == 0)
        #expect(result.sums.breachesOther == 2)
        #expect(result.sums.differentAdvice == 0)
        let deadlines = try #require(result.differences.first).deadlines
        #expect(deadlines.map(\.clock) == [.acknowledgement, .firstResponse, .resolution])
        #expect(deadlines[1].other?.due == Timestamp(seconds: 1_769_947_200 + 3_600))
        // Nothing was recorded by asking.
        #expect(try desk.types() == recorded)
    }
}
