import CaseModel
import Playbook
import Terminal

/// A case and its messages.
extension EventSentence {
    func told(_ event: CaseOpened) -> String {
        text(
            "Case \(event.number) opened for person \(event.person), "
                + (event.origin == .live ? "as it happened" : "from imported history"),
            "Se abrió el caso \(event.number) de la persona \(event.person), "
                + (event.origin == .live ? "en tiempo real" : "a partir de historial importado"))
    }

    func told(_ event: MentionCaptured) -> String {
        let reach: String? = event.reach.map { reach in
            text(", seen by up to \(NumberText.grouped(reach))", ", alcance: \(SpanishNoun.persona.counted(reach))")
        }
        return text(
            "The person wrote (\(event.kind.rawValue), \(event.visibility.rawValue))",
            "La persona escribió (\(event.kind.spanish), \(event.visibility.phrase.spanish))") + (reach ?? "")
    }

    func told(_ event: MentionRevised) -> String {
        text("The message came again, in this wording", "El mensaje llegó de nuevo, con estas palabras")
            + (event.edit.map { text(" (version \($0))", " (versión \($0))") } ?? "")
    }

    func told(_ event: MentionWithdrawn) -> String {
        text("The mention was taken back by the \(event.by.rawValue)", "La mención la retiró \(event.by.phrase)")
    }

    func told(_ event: MentionClassified) -> String {
        text("Judged: ", "Evaluada: ") + judgement(event.label)
    }

    func told(_ event: ReplySent) -> String {
        text("We answered", "Contestamos")
            + (event.purpose.map { text(" to \($0.rawValue)", " \($0.label.spanish)") } ?? "")
            + " (" + text(event.visibility.rawValue, event.visibility.phrase.spanish) + ")"
    }

    func told(_ event: MessageAwaited) -> String {
        if event.parent == nil {
            return text(
                "A message of \(event.direction.rawValue) that answers none: it belongs to no case",
                "Un mensaje \(event.direction == .ours ? "nuestro" : "suyo") que no contesta a ninguno: no pertenece a "
                    + "ningún caso")
        }
        return text(
            "A message of \(event.direction.rawValue) waits for the one it answers",
            "Un mensaje \(event.direction == .ours ? "nuestro" : "suyo") espera a aquel al que contesta")
    }

    func told(_ event: MessageAttached) -> String {
        text(
            "A waiting answer of ours found its conversation (\(event.visibility.rawValue), recorded at "
                + "#\(event.awaited))",
            "Una respuesta nuestra que esperaba encontró su conversación (\(event.visibility.phrase.spanish), "
                + "registrada en #\(event.awaited))")
    }

    func told(_ event: ConversationRerooted) -> String {
        text(
            "The conversation turned out to start further back", "Resultó que la conversación empieza más atrás")
    }

    func told(_ event: ConversationMoved) -> String {
        let consent: String =
            event.consent
            ? text(", the person agrees", ", la persona está de acuerdo")
            : event.to == .isPublic ? text(", without consent", ", sin consentimiento") : ""
        return text(
            "The conversation moved from \(event.from.rawValue) to \(event.to.rawValue)",
            "La conversación pasó de \(event.from.adjective) a \(event.to.adjective)") + consent
    }

    /// What a mention is, about what, how surely, and who says so.
    private func judgement(_ label: Label) -> String {
        var words: String = label.polarity.word(language)
        if !label.targets.isEmpty { words += text(" about ", " sobre ") + label.targets.phrase(language) }
        if !label.topics.isEmpty { words += " (\(codes(label.topics.map(\.name))))" }
        if let severity = label.severity { words += text(", severity ", ", gravedad ") + severity.word(language) }
        if label.confidence != 1 {
            words += text(", confidence ", ", confianza ") + NumberText.fixed(label.confidence, decimals: 2)
        }
        return words + text(", by ", ", según ") + judge(label.method)
            + (label.methodVersion.map { " (\($0))" } ?? "")
    }

    private func judge(_ method: ClassificationMethod) -> String {
        switch method {
        case .human: text("a human", "una persona")
        case .rule: text("a rule", "una regla")
        case .model: text("a model", "un modelo")
        case .imported: text("the source", "la fuente")
        }
    }
}

extension Visibility {
    fileprivate var adjective: String {
        switch self {
        case .isPublic: "pública"
        case .isPrivate: "privada"
        }
    }
}

extension Withdrawer {
    fileprivate var phrase: String {
        switch self {
        case .author: "su autor"
        case .network: "la red"
        case .house: "la casa"
        }
    }
}
