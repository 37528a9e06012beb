import CaseModel
import JSON
import Playbook
import Terminal
import Wording

extension PlaybookCheck {
    /// Prints what was proved, table by table, or what stands against it.
    func printText(_ terminal: TerminalSettings, _ language: Language) {
        let palette = terminal.palette
        let words = PlaybookWords(language)
        var table = TextTable(columns: [
            .init(words.table), .init(words.rules, alignment: .right), .init(words.situations, alignment: .right),
            .init(words.hit), .init(words.inputs, yielding: 1),
        ])
        for one in playbook.tables {
            table.append([
                .init(one.id), .init("\(one.rules.count)"), .init(NumberText.fixed(combinations(of: one), decimals: 0)),
                .init(one.hitPolicy.rawValue), .init(one.inputs.map(\.name).joined(separator: ", ")),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: palette))
        StandardOutput.line()
        let name: String = SafeText.safe("\(playbook.name) \(playbook.version)")
        guard !isProven else {
            StandardOutput.line(
                palette.paint(words.proven, .good)
                    + words.proof(name, tables: playbook.tables.count, rules: playbook.rules.count))
            return
        }
        for finding in findings {
            StandardOutput.line(SafeText.safe(finding.sentence(in: playbook, language)))
        }
        StandardOutput.line(palette.paint(words.notProven, .bad) + words.problems(name, findings.count))
    }

    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("name", playbook.name)
            writer.field("version", playbook.version)
            writer.field("proven", isProven)
            writer.field("rules", Int64(playbook.rules.count))
            writer.key("tables")
            writer.beginArray()
            for table in playbook.tables {
                writer.beginObject()
                writer.field("id", table.id)
                writer.field("rules", Int64(table.rules.count))
                writer.field("situations", combinations(of: table))
                writer.endObject()
            }
            writer.endArray()
            writer.key("findings")
            writer.beginArray()
            for finding in findings {
                writer.beginObject()
                writer.field("sentence", finding.sentence(in: playbook))
                writer.key("example")
                writer.beginObject()
                for one in finding.example {
                    writer.key(one.input.name)
                    writer.string(one.input.values[one.value].name)
                }
                writer.endObject()
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }
}
