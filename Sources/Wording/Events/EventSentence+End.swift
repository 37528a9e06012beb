import CaseModel
import Playbook

/// The end of a matter, and what comes after.
extension EventSentence {
    func told(_ event: CaseResolved) -> String {
        let issues: [Target] = event.issues.members
        let ended: String =
            issues.isEmpty
            ? ""
            : text(
                ", for the \(issues.map(\.rawValue).joined(separator: " and ")) issue",
                ", asunto: \(issues.map(\.spanish).joined(separator: " y "))")
        return text(
            "Resolved: \(event.outcome.rawValue), solved \(event.solved.rawValue), ",
            "Resuelto: \(event.outcome.spanish), solucionado: \(event.solved.spanish), ")
            + confirmation(event.confirmedBy) + ended
    }

    func told(_ event: CaseDismissed) -> String {
        text("Dismissed as ", "Desestimado ") + ground(event.ground)
    }

    func told(_ event: CaseReopened) -> String {
        text(
            "Reopened, episode \(event.episode), because \(trigger(event.trigger))",
            "Reabierto, episodio \(event.episode): \(trigger(event.trigger))")
    }

    func told(_ event: CaseClosed) -> String { text("Closed", "Cerrado") }

    func told(_ event: FollowUpScheduled) -> String {
        text(
            "Follow-up \(event.followUp) planned for \(time(event.due)) (\(event.purpose.rawValue))",
            "Seguimiento \(event.followUp) planificado para \(time(event.due)) (\(event.purpose.label.spanish))")
            + (event.isUsual ? text(", as usual", ", como de costumbre") : "")
    }

    func told(_ event: FollowUpDone) -> String {
        text("Follow-up \(event.followUp) done: ", "Seguimiento \(event.followUp) hecho: ") + finding(event.finding)
    }

    func told(_ event: FollowUpCancelled) -> String {
        text("Follow-up \(event.followUp) cancelled", "Seguimiento \(event.followUp) cancelado")
    }

    private func confirmation(_ confirmation: Confirmation) -> String {
        switch confirmation {
        case .customer: text("confirmed by the customer", "confirmado por el cliente")
        case .agent: text("confirmed by the house", "confirmado por la casa")
        case .silence: text("nobody objected", "nadie puso reparos")
        }
    }

    private func ground(_ ground: DismissalGround) -> String {
        switch ground {
        case .troll: text("a troll's", ground.label.spanish)
        case .spam: text("spam", ground.label.spanish)
        case .duplicate: text("a duplicate", ground.label.spanish)
        case .offTopic: text("off topic", ground.label.spanish)
        }
    }

    private func trigger(_ trigger: ReopeningTrigger) -> String {
        switch trigger {
        case .mention: text("the person wrote again", "la persona volvió a escribir")
        case .person: text("the person asked for it", "lo pidió la persona")
        case .decision: text("the house decided so", "lo decidió la casa")
        case .followUp: text("of what a follow-up found", "por lo que encontró un seguimiento")
        }
    }

    private func finding(_ finding: FollowUpFinding) -> String {
        switch finding {
        case .quiet: text("all is quiet", "todo tranquilo")
        case .recurrence: text("it happened again", "volvió a ocurrir")
        case .improved: text("it got better", "mejoró")
        case .worse: text("it got worse", "empeoró")
        }
    }
}
