import CaseModel

/// Persons.
extension EventSentence {
    func told(_ event: PersonIdentified) -> String {
        if event.isNobody {
            return text(
                "Person \(event.person) is met on \(event.channel.name) under a name that names nobody",
                "La persona \(event.person) aparece en \(event.channel.name) con un nombre que no es de nadie")
        }
        return text(
            "Person \(event.person) is met on \(event.channel.name)",
            "La persona \(event.person) aparece en \(event.channel.name)")
    }

    func told(_ event: IdentityLinked) -> String {
        text(
            "Person \(event.other) is known as person \(event.person), basis \(event.basis.rawValue)",
            "La persona \(event.other) pasa a conocerse como la persona \(event.person) (\(event.basis.spanish))")
    }

    func told(_ event: IdentityUnlinked) -> String {
        text(
            "Person \(event.other) is known as themselves again, not as \(event.person)",
            "La persona \(event.other) vuelve a conocerse por sí misma, no como la \(event.person)")
    }

    func told(_ event: AuthorAssessed) -> String {
        text(
            "The author was judged \(event.assessment.rawValue)",
            "Se valoró al autor como \(event.assessment.spanish)")
            + (event.evidence.isEmpty ? "" : text("; seen: ", "; indicios: ") + codes(event.evidence))
            + (event.expires.map { text("; until ", "; hasta ") + time($0) } ?? "")
    }

    func told(_ event: SurveyOffered) -> String {
        text(
            "Asked how content they are (\(event.instrument.rawValue), offer \(event.offer))",
            "Se ofreció una encuesta de satisfacción (\(event.instrument.rawValue), oferta \(event.offer))")
    }

    func told(_ event: SurveyAnswered) -> String {
        text(
            "Answered \(event.instrument.rawValue) offer \(event.offer): \(event.score), "
                + "from \(event.minimum) to \(event.maximum)",
            "Contestó la encuesta \(event.instrument.rawValue), oferta \(event.offer): \(event.score), "
                + "de \(event.minimum) a \(event.maximum)")
    }

    func told(_ event: StanceEvidenced) -> String {
        text(
            "Shows as a \(event.stance.rawValue) by \(event.kind.rawValue)",
            "Muestra su postura: \(event.stance.spanish), por \(event.kind.spanish)")
    }

    func told(_ event: PersonErased) -> String {
        text(
            "The person was erased (\(event.scope.rawValue)), by \(event.legalBasis)",
            "Se borró a la persona (\(event.scope.spanish)), según \(event.legalBasis)")
    }

    func told(_ event: ContentErased) -> String {
        text(
            "The words of \(event.positions.count) events were erased",
            "Se borraron las palabras de \(SpanishNoun.evento.counted(event.positions.count))")
    }

    func told(_ event: ContentRedacted) -> String {
        text("The words of #\(event.position) were redacted", "Se tacharon palabras de #\(event.position)")
    }

    func told(_ event: LegalHoldSet) -> String {
        text(
            "A legal hold forbids erasing, by \(event.legalBasis)",
            "Una retención legal prohíbe borrar, según \(event.legalBasis)")
    }

    func told(_ event: LegalHoldLifted) -> String {
        text("The legal hold is lifted", "Se levantó la retención legal")
    }

    func told(_ event: AccountGone) -> String {
        text("The account is gone (\(event.reason.rawValue))", "La cuenta ya no existe (\(event.reason.spanish))")
    }
}
