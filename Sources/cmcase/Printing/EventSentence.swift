import CaseDesk
import CaseModel
import Terminal

extension AuditTrail.Step {
    /// What the step says, in one sentence; the words of people stand apart.
    func sentence(_ times: TimePrinter) -> String { EventSentence(event: event, times: times).text }
}

/// An event told to somebody who was not there.
struct EventSentence {
    let event: Event
    let times: TimePrinter

    var text: String {
        SafeText.safe(ofMessages ?? ofWork ?? ofHandling ?? ofEnd ?? ofPersons ?? ofBook ?? event.type.rawValue)
    }

    private var ofMessages: String? {
        switch event {
        case .caseOpened(let event):
            "Case \(event.number) opened for person \(event.person), \(event.origin == .live ? "as it happened" : "from imported history")"
        case .mentionCaptured(let event):
            "The person wrote (\(event.kind.rawValue), \(event.visibility.rawValue))"
                + (event.reach.map { ", seen by up to \(NumberText.grouped($0))" } ?? "")
        case .mentionRevised(let event): "The person changed the words\(event.edit.map { " (version \($0))" } ?? "")"
        case .mentionWithdrawn(let event): "The mention was taken back by the \(event.by.rawValue)"
        case .mentionClassified(let event): "Judged: \(event.label.sentence)"
        case .replySent(let event):
            "We answered\(event.purpose.map { " to \($0.rawValue)" } ?? "") (\(event.visibility.rawValue))"
        case .messageAwaited(let event): "A message of \(event.direction.rawValue) waits for the one it answers"
        case .messageAttached(let event):
            "A waiting answer of ours found its conversation (\(event.visibility.rawValue), recorded at #\(event.awaited))"
        case .conversationRerooted: "The conversation turned out to start further back"
        case .conversationMoved(let event):
            "The conversation moved from \(event.from.rawValue) to \(event.to.rawValue)"
                + (event.consent ? ", the person agrees" : event.to == .isPublic ? ", without consent" : "")
        default: nil
        }
    }

    /// A moment as the reader's clock shows it.
    func time(_ moment: Timestamp) -> String { times.time(moment.microseconds) }
}

extension Label {
    fileprivate var sentence: String {
        var text: String = polarity.rawValue
        if !targets.isEmpty { text += " about \(targets.members.map(\.rawValue).joined(separator: " and "))" }
        if !topics.isEmpty { text += " (\(topics.map(\.name).joined(separator: ", ")))" }
        if let severity { text += ", severity \(severity.rawValue)" }
        if confidence != 1 { text += ", confidence \(NumberText.fixed(confidence, decimals: 2))" }
        let judge: String = method == .imported ? "the source" : "a \(method.rawValue)"
        return text + ", by \(judge)" + (methodVersion.map { " (\($0))" } ?? "")
    }
}
