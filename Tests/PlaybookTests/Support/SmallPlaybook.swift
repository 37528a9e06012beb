import Playbook

/// The YAML of a playbook with one table, whose rules a test gives.
struct SmallPlaybook {
    var hit = "first"
    var inputs = "[turn, silent]"
    var rules: [String]
    /// Further tables, as they stand in the file.
    var more = ""

    /// Rules numbered in order: each of them `{when} action`.
    init(hit: String = "first", inputs: String = "[turn, silent]", _ rules: String..., more: String = "") {
        self.hit = hit
        self.inputs = inputs
        self.rules = rules
        self.more = more
    }

    static let head = """
        name: small
        version: "1"
        title: {en: small, es: pequeño}
        start: A
        parameters: {reachThreshold: 100 people, turns: 1 reply, silence: 3 days, horizon: 30 days, evolution: 1 day,
          sooner: 12 hours, recurrence: 30 minutes, guidance: 2 days}
        inputs:
          turn: [opening, theirs, ours]
          silent: [yes, no]
          place: [public, private]
        tables:

        """

    var yaml: String {
        let numbered: String = rules.enumerated().map {
            "      - {id: A.\($0.offset + 1), en: a, es: a, \($0.element)}\n"
        }
        .joined()
        return Self.head + "  - id: A\n    title: {en: a, es: a}\n    hit: \(hit)\n    inputs: \(inputs)\n    rules:\n"
            + numbered + more
    }

    func playbook() throws -> Playbook { try Playbook(yaml: yaml, source: "small.yaml") }

    /// What the checker says of it, without the inputs that nothing asks.
    func findings() throws -> [String] {
        let playbook = try playbook()
        return PlaybookCheck(playbook).findings.filter { finding in
            if case .inputNotAsked = finding.kind { return false }
            return true
        }.map { $0.sentence(in: playbook) }
    }
}
