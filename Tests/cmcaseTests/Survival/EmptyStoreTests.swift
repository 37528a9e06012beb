import Testing

/// Every question there is, put to stores that have nothing to answer with.
@Suite("A store with nothing in it", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct EmptyStoreTests {
    /// Questions on everything: their answer is that there is nothing.
    private static let general = [
        "inbox --json", "inbox --overdue --mine --actor eva", "inbox --history", "cases", "cases --merged --csv",
        "waiting --json",
        "incident list", "incident list --all", "search refund", "search refund --channel twitter", "log",
        "log list --newest",
        "log verify", "replay --check", "replay --as-of 2026-01-01T00:00:00Z",
        "replay --playbook web-posting-assessment", "metrics conversion", "metrics conversion --explain --by channel",
        "metrics service", "metrics service --by brand", "metrics conformance",
        "metrics conformance --until-position 0",
        "playbook list", "playbook show", "calendar show", "service-level show", "doctor",
    ]

    /// Questions on one case, person or event: there is none, and that is said.
    private static let particular = [
        "case show 1", "case show K3F9ZQ2M", "case show twitter:1", "case next 1", "case next K3F9ZQ2M", "audit 1",
        "audit K3F9ZQ2M", "audit twitter:1 --conformance", "audit 1 --diff 1 2", "person show 1",
        "person show twitter:ana",
        "cases --person twitter:ana", "search refund --person twitter:ana", "retract last",
        "retract 1", "case note 1 words", "case note K3F9ZQ2M words", "incident close 1", "person assess 1 customer",
    ]

    /// Questions that look at rows of projections, each in another way.
    private static let onRows = [
        "inbox", "cases --json", "waiting", "incident list", "search refund", "metrics conversion",
        "metrics service --json",
        "metrics conformance", "playbook list", "doctor", "case show K3F9ZQ2M", "case show twitter:1",
        "audit twitter:1 --conformance", "person show twitter:ana", "cases --person twitter:ana", "retract last",
        "case note K3F9ZQ2M words",
    ]

    private static let stores: [(name: String, statements: String)] = [
        ("as init leaves it", ""),
        ("without a projection", dropped + "DELETE FROM projection;"),
        ("whose projections are another version's", "UPDATE projection SET version = version + 1;"),
        ("of which the tables are missing", dropped),
    ]

    /// What drops the tables of the projections and their views.
    private static let dropped = [
        "author", "case", "evidence", "import", "incident_case", "incident", "link", "person", "policy", "survey",
        "waiting",
    ].map { "DROP VIEW IF EXISTS \($0)_row; DROP TABLE IF EXISTS \($0)_row_a; DROP TABLE IF EXISTS \($0)_row_b;" }
        .joined(separator: "\n")

    private static let raw = ["SQLite error", "no such", "JSON", "Error:", "Fatal", "error 1"]

    @Test("answers every question, or says in a sentence that it isn't there", arguments: stores.map(\.name))
    func questions(store: String) throws {
        let place = try Workplace()
        try place.done("init")
        let statements: String = try #require(Self.stores.first { $0.name == store }).statements
        #expect(try place.sqlite(statements).errors == "")
        // As init leaves it, everything is asked; of the others, what rests on the tables that aren't there.
        let questions: [String] =
            store == Self.stores[0].name ? Self.general + Self.particular : Self.onRows
        for question in questions {
            let ending = try place.run(question.split(separator: " ").map(String.init))
            let told: String = ending.output + ending.errors
            for word in Self.raw { #expect(!told.contains(word), "\(store): \(question): \(told)") }
            #expect(ending.signal == nil, "\(store): \(question) ended by a signal: \(told)")
            if Self.particular.contains(question) {
                #expect(ending.code == 2, "\(store): \(question): \(told)")
                #expect(!ending.errors.isEmpty, "\(store): \(question)")
            } else if question == "doctor" {
                #expect([0, 1].contains(ending.code), "\(store): \(question): \(told)")
            } else {
                #expect(ending.code == 0, "\(store): \(question): \(told)")
            }
        }
    }

    @Test("has the views that other programs read, from init on")
    func views() throws {
        let place = try Workplace()
        try place.done("init")
        for table in ["case", "person", "waiting", "evidence", "link", "policy", "import", "incident", "incident_case"]
        {
            let counted = try place.sqlite("SELECT count(*) FROM \(table)_row")
            #expect(counted.output == "0\n", "\(counted.errors)")
        }
        #expect(try place.run("doctor").code == 0)
    }
}
