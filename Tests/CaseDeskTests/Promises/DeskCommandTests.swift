import CaseDesk
import CaseModel
import Testing

@Suite("Every command as a line")
struct DeskCommandTests {
    private func refused(_ applied: [AppliedLine]) -> [String] {
        applied.compactMap { line in
            if case .refused(let refusal) = line.result { "\(line.line): \(refusal)" } else { nil }
        }
    }

    @Test("the whole work on a case is recorded line by line")
    func day() throws {
        let desk = try TestDesk()
        let applied = try desk.apply(
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"no ramp","at":"2026-01-05T10:00:00Z"}"#,
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["product","brand"]}"#,
            #"{"do":"assign","case":1,"to":"eva"}"#, #"{"do":"unassign","case":1}"#,
            #"{"do":"prioritise","case":1,"priority":"high","reason":"press"}"#, #"{"do":"tag","case":1,"tag":"ramp"}"#,
            #"{"do":"untag","case":1,"tag":"ramp"}"#, #"{"do":"note","case":1,"note":"call"}"#,
            #"{"do":"snooze","case":1,"until":"2026-03-01T00:00:00Z","wakesOnReply":false}"#,
            #"{"do":"wake","case":1}"#,
            #"{"do":"acknowledge","case":1}"#,
            #"{"do":"investigate","case":1,"sources":["own-history"],"finding":"a regular"}"#,
            #"{"do":"assess","case":1,"founded":true,"grounds":["promise"],"signals":[],"note":"so it is"}"#,
            #"{"do":"forecast","case":1,"forecast":"favourable","basis":"ramp-ordered"}"#,
            #"{"do":"identify-problem","case":1,"cause":"no-ramp","product":"Line 5","severity":"high"}"#,
            #"{"do":"explain-plan","case":1,"plan":"a new one","by":"2026-03-01T00:00:00Z"}"#,
            #"{"do":"help","case":1,"note":"carried them"}"#,
            #"{"do":"guide","case":1,"text":"ask the station","followUp":"2026-03-01T00:00:00Z"}"#,
            #"{"do":"escalate","case":1,"to":"works","level":2,"reason":"money"}"#,
            #"{"do":"move","case":1,"to":"private"}"#,
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"customer","followUp":"2026-04-01T00:00:00Z","followUpPurpose":"recurrence"}"#,
            #"{"do":"move","case":1,"to":"public","consent":true}"#, #"{"do":"publish","case":1}"#)
        #expect(refused(applied) == [])
        #expect(
            try desk.types(after: 3) == [
                "MentionClassified", "CaseAssigned", "CaseUnassigned", "PrioritySet", "TagAdded", "TagRemoved",
                "NoteAdded", "CaseSnoozed", "CaseWoken", "ComplaintAcknowledged", "AuthorInvestigated",
                "ComplaintAssessed", "OutcomeForecast", "ProblemIdentified", "PlanExplained", "HelpProvided",
                "GuidanceGiven", "FollowUpScheduled", "CaseEscalated", "ConversationMoved", "CaseResolved",
                "FollowUpScheduled", "FollowUpCancelled", "ConversationMoved", "ResolutionPublished",
            ])
        #expect(try desk.differences() == [])
    }

    @Test("a field that a command doesn't have, or a word it doesn't know, refuses the line")
    func malformed() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let applied = try desk.apply(
            #"{"do":"assign","case":1,"too":"eva"}"#, #"{"do":"assess","case":1}"#,
            #"{"do":"investigate","case":1,"sources":["gossip"]}"#, #"{"do":"snooze","case":1}"#,
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent","followUp":"soon"}"#,
            #"{"do":"capture","channel":"twitter","id":"2","author":"ana"}"#,
            #"{"do":"capture","channel":"twitter","id":"2","author":"ana","text":"a","at":"2026-01-05T10:00:00Z","case":1}"#,
            #"{"do":"dance","case":1}"#)
        #expect(refused(applied).count == 8)
        #expect(refused(applied)[5] == "6: \"text\": the value is missing")
        #expect(refused(applied)[6].contains("unknown"))
        #expect(try desk.types(after: 0).contains("CaseAssigned") == false)
    }

    @Test("a message that comes in takes its ended case up again, in the same breath and by the house's own hand")
    func reopens() throws {
        let desk = try TestDesk()
        try desk.apply(
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"a","at":"2026-01-05T10:00:00Z"}"#,
            #"{"do":"dismiss","case":1,"as":"off-topic","at":"2026-01-06T10:00:00Z"}"#)
        let before: Int = try desk.log().count
        try desk.apply(
            #"{"do":"capture","channel":"twitter","id":"2","parent":"1","author":"ana","text":"b","at":"2026-01-07T10:00:00Z"}"#
        )
        let added = try desk.log().dropFirst(before)
        #expect(added.map(\.type) == ["MentionCaptured", "CaseReopened"])
        #expect(added.map(\.actor) == ["human:eva", "system:intake"])
        #expect(try desk.cases().map(\.episode) == [2])
    }

    @Test("an imported message is history: it reopens nothing and wakes nothing")
    func history() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.apply(#"{"do":"dismiss","case":1,"as":"off-topic"}"#)
        try desk.take(.theirs("2", to: "1", at: 2))
        #expect(try desk.cases().map(\.episode) == [1])
        #expect(try desk.cases().map(\.mentions) == [2])
    }

    @Test("a follow-up of one's own takes the place of the usual one, and the case can be closed")
    func ownFollowUp() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let applied = try desk.apply(
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#,
            #"{"do":"schedule-follow-up","case":1,"due":"2026-03-01T00:00:00Z","purpose":"recurrence"}"#,
            #"{"do":"complete-follow-up","case":1,"finding":"quiet"}"#, #"{"do":"close","case":1}"#)
        #expect(refused(applied) == [])
        #expect(try desk.cases().map(\.status) == [.closed])
    }
}
