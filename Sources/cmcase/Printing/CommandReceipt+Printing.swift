import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

extension CommandReceipt {
    /// As JSON in a stable shape.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.nullable("case", number?.rawValue)
        writer.field("known", wasKnown)
        writer.field("positions", Array(positions))
        writer.field("types", types.map(\.rawValue))
        writer.nullable("version", version)
        if let tracking { writer.field("tracking", tracking) }
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
    func printText(_ times: TimePrinter, _ language: Language) {
        let words = ReceiptWords(language)
        let subject: String = words.subject(number)
        let events: String = words.events(zip(positions, types).map { ($0, $1) })
        if wasKnown {
            StandardOutput.line(words.known(subject, events))
            printTracking(words)
            return
        }
        StandardOutput.line(words.recorded(subject, events, version: version))
        defer { printTracking(words) }
        guard !changes.isEmpty else { return }
        let text: String = changes.map { $0.sentence(times, AuditWords(language)) }.joined(separator: "; ")
        StandardOutput.line("  → " + SafeText.safe(text))
    }

    private func printTracking(_ words: ReceiptWords) {
        if let tracking { StandardOutput.line("  " + words.tracking(SafeText.safe(tracking))) }
    }
}
