import CaseModel

extension Told {
    static let book: [Told] = [
        Told(
            .playbookAdopted(PlaybookAdopted(policy: policy)),
            en: "Playbook house 2 was adopted, for cases from 2026-03-02 10:15:00 +00:00 on",
            es: "Se adoptó el protocolo house 2, para los casos que se abran desde 2026-03-02 10:15:00 +00:00"),
        Told(
            .calendarAdopted(CalendarAdopted(policy: policy)),
            en: "Calendar house 2 was adopted, for cases from 2026-03-02 10:15:00 +00:00 on",
            es: "Se adoptó el calendario house 2, para los casos que se abran desde 2026-03-02 10:15:00 +00:00"),
        Told(
            .serviceLevelAdopted(ServiceLevelAdopted(policy: policy)),
            en: "Service level house 2 was adopted, for cases from 2026-03-02 10:15:00 +00:00 on",
            es: "Se adoptó el nivel de servicio house 2, para los casos que se abran desde "
                + "2026-03-02 10:15:00 +00:00"),
        Told(
            .taxonomyAdopted(TaxonomyAdopted(policy: policy)),
            en: "Taxonomy house 2 was adopted, for cases from 2026-03-02 10:15:00 +00:00 on",
            es: "Se adoptó la taxonomía house 2, para los casos que se abran desde 2026-03-02 10:15:00 +00:00"),
        Told(
            .importCompleted(
                ImportCompleted(mapping: "canonical", sha256: "", from: nil, until: nil, counts: ImportCounts())),
            en: "An import was completed (mapping canonical)",
            es: "Se completó una importación (asignación de columnas canonical)"),
        Told(
            .importCompleted(
                ImportCompleted(
                    mapping: "canonical", sha256: "", from: nil, until: nil, counts: ImportCounts(), work: .live)),
            en: "An import was completed as today's work (mapping canonical)",
            es: "Se completó una importación como trabajo de hoy (asignación de columnas canonical)"),
        Told(
            .importRetracted(ImportRetracted(imported: Position(900), first: Position(20))),
            en: "The import that was completed at #900 was taken back; what it recorded is left out",
            es: "Se retiró la importación que se completó en #900; lo que registró no cuenta"),
        Told(
            .storeRestored(StoreRestored(backupPosition: Position(1200), reason: "disk-lost")),
            en: "The store was restored from a backup that ended at #1200",
            es: "El almacén se restauró desde una copia que llegaba hasta #1200"),
        Told(
            .incidentDeclared(IncidentDeclared(incident: 1, trigger: nil, level: 3, cases: [CaseNumber(12)])),
            en: "Incident 1 declared, level 3, with 1 case",
            es: "Incidente 1 declarado, nivel 3, con 1 caso"),
        Told(
            .incidentDeclared(
                IncidentDeclared(
                    incident: 1, trigger: nil, level: 3, cases: [CaseNumber(12), CaseNumber(13)], isWidened: true)),
            en: "Incident 1 widened by 2 cases, level 3", es: "Incidente 1 ampliado con 2 casos, nivel 3"),
        Told(
            .incidentDeclared(IncidentDeclared(incident: 1, trigger: nil, level: 4, cases: [], isWidened: true)),
            en: "Incident 1 is level 4 now", es: "El incidente 1 pasa al nivel 4"),
        Told(
            .incidentClosed(IncidentClosed(incident: 1)), en: "Incident 1 is over",
            es: "El incidente 1 ha terminado"),
    ]

    private static let policy = PolicyVersion(name: "house", version: "2", sha256: "", effectiveFrom: time)
}
