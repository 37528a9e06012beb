import CaseModel

/// The handling of a complaint.
extension EventSentence {
    func told(_ event: ComplaintAcknowledged) -> String {
        text("The person was told that their complaint is heard", "Se acusó recibo de la queja")
    }

    func told(_ event: AuthorInvestigated) -> String {
        text("Looked into who writes: ", "Se averiguó quién escribe: ")
            + event.sources.map(source).joined(separator: text(" and ", " y "))
    }

    func told(_ event: ComplaintAssessed) -> String {
        text(
            "The complaint was judged \(event.founded ? "founded" : "not founded")",
            "La queja se valoró como \(event.founded ? "fundada" : "sin fundamento")")
            + listed(event.grounds, text("grounds", "motivos")) + listed(event.signals, text("signals", "indicios"))
    }

    func told(_ event: OutcomeForecast) -> String {
        switch event.forecast {
        case .favourable: text("Expected to end favourably", "Se prevé un desenlace favorable") + basis(event)
        case .unfavourable: text("Expected to end unfavourably", "Se prevé un desenlace desfavorable") + basis(event)
        case .unknown: text("Expected to end one way or the other", "No se sabe cómo acabará") + basis(event)
        }
    }

    func told(_ event: ProblemIdentified) -> String {
        text("The problem was identified: \(event.cause)", "Problema identificado: \(event.cause)")
            + (event.product.map { text(", product \($0)", ", producto: \($0)") } ?? "")
            + (event.severity.map { text(", severity \($0.rawValue)", ", gravedad \($0.spanish)") } ?? "")
    }

    func told(_ event: PlanExplained) -> String {
        text("The person was told what will be done", "Se le explicó qué se hará")
            + (event.by.map { text(", by \(time($0))", ", a más tardar el \(time($0))") } ?? "")
    }

    func told(_ event: HelpProvided) -> String {
        text("We helped with the product ourselves", "Ayudamos nosotros mismos con el producto")
    }

    func told(_ event: GuidanceGiven) -> String {
        text(
            "We could not help, and said whom to contact and which steps to take",
            "No podíamos ayudar, e indicamos con quién contactar y qué pasos dar")
            + (event.followUpAt.map { text("; we ask again \(time($0))", "; volvemos a preguntar el \(time($0))") }
                ?? "")
    }

    func told(_ event: CaseEscalated) -> String {
        text(
            "Escalated to \(event.to), level \(event.level) of 4", "Escalado a \(event.to), nivel \(event.level) de 4")
    }

    func told(_ event: ResolutionPublished) -> String {
        text("How it ended was shown in public", "Se publicó cómo se resolvió")
    }

    private func source(_ source: InvestigationSource) -> String {
        switch source {
        case .publicProfile: text("their public profile", "su perfil público")
        case .ownHistory: text("our own history with them", "su historial con nosotros")
        }
    }

    private func listed(_ words: [String], _ name: String) -> String {
        words.isEmpty ? "" : "; \(name): \(codes(words))"
    }

    private func basis(_ event: OutcomeForecast) -> String {
        event.basis.map { text(", because of \($0)", ", por \($0)") } ?? ""
    }
}
