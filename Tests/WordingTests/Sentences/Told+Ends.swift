import CaseModel

extension Told {
    static let ends: [Told] = [
        Told(
            .caseResolved(CaseResolved(outcome: .favourable, solved: .yes, issues: [], confirmedBy: .customer)),
            en: "Resolved: favourable, solved yes, confirmed by the customer",
            es: "Resuelto: favorable, solucionado: sí, confirmado por el cliente"),
        Told(
            .caseResolved(
                CaseResolved(outcome: .unfavourable, solved: .no, issues: .product, confirmedBy: .agent)),
            en: "Resolved: unfavourable, solved no, confirmed by the house, for the product issue",
            es: "Resuelto: desfavorable, solucionado: no, confirmado por la casa, asunto: producto"),
        Told(
            .caseResolved(
                CaseResolved(
                    outcome: .favourable, solved: .partly, issues: [.product, .brand], confirmedBy: .silence)),
            en: "Resolved: favourable, solved partly, nobody objected, for the product and brand issue",
            es: "Resuelto: favorable, solucionado: en parte, nadie puso reparos, asunto: producto y marca"),
        Told(
            .caseDismissed(CaseDismissed(ground: .troll)), en: "Dismissed as a troll's", es: "Desestimado por troll"),
        Told(.caseDismissed(CaseDismissed(ground: .spam)), en: "Dismissed as spam", es: "Desestimado por spam"),
        Told(
            .caseDismissed(CaseDismissed(ground: .duplicate)), en: "Dismissed as a duplicate",
            es: "Desestimado por duplicado"),
        Told(
            .caseDismissed(CaseDismissed(ground: .offTopic)), en: "Dismissed as off topic",
            es: "Desestimado por no venir al caso"),
        Told(
            .caseReopened(CaseReopened(trigger: .mention, episode: 2)),
            en: "Reopened, episode 2, because the person wrote again",
            es: "Reabierto, episodio 2: la persona volvió a escribir"),
        Told(
            .caseReopened(CaseReopened(trigger: .person, episode: 2)),
            en: "Reopened, episode 2, because the person asked for it",
            es: "Reabierto, episodio 2: lo pidió la persona"),
        Told(
            .caseReopened(CaseReopened(trigger: .decision, episode: 3)),
            en: "Reopened, episode 3, because the house decided so",
            es: "Reabierto, episodio 3: lo decidió la casa"),
        Told(
            .caseReopened(CaseReopened(trigger: .followUp, episode: 3)),
            en: "Reopened, episode 3, because of what a follow-up found",
            es: "Reabierto, episodio 3: por lo que encontró un seguimiento"),
        Told(.caseClosed(CaseClosed()), en: "Closed", es: "Cerrado"),
        Told(
            .followUpScheduled(FollowUpScheduled(followUp: 1, due: time, purpose: .recurrence)),
            en: "Follow-up 1 planned for 2026-03-02 10:15:00 +00:00 (recurrence)",
            es: "Seguimiento 1 planificado para 2026-03-02 10:15:00 +00:00 (por si vuelve)"),
        Told(
            .followUpScheduled(FollowUpScheduled(followUp: 2, due: time, purpose: .evolution, isUsual: true)),
            en: "Follow-up 2 planned for 2026-03-02 10:15:00 +00:00 (evolution), as usual",
            es: "Seguimiento 2 planificado para 2026-03-02 10:15:00 +00:00 (para ver cómo evoluciona), "
                + "como de costumbre"),
        Told(
            .followUpDone(FollowUpDone(followUp: 1, finding: .quiet)), en: "Follow-up 1 done: all is quiet",
            es: "Seguimiento 1 hecho: todo tranquilo"),
        Told(
            .followUpDone(FollowUpDone(followUp: 1, finding: .recurrence)), en: "Follow-up 1 done: it happened again",
            es: "Seguimiento 1 hecho: volvió a ocurrir"),
        Told(
            .followUpDone(FollowUpDone(followUp: 1, finding: .improved)), en: "Follow-up 1 done: it got better",
            es: "Seguimiento 1 hecho: mejoró"),
        Told(
            .followUpDone(FollowUpDone(followUp: 1, finding: .worse)), en: "Follow-up 1 done: it got worse",
            es: "Seguimiento 1 hecho: empeoró"),
        Told(
            .followUpCancelled(FollowUpCancelled(followUp: 2)), en: "Follow-up 2 cancelled",
            es: "Seguimiento 2 cancelado"),
    ]
}
