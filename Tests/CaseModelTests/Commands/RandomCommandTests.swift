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
        for seed: UInt64 in 0..<200 {
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
        let elsewhere: Set<Refusal.Code> = Refusal.Code.ofOthers.union([
            .noSuchCase, .malformed, .versionTaken, .inTheFuture, .movedOn,
        ])
        #expect(refused == Set(Refusal.Code.allCases).subtracting(elsewhere))
    }

    /// What a command that was carried out should not have done, if anything.
    private func unexpected(_ step: RandomDesk.Step, _ decisions: [Decision], _ after: CaseState) -> String? {
        let status: CaseStatus = CaseSummary(of: after).status
        let before: CaseState = step.before
        if before.mergedInto != nil { return "a merged case takes no command" }
        if case .closed = before.lifecycle, step.command != .reopen { return "a closed case takes no command" }
        switch step.command {
        case .reply(let reply):
            let answered: MentionFact? = reply.inReplyTo.map { before.mention($0) } ?? before.mentions.last
            if answered?.visibility == .isPrivate, reply.visibility == .isPublic, !before.hasConsent,
                step.override == nil
            {
                return "private made public"
            }
        case .move(.isPublic, let consent, _):
            if !consent, !before.hasConsent, step.override == nil { return "moved to public without consent" }
        case .acknowledge:
            if before.complainedAbout.isEmpty { return "acknowledged no complaint" }
            if before.handling.acknowledgedAt != nil { return "acknowledged twice" }
        case .assess:
            if !before.complainedAbout.contains(.brand) || before.investigatedAt == nil { return "assessed blindly" }
        case .explainPlan: if before.handling.problemIdentifiedAt == nil { return "explained what is not known" }
        case .guide: if after.openFollowUps.isEmpty { return "guided and forgotten" }
        case .resolve(_, _, let issues, _, _, let plan):
            if after.lifecycle == .open { return issues.isEmpty ? "resolved is resolved" : nil }
            return isWatched(after, plan, step) ? nil : "resolved and forgotten"
        case .dismiss(_, _, let plan):
            if ![.dismissed, .monitoring].contains(status) { return "dismissed is dismissed" }
            return isWatched(after, plan, step) ? nil : "dismissed and forgotten"
        case .publish:
            guard case .resolved(let outcome, _, _) = before.lifecycle else { return "published an open matter" }
            if outcome == .unfavourable, step.override == nil { return "published what ended badly" }
        case .reopen:
            let isNew: Bool = after.episodes.count == before.episodes.count + 1
            return after.lifecycle == .open && isNew ? nil : "a new episode is open"
        case .close:
            if before.openFollowUps.first != nil || !before.isWatched { return "closed unwatched" }
            return status == .closed ? nil : "closed is closed"
        default: break
        }
        if !decisions.filter({ $0.content?.override != nil }).count.isAtMostOne { return "an override told once" }
        return after.lifecycle == before.lifecycle ? nil : "neither ends nor begins anything"
    }

    /// Each resolved or dismissed case has at least one follow-up, unless somebody said why not.
    private func isWatched(_ state: CaseState, _ plan: FollowUpPlan, _ step: RandomDesk.Step) -> Bool {
        !state.openFollowUps.isEmpty || plan == .unplanned && step.override != nil
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

extension Int {
    fileprivate var isAtMostOne: Bool { self <= 1 }
}
