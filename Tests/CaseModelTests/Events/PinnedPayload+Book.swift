import CaseModel

extension PinnedPayload {
    static let book: [PinnedPayload] = [
        PinnedPayload("PlaybookAdopted", .playbookAdopted(PlaybookAdopted(policy: policy)), policyJSON),
        PinnedPayload("CalendarAdopted", .calendarAdopted(CalendarAdopted(policy: policy)), policyJSON),
        PinnedPayload("ServiceLevelAdopted", .serviceLevelAdopted(ServiceLevelAdopted(policy: policy)), policyJSON),
        PinnedPayload("TaxonomyAdopted", .taxonomyAdopted(TaxonomyAdopted(policy: policy)), policyJSON),
        PinnedPayload(
            "ImportCompleted",
            .importCompleted(
                ImportCompleted(
                    mapping: "support-threads", sha256: sha256, from: Timestamp(microseconds: -1), until: time,
                    counts: counts)),
            """
            {"mapping":"support-threads",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "from":-1,"until":1700000000123456,"read":1,"mentions":2,"replies":3,"unattached":4,"duplicates":5,\
            "conflicts":6,"revised":7,"reposts":8,"rejected":9,"casesOpened":10}
            """),
        PinnedPayload(
            "ImportCompleted",
            .importCompleted(
                ImportCompleted(
                    mapping: "canonical", sha256: sha256, from: nil, until: nil, counts: counts,
                    work: .liveSince(time))),
            """
            {"mapping":"canonical",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "read":1,"mentions":2,"replies":3,"unattached":4,"duplicates":5,\
            "conflicts":6,"revised":7,"reposts":8,"rejected":9,"casesOpened":10,\
            "live":true,"liveSince":1700000000123456}
            """),
        PinnedPayload(
            "ImportRetracted", .importRetracted(ImportRetracted(imported: Position(900), first: Position(20))),
            #"{"imported":900,"first":20}"#),
        PinnedPayload(
            "StoreRestored",
            .storeRestored(StoreRestored(backupPosition: Position(1200), reason: "disk-lost")),
            #"{"backupPosition":1200,"reason":"disk-lost"}"#),
        PinnedPayload(
            "IncidentDeclared",
            .incidentDeclared(
                IncidentDeclared(
                    incident: 1, trigger: "topic-surge", level: 3, cases: [CaseNumber(12), CaseNumber(15)])),
            #"{"incident":1,"trigger":"topic-surge","level":3,"cases":[12,15]}"#),
        PinnedPayload(
            "IncidentDeclared",
            .incidentDeclared(IncidentDeclared(incident: 2, trigger: nil, level: 1, cases: [])),
            #"{"incident":2,"level":1,"cases":[]}"#),
        PinnedPayload(
            "IncidentDeclared",
            .incidentDeclared(IncidentDeclared(incident: 2, trigger: nil, level: 4, cases: [], isWidened: true)),
            #"{"incident":2,"level":4,"cases":[],"widened":true}"#),
        PinnedPayload("IncidentClosed", .incidentClosed(IncidentClosed(incident: 1)), #"{"incident":1}"#),
    ]

    private static let policy = PolicyVersion(name: "house", version: "2", sha256: sha256, effectiveFrom: time)

    private static let policyJSON = """
        {"name":"house","version":"2",\
        "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
        "effectiveFrom":1700000000123456}
        """

    private static var counts: ImportCounts {
        var counts = ImportCounts()
        counts.read = 1
        counts.mentions = 2
        counts.replies = 3
        counts.unattached = 4
        counts.duplicates = 5
        counts.conflicts = 6
        counts.revised = 7
        counts.reposts = 8
        counts.rejected = 9
        counts.casesOpened = 10
        return counts
    }
}
