import CaseDesk
import CaseModel
import Terminal

extension AuditTrail.Step {
    /// What the step says, in one sentence; the words of people stand apart.
    func sentence(_ times: TimePrinter) -> String {
        switch event {
        case .caseOpened(let event): "Case \(event.number) opened for person \(event.person) (\(event.origin.rawValue))"
        case .mentionCaptured(let event): "The person wrote (\(event.kind.rawValue), \(event.visibility.rawValue))"
        case .mentionRevised(let event): "The person changed the words\(event.edit.map { " (version \($0))" } ?? "")"
        case .mentionWithdrawn(let event): "The mention was taken back by the \(event.by.rawValue)"
        case .mentionClassified(let event): "Judged: \(event.label.sentence)"
        case .replySent(let event):
            "We answered\(event.purpose.map { " to \($0.rawValue)" } ?? "") (\(event.visibility.rawValue))"
        case .messageAttached(let event):
            "A waiting answer of ours found its conversation (\(event.visibility.rawValue), recorded at #\(event.awaited))"
        case .conversationRerooted: "The conversation turned out to start further back"
        case .caseResolved(let event):
            "Resolved: \(event.outcome.rawValue), solved \(event.solved.rawValue), confirmed by \(event.confirmedBy.rawValue)"
                + (event.issues.isEmpty
                    ? "" : ", for the \(event.issues.members.map(\.rawValue).joined(separator: " and ")) issue")
        case .caseDismissed(let event): "Dismissed as \(event.ground.rawValue)"
        case .caseReopened(let event): "Reopened, episode \(event.episode), because of a \(event.trigger.rawValue)"
        case .caseClosed: "Closed"
        case .followUpScheduled(let event):
            "Follow-up \(event.followUp) planned for \(times.time(event.due.microseconds)) (\(event.purpose.rawValue))"
        case .followUpDone(let event): "Follow-up \(event.followUp) done: \(event.finding.rawValue)"
        case .followUpCancelled(let event): "Follow-up \(event.followUp) cancelled"
        case .casesMerged(let event): "Case \(event.from) was merged into case \(event.into)"
        case .casesUnmerged(let event): "The merge of case \(event.from) into case \(event.into) was taken back"
        case .caseSplit(let event):
            "\(event.mentions.count) of the mentions of case \(event.from) were split off into case \(event.into)"
        case .importRetracted(let event):
            "The import that was completed at #\(event.imported) was taken back, and what it recorded here is left out"
        case .eventCorrected(let event):
            "What #\(event.event) says was corrected: \(event.fields.joined(separator: ", "))"
        default: "\(event.type.rawValue) \(payload)"
        }
    }
}

extension Label {
    fileprivate var sentence: String {
        var text: String = polarity.rawValue
        if !targets.isEmpty { text += " about \(targets.members.map(\.rawValue).joined(separator: " and "))" }
        if !topics.isEmpty { text += " (\(topics.map(\.name).joined(separator: ", ")))" }
        if let severity { text += ", severity \(severity.rawValue)" }
        if confidence != 1 { text += ", confidence \(NumberText.fixed(confidence, decimals: 2))" }
        return text + ", by \(method == .imported ? "the source" : "a \(method.rawValue)")"
    }
}
