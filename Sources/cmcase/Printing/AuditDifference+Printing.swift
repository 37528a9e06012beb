import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

extension AuditDifference {
    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("asked", asked.rawValue)
            writer.nullable("caseBefore", before?.rawValue)
            writer.field("case", after.rawValue)
            writer.field("from", from.rawValue)
            writer.field("to", to.rawValue)
            writer.key("events")
            writer.beginArray()
            for position in events { writer.integer(position.rawValue) }
            writer.endArray()
            writer.key("changes")
            writer.beginArray()
            for change in changes { change.write(to: &writer) }
            writer.endArray()
            writer.endObject()
        }
    }

    func printText(_ output: OutputOptions) throws {
        let times = try output.times()
        let terminal = output.terminal
        let language: Language = try output.language
        let words = AuditWords(language)
        StandardOutput.line(
            terminal.palette.paint(CaseWords(language).title(after), .heading)
                + "  " + words.between(from, to, events: events.count) + (before == nil ? words.wasNotThere : ""))
        guard !changes.isEmpty else { return StandardOutput.line(words.sameState) }
        var table = TextTable(columns: [
            .init(words.fieldColumn), .init(words.before, yielding: 1), .init(words.after, yielding: 1),
        ])
        for change in changes {
            func shown(_ value: String?, _ precision: TimePrinter.Precision) -> String {
                value.map { times.shown(words.value($0, of: change.field), precision) } ?? "-"
            }
            let isCoarse: Bool = shown(change.before, .seconds) == shown(change.after, .seconds)
            let precision: TimePrinter.Precision = isCoarse ? .microseconds : .seconds
            table.append([
                .init(words.field(change.field), style: .emphasis), .init(shown(change.before, precision)),
                .init(shown(change.after, precision)),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
    }
}
