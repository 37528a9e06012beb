import CaseModel

/// The book of the house.
extension EventSentence {
    func told(_ event: PlaybookAdopted) -> String { adopted(text("Playbook", "el protocolo"), event.policy) }
    func told(_ event: CalendarAdopted) -> String { adopted(text("Calendar", "el calendario"), event.policy) }
    func told(_ event: ServiceLevelAdopted) -> String {
        adopted(text("Service level", "el nivel de servicio"), event.policy)
    }
    func told(_ event: TaxonomyAdopted) -> String { adopted(text("Taxonomy", "la taxonomía"), event.policy) }

    func told(_ event: ImportCompleted) -> String {
        let (english, spanish): (String, String) =
            switch event.work {
            case .history: ("", "")
            case .live: (" as today's work", " como trabajo de hoy")
            case .liveSince(let moment):
                (" as today's work since \(time(moment))", " como trabajo de hoy desde \(time(moment))")
            }
        return text(
            "An import was completed\(english) (mapping \(event.mapping))",
            "Se completó una importación\(spanish) (asignación de columnas \(event.mapping))")
    }

    func told(_ event: ImportRetracted) -> String {
        text(
            "The import that was completed at #\(event.imported) was taken back; what it recorded is left out",
            "Se retiró la importación que se completó en #\(event.imported); lo que registró no cuenta")
    }

    func told(_ event: StoreRestored) -> String {
        text(
            "The store was restored from a backup that ended at #\(event.backupPosition)",
            "El almacén se restauró desde una copia que llegaba hasta #\(event.backupPosition)")
    }

    func told(_ event: IncidentDeclared) -> String {
        let count: Int = event.cases.count
        let cases: String = text(EnglishNoun.counted(count, "case"), SpanishNoun.caso.counted(count))
        guard event.isWidened else {
            return text(
                "Incident \(event.incident) declared, level \(event.level), with \(cases)",
                "Incidente \(event.incident) declarado, nivel \(event.level), con \(cases)")
        }
        if count == 0 {
            return text(
                "Incident \(event.incident) is level \(event.level) now",
                "El incidente \(event.incident) pasa al nivel \(event.level)")
        }
        return text(
            "Incident \(event.incident) widened by \(cases), level \(event.level)",
            "Incidente \(event.incident) ampliado con \(cases), nivel \(event.level)")
    }

    func told(_ event: IncidentClosed) -> String {
        text("Incident \(event.incident) is over", "El incidente \(event.incident) ha terminado")
    }

    private func adopted(_ kind: String, _ policy: PolicyVersion) -> String {
        text(
            "\(kind) \(policy.name) \(policy.version) was adopted, for cases from \(time(policy.effectiveFrom)) on",
            "Se adoptó \(kind) \(policy.name) \(policy.version), para los casos que se abran desde "
                + time(policy.effectiveFrom))
    }
}
