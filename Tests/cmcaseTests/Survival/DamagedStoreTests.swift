import Basics
import Glibc
import SQLite
import Testing

/// Damages a small store through SQL in seeded ways, and puts every kind of question and command to it.
///
/// What comes out is an answer or a sentence, with one of the exit codes that are documented: never a signal, a hang, or
/// SQLite's own words. `DAMAGED_STORES` says how many stores are tried; without it a short run.
@Suite("A damaged store", .timeLimit(.minutes(20)))
struct DamagedStoreTests {
    private static let questions = [
        "inbox --now 2026-12-10T00:00:00Z", "cases", "waiting", "incident list", "case show 1", "case next 2 --explain",
        "audit 1", "audit 2 --conformance", "person show twitter:ana", "cases --person 1", "search ramp", "log list",
        "log verify", "replay --check", "replay --until 20", "replay --playbook web-posting-assessment",
        "metrics conversion --explain", "metrics service", "metrics conformance", "playbook list", "doctor",
        "case note 2 hello", "import in.ndjson", "retract last --dry-run", "search --rebuild",
        "case apply lines.ndjson",
        "replay",
    ]

    private static let values = [
        "NULL", "-1", "0", "9223372036854775807", "-9223372036854775808", "4611686018427387904", "300000000000000000",
        "''",
        "'x'", "'{'", "'[1,2,3]'", "x'00'", "1e300", "'[9223372036854775807,-9223372036854775808]'",
    ]

    private static let raw = [
        "SQLite error", "no such table", "no such column", "JSON,", "Error:", "Fatal error", "malformed JSON",
        "logic error",
        "constraint failed", "vtable", "malformed database",
    ]

    private static let stores: Int = StoreCount.wanted ?? 5

    /// One store of everything, for all tests.
    private static func template() throws -> Workplace {
        let place = try Workplace()
        try place.write(lines, to: "lines.ndjson")
        try place.write(
            Line.theirs(1) + Line.ours(2, to: 1) + Line.theirs(3, by: "bob", to: 1), to: "first.ndjson")
        try place.done("init")
        let applied: String = try place.done("case", "apply", "lines.ndjson")
        #expect(applied.hasSuffix("refused 0\n"), "\(applied)")
        try place.done("import", "first.ndjson")
        try place.done("search", "ramp")
        return place
    }

    @Test("is answered or refused in a sentence, whatever was damaged")
    func damaged() throws {
        let place = try Self.template()
        try place.copy("cmcase.db", to: "whole.db")
        try place.write(
            Line.theirs(101, by: "ana") + Line.ours(102, to: 101) + Line.theirs(103, by: "bob"), to: "in.ndjson")
        for seed in 0..<UInt64(Self.stores) {
            for suffix in ["", "-wal", "-shm"] { _ = try place.shell("rm -f cmcase.db\(suffix)") }
            try place.copy("whole.db", to: "cmcase.db")
            var damage = try Damage(place.store, seed: seed)
            let done: [String] = try damage.inflict(Self.values)
            for question in Self.questions {
                let ending = try place.shell("exec timeout -s KILL 60 \(Program.path) \(question)")
                let told: String = ending.output + ending.errors
                let context = "seed \(seed): \(question): \(done): \(told.suffix(600))"
                #expect(ending.signal == nil, "\(context)")
                #expect([0, 1, 2, 3].contains(ending.code), "\(context)")
                if ending.code == 3 { #expect(ending.errors.contains("cmcase: "), "\(context)") }
                for word in Self.raw { #expect(!told.contains(word), "\(context)") }
            }
        }
    }

    @Test("says what is missing, and what to do about it")
    func sentences() throws {
        let place = try Self.template()
        try place.copy("cmcase.db", to: "whole.db")
        let trials: [(damage: String, question: String, sentence: String)] = [
            ("DROP TABLE content", "case show 1", "the table content is missing"),
            ("DROP TABLE idempotency", "case show twitter:z1", "the table idempotency is missing"),
            (
                "DROP TRIGGER content_is_never_updated; UPDATE content SET body = '{'", "case show 1",
                "of the table content"
            ),
            ("UPDATE idempotency SET count = 9223372036854775807", "case show twitter:z1", "of the table idempotency"),
            ("UPDATE case_row_a SET tags = '{' WHERE number = 1", "cases", "`cmcase replay` makes it anew"),
            ("DROP TABLE search_index_data", "search ramp", "`cmcase search --rebuild`"),
            (
                "DROP TRIGGER event_is_never_updated; UPDATE event SET occurred_at = 9223372036854775807 WHERE position = 9",
                "audit 1", "the event at position 9 has a position, a version or a time that can't be"
            ),
        ]
        for (damage, question, sentence) in trials {
            try place.copy("whole.db", over: "cmcase.db")
            try Damage.run(damage, on: place.store)
            let ending = try place.run(question.split(separator: " ").map(String.init))
            #expect(ending.code == 3, "\(damage): \(ending.output)\(ending.errors)")
            #expect(ending.errors.contains(sentence), "\(damage): \(ending.errors)")
        }
        try place.copy("whole.db", over: "cmcase.db")
        try Damage.run("DROP TABLE search_index_data", on: place.store)
        try place.done("search", "--rebuild")
        #expect(try place.done("search", "ramp").contains("ramp"))
    }

    @Test("is not called intact where a table or an event is missing, and sums of damaged counts end nothing")
    func missing() throws {
        let place = try Self.template()
        try place.copy("cmcase.db", to: "whole.db")
        let trials: [(damage: String, sentence: String)] = [
            ("DROP TABLE content", "the table content is missing"),
            (
                "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = 5",
                "the last one is at position"
            ),
        ]
        for (damage, sentence) in trials {
            try place.copy("whole.db", over: "cmcase.db")
            try Damage.run(damage, on: place.store)
            let ending = try place.run("doctor")
            #expect(ending.code == 1, "\(damage): \(ending)")
            #expect(ending.output.contains(sentence), "\(damage): \(ending.output)")
        }
        try place.copy("whole.db", over: "cmcase.db")
        try Damage.run("UPDATE case_row_a SET mentions = 9223372036854775807", on: place.store)
        #expect(try place.run("person", "show", "twitter:ana").signal == nil)
    }

    private static let lines = """
        {"do":"capture","channel":"twitter","id":"z1","author":"ana","handle":"ana_r","name":"Ana R","text":"no ramp at the station","at":"2026-03-02T09:00:00Z","brand":"Luna"}
        {"do":"classify","case":1,"polarity":"complaint","targets":["product","brand"],"topics":["ramp"],"severity":"medium","at":"2026-03-02T09:10:00Z"}
        {"do":"assign","case":1,"to":"eva","at":"2026-03-02T09:11:00Z"}
        {"do":"prioritise","case":1,"priority":"high","at":"2026-03-02T09:12:00Z"}
        {"do":"tag","case":1,"tag":"vip","at":"2026-03-02T09:13:00Z"}
        {"do":"acknowledge","case":1,"at":"2026-03-02T09:20:00Z"}
        {"do":"reply","case":1,"text":"we bring one","visibility":"public","purpose":"help","at":"2026-03-02T10:00:00Z"}
        {"do":"investigate","case":1,"sources":["public-profile"],"at":"2026-03-02T10:10:00Z"}
        {"do":"assess","case":1,"founded":true,"grounds":["broken-promise"],"signals":["photo","earlier-complaint"],"at":"2026-03-02T10:20:00Z"}
        {"do":"forecast","case":1,"forecast":"favourable","basis":"repair-date","at":"2026-03-02T10:30:00Z"}
        {"do":"escalate","case":1,"to":"stations","level":2,"at":"2026-03-02T10:40:00Z"}
        {"do":"snooze","case":1,"until":"2026-03-05T00:00:00Z","at":"2026-03-02T10:50:00Z"}
        {"do":"wake","case":1,"at":"2026-03-03T10:50:00Z"}
        {"do":"note","case":1,"note":"called her","at":"2026-03-03T11:00:00Z"}
        {"do":"schedule-follow-up","case":1,"due":"2026-03-10T00:00:00Z","purpose":"evolution","at":"2026-03-03T11:10:00Z"}
        {"do":"capture","channel":"twitter","id":"z2","author":"leo","text":"no ramp either","at":"2026-03-02T11:00:00Z"}
        {"do":"capture","channel":"twitter","id":"z3","author":"leo","text":"me too","parent":"z1","at":"2026-03-02T11:30:00Z"}
        {"do":"merge","case":2,"from":3,"at":"2026-03-02T11:40:00Z"}
        {"do":"declare-incident","cases":[1,2],"level":2,"at":"2026-03-02T12:00:00Z"}
        {"do":"offer-survey","person":"twitter:ana","instrument":"NPS","case":1,"at":"2026-03-02T13:00:00Z"}
        {"do":"answer-survey","person":"twitter:ana","score":9,"at":"2026-03-02T14:00:00Z"}
        {"do":"capture","channel":"facebook","id":"f1","author":"ana.fb","text":"thanks","at":"2026-03-04T09:00:00Z"}
        {"do":"capture","channel":"facebook","id":"f2","author":"ana.fb","text":"and the lift?","parent":"f1","at":"2026-03-04T09:30:00Z"}
        {"do":"link","person":1,"other":3,"basis":"given","at":"2026-03-04T10:00:00Z"}
        {"do":"assess-author","person":2,"as":"suspected-troll","evidence":["same-words-elsewhere","new-account"],"at":"2026-03-04T10:10:00Z"}
        {"do":"record-evidence","person":2,"kind":"public-recommendation","at":"2026-03-04T10:20:00Z"}
        {"do":"classify","case":4,"polarity":"positive","at":"2026-03-04T10:30:00Z"}
        {"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"customer","at":"2026-03-05T10:00:00Z"}
        {"do":"publish","case":1,"note":"the ramp is there","at":"2026-03-05T11:00:00Z"}
        {"do":"complete-follow-up","case":1,"finding":"quiet","at":"2026-03-12T10:00:00Z"}
        {"do":"capture","channel":"twitter","id":"z9","author":"brand","direction":"ours","parent":"zz","text":"hello","at":"2026-03-02T16:00:00Z"}
        {"do":"capture","channel":"twitter","id":"z4","author":"mia","text":"is this spam","at":"2026-03-06T16:00:00Z"}
        {"do":"dismiss","case":5,"as":"spam","at":"2026-03-06T16:10:00Z"}
        {"do":"capture","channel":"twitter","id":"z5","author":"max","text":"late again refund","at":"2026-03-07T16:00:00Z"}
        {"do":"classify","case":6,"polarity":"complaint","targets":["product"],"at":"2026-03-07T16:10:00Z"}
        {"do":"split","case":4,"mentions":["facebook:f2"],"at":"2026-03-08T16:10:00Z"}
        {"do":"snooze","case":6,"until":"2027-03-05T00:00:00Z","at":"2026-03-08T10:50:00Z"}

        """
}

/// How many stores a long run tries.
private enum StoreCount {
    static var wanted: Int? { getenv("DAMAGED_STORES").flatMap { Int(String(cString: $0)) } }
}

extension Workplace {
    fileprivate func copy(_ name: String, over other: String) throws {
        _ = try shell("rm -f \(other) \(other)-wal \(other)-shm")
        try copy(name, to: other)
    }
}

/// Changes a store's file behind the program's back.
private struct Damage {
    private let connection: Connection
    private var random: SplitMix64

    init(_ path: String, seed: UInt64) throws {
        connection = try Connection(path: path, mode: .readWrite)
        try connection.execute("PRAGMA ignore_check_constraints = ON; PRAGMA journal_mode = DELETE")
        random = SplitMix64(seed: seed)
    }

    static func run(_ statements: String, on path: String) throws {
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.execute("PRAGMA journal_mode = DELETE")
        try connection.execute(statements)
        connection.close(checkpointing: false)
    }

    /// Does one or two things, and says which.
    mutating func inflict(_ values: [String]) throws -> [String] {
        defer { connection.close(checkpointing: false) }
        for trigger in try names("type = 'trigger'") { try connection.execute("DROP TRIGGER \(trigger)") }
        let tables: [String] = try names("type = 'table' AND name NOT LIKE 'sqlite%'")
        var done: [String] = []
        while done.count < 1 + Int(random.next() % 2) {
            guard
                let table = (tables + ["event", "event", "event", "content", "case_row_a"]).randomElement(
                    using: &random)
            else { break }
            let statement: String = try self.statement(on: table, values)
            // What the schema forbids can't be met in a store.
            guard (try? connection.execute(statement)) != nil else { continue }
            done.append(statement)
        }
        return done
    }

    private mutating func statement(on table: String, _ values: [String]) throws -> String {
        let columns: [String] = try strings("SELECT name FROM pragma_table_info('\(table)')")
        let value: String = values.randomElement(using: &random) ?? "NULL"
        let column: String = columns.randomElement(using: &random) ?? "rowid"
        let key: String = columns.first ?? "rowid"
        let place = Int64(1 + random.next() % 60)
        let row =
            "WHERE \(key) = (SELECT \(key) FROM \(table) LIMIT 1 OFFSET \(place) % (SELECT count(*) FROM \(table)))"
        let one: String = table == "event" || table == "content" ? "WHERE position = \(place)" : row
        switch random.next() % 20 {
        case 0..<7 where table == "event":
            let fields = try strings("SELECT key FROM event, json_each(payload) WHERE position = \(place)")
            guard let field = fields.randomElement(using: &random) else { fallthrough }
            return "UPDATE event SET payload = json_set(payload, '$.\(field)', \(value)) WHERE position = \(place)"
        case 0..<12: return "UPDATE \(table) SET \(column) = \(value) \(one)"
        case 12..<15: return "UPDATE \(table) SET \(column) = \(value)"
        case 15..<17: return "DELETE FROM \(table) \(one)"
        case 17: return "DELETE FROM \(table)"
        case 18: return "DROP TABLE \(table)"
        default: return "PRAGMA user_version = \(["-1", "0", "5", "-2147483648"].randomElement(using: &random) ?? "0")"
        }
    }

    private func names(_ condition: String) throws -> [String] {
        try strings("SELECT name FROM sqlite_schema WHERE \(condition) ORDER BY name")
    }

    private func strings(_ sql: String) throws -> [String] {
        let statement = try Statement.preparing(sql, on: connection)
        var strings: [String] = []
        while try statement.step() { strings.append(statement.string(0)) }
        return strings
    }
}
