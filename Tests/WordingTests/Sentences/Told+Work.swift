import CaseModel

extension Told {
    static let work: [Told] = [
        Told(.caseAssigned(CaseAssigned(to: "ana")), en: "Given to ana", es: "Asignado a ana"),
        Told(
            .caseUnassigned(CaseUnassigned()), en: "Nobody in particular has it any more",
            es: "Ya no lo lleva nadie en particular"),
        Told(
            .prioritySet(PrioritySet(priority: .urgent)), en: "Priority set to urgent", es: "Prioridad: urgente"),
        Told(.tagAdded(TagAdded(tag: "refund")), en: "Tagged refund", es: "Etiqueta añadida: refund"),
        Told(.tagRemoved(TagRemoved(tag: "refund")), en: "Tag refund taken away", es: "Etiqueta quitada: refund"),
        Told(.noteAdded(NoteAdded()), en: "A note for the house", es: "Una nota para la casa"),
        Told(
            .caseSnoozed(CaseSnoozed(until: time, wakesOnReply: true)),
            en: "Snoozed until 2026-03-02 10:15:00 +00:00, or until the person writes",
            es: "Aplazado hasta 2026-03-02 10:15:00 +00:00, o hasta que la persona escriba"),
        Told(
            .caseSnoozed(CaseSnoozed(until: time, wakesOnReply: false)),
            en: "Snoozed until 2026-03-02 10:15:00 +00:00", es: "Aplazado hasta 2026-03-02 10:15:00 +00:00"),
        Told(
            .caseWoken(CaseWoken(by: .time)), en: "Back in sight: its time came",
            es: "De nuevo a la vista: llegó su hora"),
        Told(
            .caseWoken(CaseWoken(by: .reply)), en: "Back in sight: the person wrote",
            es: "De nuevo a la vista: la persona escribió"),
        Told(
            .caseWoken(CaseWoken(by: .person)), en: "Back in sight: somebody of the house wanted it so",
            es: "De nuevo a la vista: así lo quiso alguien de la casa"),
        Told(
            .casesMerged(CasesMerged(into: CaseNumber(3), from: CaseNumber(9))),
            en: "Case 9 was merged into case 3", es: "El caso 9 se fusionó con el caso 3, donde continúa"),
        Told(
            .casesUnmerged(CasesUnmerged(into: CaseNumber(3), from: CaseNumber(9))),
            en: "The merge of case 9 into case 3 was taken back",
            es: "Se deshizo la fusión del caso 9 con el caso 3"),
        Told(
            split(1), en: "1 mention of case 3 went to a case of their own, case 20",
            es: "1 mención del caso 3 pasó a un caso propio, el caso 20"),
        Told(
            split(2), en: "2 mentions of case 3 went to a case of their own, case 20",
            es: "2 menciones del caso 3 pasaron a un caso propio, el caso 20"),
        Told(
            .eventCorrected(
                EventCorrected(event: Position(77), fields: ["outcome", "issues"], values: [#""favourable""#, "null"])),
            en: #"What #77 says was corrected: outcome is "favourable", issues is null"#,
            es: #"Se corrigió lo que dice #77: outcome es "favourable", issues es null"#),
        Told(
            .eventTakenBack(EventTakenBack(events: [Position(77)])), en: "#77 was taken back: recorded by mistake",
            es: "Se retiró #77: registro por error"),
        Told(
            .eventTakenBack(EventTakenBack(events: [Position(77), Position(78)])),
            en: "#77, #78 were taken back: recorded by mistake", es: "Se retiraron #77, #78: registro por error"),
    ]

    static let handling: [Told] = [
        Told(
            .complaintAcknowledged(ComplaintAcknowledged()), en: "The person was told that their complaint is heard",
            es: "Se acusó recibo de la queja"),
        Told(
            .authorInvestigated(AuthorInvestigated(sources: [.publicProfile, .ownHistory])),
            en: "Looked into who writes: their public profile and our own history with them",
            es: "Se averiguó quién escribe: su perfil público y su historial con nosotros"),
        Told(
            .complaintAssessed(ComplaintAssessed(founded: true, grounds: ["promise-broken"], signals: ["photo"])),
            en: "The complaint was judged founded; grounds: promise-broken; signals: photo",
            es: "La queja se valoró como fundada; motivos: promise-broken; indicios: photo"),
        Told(
            .complaintAssessed(ComplaintAssessed(founded: false, grounds: [], signals: [])),
            en: "The complaint was judged not founded", es: "La queja se valoró como sin fundamento"),
        Told(
            .outcomeForecast(OutcomeForecast(forecast: .favourable, basis: nil)), en: "Expected to end favourably",
            es: "Se prevé un desenlace favorable"),
        Told(
            .outcomeForecast(OutcomeForecast(forecast: .unfavourable, basis: "no-stock")),
            en: "Expected to end unfavourably, because of no-stock",
            es: "Se prevé un desenlace desfavorable, por no-stock"),
        Told(
            .outcomeForecast(OutcomeForecast(forecast: .unknown, basis: nil)),
            en: "Expected to end one way or the other", es: "No se sabe cómo acabará"),
        Told(
            .problemIdentified(ProblemIdentified(cause: "billing", product: "router", severity: .medium)),
            en: "The problem was identified: billing, product router, severity medium",
            es: "Problema identificado: billing, producto: router, gravedad media"),
        Told(
            .planExplained(PlanExplained(by: time)),
            en: "The person was told what will be done, by 2026-03-02 10:15:00 +00:00",
            es: "Se le explicó qué se hará, a más tardar el 2026-03-02 10:15:00 +00:00"),
        Told(
            .planExplained(PlanExplained(by: nil)), en: "The person was told what will be done",
            es: "Se le explicó qué se hará"),
        Told(
            .helpProvided(HelpProvided()), en: "We helped with the product ourselves",
            es: "Ayudamos nosotros mismos con el producto"),
        Told(
            .guidanceGiven(GuidanceGiven(followUpAt: time)),
            en: "We could not help, and said whom to contact and which steps to take; we ask again "
                + "2026-03-02 10:15:00 +00:00",
            es: "No podíamos ayudar, e indicamos con quién contactar y qué pasos dar; volvemos a preguntar el "
                + "2026-03-02 10:15:00 +00:00"),
        Told(
            .caseEscalated(CaseEscalated(to: "legal", level: 4)), en: "Escalated to legal, level 4 of 4",
            es: "Escalado a legal, nivel 4 de 4"),
        Told(
            .resolutionPublished(ResolutionPublished()), en: "How it ended was shown in public",
            es: "Se publicó cómo se resolvió"),
    ]

    private static func split(_ count: Int) -> Event {
        .caseSplit(
            CaseSplit(into: CaseNumber(20), from: CaseNumber(3), mentions: Array(repeating: key, count: count)))
    }
}
