import CaseModel

/// The work on a case.
extension EventSentence {
    func told(_ event: CaseAssigned) -> String { text("Given to \(event.to)", "Asignado a \(event.to)") }

    func told(_ event: CaseUnassigned) -> String {
        text("Nobody in particular has it any more", "Ya no lo lleva nadie en particular")
    }

    func told(_ event: PrioritySet) -> String {
        text("Priority set to \(event.priority.rawValue)", "Prioridad: \(event.priority.spanish)")
    }

    func told(_ event: TagAdded) -> String { text("Tagged \(event.tag)", "Etiqueta añadida: \(event.tag)") }

    func told(_ event: TagRemoved) -> String { text("Tag \(event.tag) taken away", "Etiqueta quitada: \(event.tag)") }

    func told(_ event: NoteAdded) -> String { text("A note for the house", "Una nota para la casa") }

    func told(_ event: CaseSnoozed) -> String {
        text("Snoozed until \(time(event.until))", "Aplazado hasta \(time(event.until))")
            + (event.wakesOnReply ? text(", or until the person writes", ", o hasta que la persona escriba") : "")
    }

    func told(_ event: CaseWoken) -> String {
        switch event.by {
        case .time: text("Back in sight: its time came", "De nuevo a la vista: llegó su hora")
        case .reply: text("Back in sight: the person wrote", "De nuevo a la vista: la persona escribió")
        case .person:
            text(
                "Back in sight: somebody of the house wanted it so",
                "De nuevo a la vista: así lo quiso alguien de la casa")
        }
    }

    func told(_ event: CasesMerged) -> String {
        text(
            "Case \(event.from) was merged into case \(event.into)",
            "El caso \(event.from) se fusionó con el caso \(event.into), donde continúa")
    }

    func told(_ event: CasesUnmerged) -> String {
        text(
            "The merge of case \(event.from) into case \(event.into) was taken back",
            "Se deshizo la fusión del caso \(event.from) con el caso \(event.into)")
    }

    func told(_ event: CaseSplit) -> String {
        let count: Int = event.mentions.count
        return text(
            "\(count) \(count == 1 ? "mention" : "mentions") of case \(event.from) went to a case of their own, case "
                + "\(event.into)",
            "\(SpanishNoun.mención.counted(count)) del caso \(event.from) \(count == 1 ? "pasó" : "pasaron") a un caso "
                + "propio, el caso \(event.into)")
    }

    func told(_ event: EventCorrected) -> String {
        let fields = zip(event.fields, event.values)
        return text(
            "What #\(event.event) says was corrected: \(codes(fields.map { "\($0) is \($1)" }))",
            "Se corrigió lo que dice #\(event.event): \(codes(fields.map { "\($0) es \($1)" }))")
    }

    func told(_ event: EventTakenBack) -> String {
        let places: String = event.events.map { "#\($0)" }.joined(separator: ", ")
        return text(
            "\(places) \(event.events.count == 1 ? "was" : "were") taken back: recorded by mistake",
            "Se \(event.events.count == 1 ? "retiró" : "retiraron") \(places): registro por error")
    }
}
