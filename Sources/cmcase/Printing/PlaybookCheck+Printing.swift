import JSON
import Playbook
import Terminal

extension PlaybookCheck {
    /// Prints what was proved, table by table, or what stands against it.
    func printText(_ terminal: TerminalSettings) {
        let palette = terminal.palette
        var table = TextTable(columns: [
            .init("table"), .init("rules", alignment: .right), .init("situations", alignment: .right),
            .init("hit"), .init("inputs", yielding: 1),
        ])
        for one in playbook.tables {
            table.append([
                .init(one.id), .init("\(one.rules.count)"), .init(NumberText.fixed(combinations(of: one), decimals: 0)),
                .init(one.hitPolicy.rawValue), .init(one.inputs.map(\.name).joined(separator: ", ")),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: palette))
        StandardOutput.line()
        guard !isProven else {
            StandardOutput.line(
                palette.paint("proven", .good)
                    + ": \(playbook.name) \(playbook.version), \(playbook.tables.count) tables, "
                    + "\(playbook.rules.count) rules: every situation of every table is answered, no rule overlaps another "
                    + "against its table's hit policy, every rule is reached")
            return
        }
        for finding in findings {
            StandardOutput.line(SafeText.safe(finding.sentence(in: playbook)))
        }
        StandardOutput.line(
            palette.paint("not proven", .bad)
                + ": \(playbook.name) \(playbook.version), \(findings.count) \(findings.count == 1 ? "problem" : "problems")"
        )
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
