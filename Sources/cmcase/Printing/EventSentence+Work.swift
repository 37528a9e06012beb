import CaseModel

/// The work on a case, and the handling of a complaint.
extension EventSentence {
    var ofWork: String? {
        switch event {
        case .caseAssigned(let event): "Given to \(event.to)"
        case .caseUnassigned: "Nobody in particular has it any more"
        case .prioritySet(let event): "Priority set to \(event.priority.rawValue)"
        case .tagAdded(let event): "Tagged \(event.tag)"
        case .tagRemoved(let event): "Tag \(event.tag) taken away"
        case .noteAdded: "A note for the house"
        case .caseSnoozed(let event):
            "Snoozed until \(time(event.until))" + (event.wakesOnReply ? ", or until the person writes" : "")
        case .caseWoken(let event):
            switch event.by {
            case .time: "Back in sight: its time came"
            case .reply: "Back in sight: the person wrote"
            case .person: "Back in sight: somebody of the house wanted it so"
            }
        case .casesMerged(let event): "Case \(event.from) was merged into case \(event.into)"
        case .casesUnmerged(let event): "The merge of case \(event.from) into case \(event.into) was taken back"
        case .caseSplit(let event):
            "\(event.mentions.count) \(event.mentions.count == 1 ? "mention" : "mentions") of case \(event.from) "
                + "went to a case of their own, case \(event.into)"
        case .eventCorrected(let event):
            "What #\(event.event) says was corrected: "
                + zip(event.fields, event.values).map { "\($0) is \($1)" }.joined(separator: ", ")
        default: nil
        }
    }

    var ofHandling: String? {
        switch event {
        case .complaintAcknowledged: "The person was told that their complaint is heard"
        case .authorInvestigated(let event):
            "Looked into who writes: \(event.sources.map(\.words).joined(separator: " and "))"
        case .complaintAssessed(let event):
            "The complaint was judged \(event.founded ? "founded" : "not founded")"
                + listed(event.grounds, "grounds") + listed(event.signals, "signals")
        case .outcomeForecast(let event):
            "Expected to end \(event.forecast == .unknown ? "one way or the other" : event.forecast.adverb)"
                + (event.basis.map { ", because of \($0)" } ?? "")
        case .problemIdentified(let event):
            "The problem was identified: \(event.cause)" + (event.product.map { ", product \($0)" } ?? "")
                + (event.severity.map { ", severity \($0.rawValue)" } ?? "")
        case .planExplained(let event):
            "The person was told what will be done" + (event.by.map { ", by \(time($0))" } ?? "")
        case .helpProvided: "We helped with the product ourselves"
        case .guidanceGiven(let event):
            "We could not help, and said whom to contact and which steps to take"
                + (event.followUpAt.map { "; we ask again \(time($0))" } ?? "")
        case .caseEscalated(let event): "Escalated to \(event.to), level \(event.level) of 4"
        case .resolutionPublished: "How it ended was shown in public"
        default: nil
        }
    }

    private func listed(_ codes: [String], _ name: String) -> String {
        codes.isEmpty ? "" : "; \(name): \(codes.joined(separator: ", "))"
    }
}

extension InvestigationSource {
    fileprivate var words: String {
        switch self {
        case .publicProfile: "their public profile"
        case .ownHistory: "our own history with them"
        }
    }
}

extension Forecast {
    fileprivate var adverb: String { self == .favourable ? "favourably" : "unfavourably" }
}
