import CaseModel

/// The end of a matter, and what comes after.
extension EventSentence {
    var ofEnd: String? {
        switch event {
        case .caseResolved(let event):
            "Resolved: \(event.outcome.rawValue), solved \(event.solved.rawValue), \(event.confirmedBy.words)"
                + (event.issues.isEmpty
                    ? "" : ", for the \(event.issues.members.map(\.rawValue).joined(separator: " and ")) issue")
        case .caseDismissed(let event): "Dismissed as \(event.ground.words)"
        case .caseReopened(let event): "Reopened, episode \(event.episode), because \(event.trigger.words)"
        case .caseClosed: "Closed"
        case .followUpScheduled(let event):
            "Follow-up \(event.followUp) planned for \(time(event.due)) (\(event.purpose.rawValue))"
                + (event.isUsual ? ", as usual" : "")
        case .followUpDone(let event): "Follow-up \(event.followUp) done: \(event.finding.words)"
        case .followUpCancelled(let event): "Follow-up \(event.followUp) cancelled"
        default: nil
        }
    }
}

extension Confirmation {
    fileprivate var words: String {
        switch self {
        case .customer: "confirmed by the customer"
        case .agent: "confirmed by the house"
        case .silence: "nobody objected"
        }
    }
}

extension DismissalGround {
    fileprivate var words: String {
        switch self {
        case .troll: "a troll's"
        case .spam: "spam"
        case .duplicate: "a duplicate"
        case .offTopic: "off topic"
        }
    }
}

extension ReopeningTrigger {
    fileprivate var words: String {
        switch self {
        case .mention: "the person wrote again"
        case .person: "the person asked for it"
        case .decision: "the house decided so"
        case .followUp: "of what a follow-up found"
        }
    }
}

extension FollowUpFinding {
    fileprivate var words: String {
        switch self {
        case .quiet: "all is quiet"
        case .recurrence: "it happened again"
        case .improved: "it got better"
        case .worse: "it got worse"
        }
    }
}
