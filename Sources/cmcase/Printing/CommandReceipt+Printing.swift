import CaseDesk
import CaseModel
import JSON
import Terminal

extension CommandReceipt {
    /// What was recorded on.
    var subject: String { number.map { "case \($0)" } ?? "a message of ours that waits for the one it answers" }

    /// As JSON in a stable shape.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.nullable("case", number?.rawValue)
        writer.field("known", wasKnown)
        writer.field("positions", Array(positions))
        writer.field("types", types.map(\.rawValue))
        writer.nullable("version", version)
        writer.key("changes")
        writer.beginArray()
        for change in changes {
            writer.beginObject()
            writer.field("field", change.field)
            writer.nullable("before", change.before)
            writer.nullable("after", change.after)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    /// For people: the events with their positions, and what they changed.
    func printText(_ times: TimePrinter) {
        let events: String = zip(positions, types).map { "\($1.rawValue) at #\($0)" }.joined(separator: ", ")
        if wasKnown {
            StandardOutput.line("\(subject): recorded before, \(events)")
            return
        }
        StandardOutput.line("\(subject): recorded \(events)" + (version.map { "; now at version \($0)" } ?? ""))
        guard !changes.isEmpty else { return }
        let text: String = changes.map { $0.sentence(times) }.joined(separator: "; ")
        StandardOutput.line("  → " + SafeText.safe(text))
    }
}
