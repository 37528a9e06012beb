import Basics
import CaseModel

/// Any command, with values that are right, wrong, or right at the wrong moment.
extension RandomDesk {
    mutating func command() -> CaseCommand {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: conversation()
        case 1: work()
        case 2: complaint()
        default: end()
        }
    }

    mutating func isOneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func conversation() -> CaseCommand {
        let mention: SourceKey? =
            Bool.random(using: &random) ? nil : key(.random(in: 1...(nextKey + 1), using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return .classify(mention: mention, label(TargetSet(rawValue: .random(in: 0...3, using: &random))))
        case 1:
            return .reply(
                CaseCommand.Reply(
                    text: isOneIn(20) ? "" : "words", visibility: any(Visibility.self),
                    purpose: any(ReplyPurpose.self), inReplyTo: mention))
        default: return .move(to: any(Visibility.self), consent: isOneIn(3), note: nil)
        }
    }

    private mutating func work() -> CaseCommand {
        let word: String = ["vip", "press", "Not a code", ""].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .assign(to: ["ana", "joan", ""].randomElement(using: &random) ?? "", note: nil)
        case 1: return .unassign(note: nil)
        case 2: return .prioritise(any(Priority.self), reason: nil)
        case 3: return .tag(word)
        case 4: return .untag(word)
        case 5: return .note(isOneIn(4) ? "" : "words")
        case 6: return .snooze(until: later(), wakesOnReply: .random(using: &random), reason: nil)
        default: return .wake(reason: nil)
        }
    }

    private mutating func complaint() -> CaseCommand {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .acknowledge(note: nil)
        case 1: return .investigate(isOneIn(3) ? [] : [.ownHistory], finding: "words")
        case 2: return .assess(founded: .random(using: &random), grounds: [], signals: ["insults"], note: nil)
        case 3: return .forecast(any(Forecast.self), basis: nil, note: nil)
        case 4: return .identifyProblem(cause: "late", product: nil, severity: nil, description: nil)
        case 5: return .explainPlan("words", by: isOneIn(2) ? later() : nil)
        case 6: return .help("words")
        case 7: return .guide(isOneIn(6) ? "" : "words", followUpAt: isOneIn(2) ? later() : nil)
        default: return .escalate(to: "legal", level: .random(in: 0...5, using: &random), reason: nil)
        }
    }

    private mutating func end() -> CaseCommand {
        let followUp: Int64? = Bool.random(using: &random) ? nil : .random(in: 0...4, using: &random)
        let plan: FollowUpPlan =
            [.usual, .at(later()), .unplanned].randomElement(using: &random) ?? .usual
        let issues: TargetSet = isOneIn(2) ? [] : TargetSet(rawValue: .random(in: 0...3, using: &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            return .resolve(
                outcome: any(Outcome.self), solved: any(Solved.self), issues: issues, confirmedBy: .agent, note: nil,
                followUp: plan)
        case 1: return .dismiss(any(DismissalGround.self), reason: nil, followUp: plan)
        case 2, 8, 9: return .publish(note: nil)
        case 3: return .reopen
        case 4: return .close
        case 5: return .scheduleFollowUp(due: later(), .recurrence)
        case 6: return .completeFollowUp(followUp, any(FollowUpFinding.self), note: nil)
        default: return .cancelFollowUp(followUp, reason: nil)
        }
    }

    private mutating func later() -> Timestamp { minute(clock + .random(in: 0...9, using: &random)) }
}
