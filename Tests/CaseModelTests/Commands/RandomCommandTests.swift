import CaseModel
import JSON
import Testing

@Suite("Any sequence of commands")
struct RandomCommandTests {
    @Test("leaves legal cases, whatever was refused", arguments: 0..<200 as Range<UInt64>)
    func legal(seed: UInt64) throws {
        var desk = RandomDesk(seed: seed)
        for number in 0..<120 {
            let step = desk.step()
            #expect(CaseInvariants.broken(in: desk) == [], "seed \(seed), step \(number), \(String(describing: step))")
            if let step, case .success(let decisions) = step.result {
                let after = try #require(desk.combined(step.number))
                let wrong = unexpected(step, decisions, after)
                #expect(wrong == nil, "seed \(seed), step \(number), \(step)")
            }
        }
        try expectReplayed(desk, seed)
    }

    @Test("comes to every state and to every refusal of a command")
    func coverage() {
        var statuses: Set<CaseStatus> = []
        var refused: Set<Refusal.Code> = []
        for seed: UInt64 in 0..<100 {
            var desk = RandomDesk(seed: seed)
            for _ in 0..<120 {
                _ = desk.step()
                for number in desk.cases.keys {
                    if let state = desk.combined(number) { statuses.insert(CaseSummary(of: state).status) }
                }
            }
            refused.formUnion(desk.refused)
        }
        #expect(statuses == Set(CaseStatus.allCases).subtracting([.retracted]))
        let elsewhere: Set<Refusal.Code> = Refusal.Code.ofOthers.union([.noSuchCase, .malformed, .versionTaken])
        #expect(refused == Set(Refusal.Code.allCases).subtracting(elsewhere))
    }

    /// What a command that was carried out should not have done, if anything.
    private func unexpected(_ step: RandomDesk.Step, _ decisions: [Decision], _ after: CaseState) -> String? {
        let status: CaseStatus = CaseSummary(of: after).status
        if decisions.count != 1 { return "one event a command" }
        if step.before.mergedInto != nil { return "a merged case takes no command" }
        switch step.command {
        case .classify, .scheduleFollowUp, .completeFollowUp, .cancelFollowUp:
            return after.lifecycle == step.before.lifecycle ? nil : "neither ends nor begins anything"
        case .reply(let reply):
            let answered: MentionFact? = reply.inReplyTo.map { step.before.mention($0) } ?? step.before.mentions.last
            if answered?.visibility == .isPrivate, reply.visibility == .isPublic { return "private made public" }
            return after.lifecycle == step.before.lifecycle ? nil : "neither ends nor begins anything"
        case .resolve(_, _, let issues, _, _):
            if [.resolved, .monitoring].contains(status) { return nil }
            return after.lifecycle == .open && !issues.isEmpty ? nil : "resolved is resolved"
        case .dismiss: return [.dismissed, .monitoring].contains(status) ? nil : "dismissed is dismissed"
        case .reopen:
            let isNew: Bool = after.episodes.count == step.before.episodes.count + 1
            return after.lifecycle == .open && isNew ? nil : "a new episode is open"
        case .close:
            if step.before.openFollowUps.first != nil || !step.before.isWatched { return "closed unwatched" }
            return status == .closed ? nil : "closed is closed"
        }
    }

    /// Reading the log's bytes back and folding them again gives the same cases.
    private func expectReplayed(_ desk: RandomDesk, _ seed: UInt64) throws {
        var replayed: [CaseNumber: CaseState] = [:]
        var writer = JSONWriter()
        for (stream, event, moment) in desk.log {
            writer.removeAll()
            EventCodec.encode(event, rule: nil, into: &writer)
            let read: Event = try writer.bytes.withUnsafeBytes { try EventCodec.decode(event.type, $0) }
            CaseState.evolve(&replayed[stream], read, moment)
        }
        expectSame(replayed, desk.cases, "seed \(seed)")
    }
}
