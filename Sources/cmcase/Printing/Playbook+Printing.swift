import CaseModel
import JSON
import Playbook
import Terminal

extension Playbook {
    /// Prints its parameters and its tables, rule by rule; or one table.
    func printText(_ language: Language, _ terminal: TerminalSettings, only id: String?) {
        let palette = terminal.palette
        let width: Int = max(terminal.width ?? 100, 40)
        if id == nil {
            StandardOutput.line(
                palette.paint("\(name) \(version)", .heading) + "  " + SafeText.safe(title[language]))
            for parameter in PlaybookParameter.allCases {
                StandardOutput.line(
                    "  \(parameter.label[language]): \(parameter.text(parameters[parameter], language))")
            }
        }
        for table in tables where id == nil || table.id == id {
            if id == nil { StandardOutput.line() }
            StandardOutput.line(
                palette.paint("\(table.id)  \(SafeText.safe(table.title[language]))", .heading)
                    + palette.paint("  (\(table.hitPolicy.label[language]))", .muted))
            for rule in rules[table.rules] { printRule(rule, table, language, palette, width) }
        }
    }

    private func printRule(
        _ rule: Rule, _ table: DecisionTable, _ language: Language, _ palette: Palette, _ width: Int
    ) {
        let indent: String = String(repeating: " ", count: 10)
        let head: String = "  " + rule.id.padded(toWidth: 8)
        let condition: [String] = rule.condition(asking: table.inputs, language).wrapped(
            toWidth: width, indent: indent, firstIndent: head)
        StandardOutput.lines(condition.map { palette.paint($0, .emphasis) })
        let effect: String = effect(of: rule, language)
        let themes: String = rule.themes.map { "S\($0)" }.joined(separator: " ")
        let line: String = [effect, themes.isEmpty ? "" : "[\(themes)]"].filter { !$0.isEmpty }.joined(separator: "  ")
        if !line.isEmpty { StandardOutput.lines(line.wrapped(toWidth: width, indent: indent)) }
        StandardOutput.lines(
            SafeText.safe(rule.reason[language]).wrapped(toWidth: width, indent: indent).map {
                palette.paint($0, .muted)
            })
    }
}

extension JSONWriter {
    /// A playbook as an object, in the words that its YAML has.
    mutating func playbook(_ playbook: Playbook, only id: String?) {
        beginObject()
        field("name", playbook.name)
        field("version", playbook.version)
        text("title", playbook.title)
        field("start", playbook.tables[playbook.start].id)
        key("parameters")
        beginObject()
        for parameter in PlaybookParameter.allCases {
            key(parameter.rawValue)
            string(parameter.text(playbook.parameters[parameter], .english))
        }
        endObject()
        key("tables")
        beginArray()
        for table in playbook.tables where id == nil || table.id == id {
            beginObject()
            field("id", table.id)
            text("title", table.title)
            field("hit", table.hitPolicy.rawValue)
            nullable("issue", table.issue?.rawValue)
            field("inputs", table.inputs.map(\.name))
            key("rules")
            beginArray()
            for rule in playbook.rules[table.rules] { self.rule(rule, table, playbook) }
            endArray()
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func rule(_ rule: Rule, _ table: DecisionTable, _ playbook: Playbook) {
        let effect: Rule.Effect = rule.effect
        beginObject()
        field("id", rule.id)
        field("s", rule.themes.map { "S\($0)" })
        key("when")
        beginArray()
        for row in rule.rows {
            beginObject()
            for input in table.inputs where !row.leavesOpen(input) {
                key(input.name)
                beginArray()
                for (index, value) in input.values.enumerated() where row[input] >> index & 1 == 1 {
                    string(value.name)
                }
                endArray()
            }
            endObject()
        }
        endArray()
        field("action", effect.action.rawValue)
        switch effect.visibility {
        case .fixed(let visibility): field("visibility", visibility.rawValue)
        case .asTable(let table): field("visibility", playbook.tables[table].id)
        case nil: nullable("visibility", nil as String?)
        }
        nullable("purpose", effect.purpose?.rawValue ?? effect.looksFor?.rawValue)
        nullable("as", effect.ground?.rawValue)
        field("clock", effect.clock.name)
        nullable("after", effect.delay?.rawValue)
        field("go", effect.next.map { playbook.tables[$0].id })
        text("reason", rule.reason)
        endObject()
    }

    private mutating func text(_ name: StaticString, _ text: LocalizedText) {
        key(name)
        beginObject()
        field("en", text.english)
        field("es", text.spanish)
        endObject()
    }
}
