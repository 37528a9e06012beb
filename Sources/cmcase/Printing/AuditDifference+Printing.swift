import CaseDesk
import CaseModel
import JSON
import Terminal

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
        StandardOutput.line(
            terminal.palette.paint("Case \(after)", .heading)
                + "  from #\(from) to #\(to): \(NumberText.grouped(events.count)) events"
                + (before == nil ? "; it was not there before" : ""))
        guard !changes.isEmpty else { return StandardOutput.line("nothing in its state is different") }
        var table = TextTable(columns: [.init("field"), .init("before", yielding: 1), .init("after", yielding: 1)])
        for change in changes {
            table.append([
                .init(change.field, style: .emphasis), .init(change.before.map { times.shown($0) } ?? "-"),
                .init(change.after.map { times.shown($0) } ?? "-"),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width ?? 160, palette: terminal.palette))
    }
}
