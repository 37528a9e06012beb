internal import CaseModel
import YAML

/// Reads tables and rules. References to tables are resolved, because all ids are read first.
struct PlaybookReader {
    private(set) var inputs: [SituationInput] = []
    private(set) var tables: [DecisionTable] = []
    private(set) var rules: [Rule] = []
    private(set) var missingTables: [Playbook.MissingTable] = []
    private var places: [String: Int] = [:]

    init(_ root: YAMLNode) throws(YAMLError) {
        try readInputs(root.requiredSection("inputs"))
        let sections: [YAMLNode] = try root.sections("tables", atMost: 200)
        for (index, section) in sections.enumerated() {
            let id = try section.requiredScalar("id")
            guard places.updateValue(index, forKey: id.text) == nil else { throw id.error(.twice(id.text)) }
        }
        for section in sections { try readTable(section) }
        var ids: Set<String> = []
        for rule in rules where !ids.insert(rule.id).inserted {
            throw root.error(.twice(rule.id), key: "tables")
        }
    }

    /// The index of the start table.
    func start(_ name: YAMLNode) throws(YAMLError) -> Int {
        guard let start = places[name.text] else { throw name.unknown(tables.map(\.id)) }
        return start
    }

    private mutating func readInputs(_ section: YAMLNode) throws(YAMLError) {
        for (key, value) in try section.members() {
            let input: SituationInput = try key.input()
            var declared: UInt128 = 0
            for value in try value.values() { declared |= try value.bit(of: input) }
            let missing: [String] = input.values.enumerated().filter { declared >> $0.offset & 1 == 0 }.map(
                \.element.name)
            guard missing.isEmpty else { throw section.error(.incomplete(missing: missing), key: key.text) }
            inputs.append(input)
        }
    }

    private mutating func readTable(_ section: YAMLNode) throws(YAMLError) {
        try section.allow(["id", "title", "hit", "issue", "inputs", "rules"])
        let id: String = try section.requiredScalar("id").text
        var asked: [SituationInput] = []
        for name in try section.values("inputs") {
            let input: SituationInput = try name.input()
            guard inputs.contains(input) else { throw name.unknown(inputs.map(\.name)) }
            guard !asked.contains(input) else { throw name.error(.twice(input.name)) }
            asked.append(input)
        }
        let first: Int = rules.count
        let place: Int = tables.count
        for rule in try section.sections("rules", atMost: 500) { try readRule(rule, of: place, id, asking: asked) }
        guard rules.count <= 2000 else { throw section.error(.tooMany("rules", limit: 2000)) }
        tables.append(
            DecisionTable(
                id: id, title: try section.requiredSection("title").localizedText(),
                hitPolicy: try section.scalar("hit")?.named() ?? .unique, inputs: asked,
                issue: try section.scalar("issue")?.named(), rules: first..<rules.count, line: section.line))
    }

    private mutating func readRule(
        _ section: YAMLNode, of table: Int, _ tableID: String, asking: [SituationInput]
    ) throws(YAMLError) {
        try section.allow([
            "id", "s", "when", "action", "visibility", "purpose", "as", "clock", "after", "go", "en", "es",
        ])
        let id = try section.requiredScalar("id")
        guard id.text.hasPrefix(tableID + "."), Int(id.text.dropFirst(tableID.count + 1)) != nil else {
            throw id.error(.wrongShape(expected: "the id of its table and a number, as in \(tableID).1"))
        }
        var rows: [SituationSet] = []
        if section.has("when") {
            for row in try section.sections("when", atMost: 50) { rows.append(try readRow(row, asking: asking)) }
        } else {
            rows = [.all]
        }
        var themes: [Int] = []
        for theme in try section.values("s") { themes.append(try theme.theme()) }
        let effect: Rule.Effect = try readEffect(section, rule: rules.count)
        rules.append(
            Rule(
                id: id.text, themes: themes, rows: rows, effect: effect,
                reason: LocalizedText(
                    en: try section.scalar("en")?.text ?? "", es: try section.scalar("es")?.text ?? ""),
                table: table, line: section.line))
    }

    /// Reads a conjunction: `{polarity: complaint, author: [customer, unknown], turn: {not: ours}}`.
    private func readRow(
        _ section: YAMLNode, asking: [SituationInput]
    ) throws(YAMLError) -> SituationSet {
        var row = SituationSet.all
        for (key, value) in try section.members() {
            let input: SituationInput = try key.input()
            guard asking.contains(input) else { throw section.error(.undeclared(key.text), key: key.text) }
            var bits: UInt128 = 0
            if value.isMapping {
                try value.allow(["not"])
                for value in try value.values("not") { bits |= try value.bit(of: input) }
                bits = SituationSet.all[input] & ~bits
            } else {
                for value in try value.values() { bits |= try value.bit(of: input) }
            }
            guard bits != 0 else { throw section.error(.wrongShape(expected: "at least one value"), key: key.text) }
            row[input] = bits
        }
        return row
    }

    private mutating func readEffect(_ section: YAMLNode, rule: Int) throws(YAMLError) -> Rule.Effect {
        var effect = Rule.Effect()
        let action: Action = try section.scalar("action")?.named() ?? .none
        effect.action = action
        if let visibility = try section.scalar("visibility") {
            if let fixed = Visibility(rawValue: visibility.text) {
                effect.visibility = .fixed(fixed)
            } else if let table = place(of: visibility.text, rule) {
                effect.visibility = .asTable(table)
            }
        }
        if let purpose = try section.scalar("purpose") {
            if action == .scheduleFollowUp || action == .completeFollowUp {
                effect.looksFor = try purpose.named()
            } else if action.speaks {
                effect.purpose = try purpose.named()
            } else {
                throw purpose.error(.notWith(action: action.rawValue))
            }
        }
        if let ground = try section.scalar("as") {
            guard action == .dismiss else { throw ground.error(.notWith(action: action.rawValue)) }
            effect.ground = try ground.named()
        }
        if let clock = try section.scalar("clock") { effect.clock = try clock.clock() }
        if let delay = try section.scalar("after") {
            let times: [PlaybookParameter] = PlaybookParameter.allCases.filter { $0.unit == .time }
            guard let parameter = times.first(where: { $0.rawValue == delay.text }) else {
                throw delay.unknown(times.map(\.rawValue))
            }
            effect.delay = parameter
        }
        for next in try section.values("go") {
            if let table = place(of: next.text, rule) { effect.next.append(table) }
        }
        if !section.has("action"), !section.has("go"), effect.visibility == nil {
            throw section.error(.init("a rule needs an action, a visibility or a table to go to"))
        }
        return effect
    }

    private mutating func place(of table: String, _ rule: Int) -> Int? {
        if let place = places[table] { return place }
        missingTables.append(Playbook.MissingTable(rule: rule, table: table))
        return nil
    }
}
