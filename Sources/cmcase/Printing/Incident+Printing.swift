import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

extension IncidentReceipt {
    /// For people: what was recorded, and how the incident stands now.
    func sentence(_ language: Language) -> String {
        let words = IncidentWords(language)
        if wasKnown { return words.known(incident.number, at: positions.lowerBound) }
        return words.recorded(incident, ReceiptWords(language).events(zip(positions, types).map { ($0, $1) }))
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("known", wasKnown)
        writer.field("positions", Array(positions))
        writer.field("types", types.map(\.rawValue))
        writer.key("incident")
        writer.beginObject()
        writer.incident(incident)
        writer.endObject()
        writer.endObject()
    }
}

extension IncidentList {
    func printTable(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let words = IncidentWords(language)
        if items.isEmpty { return StandardOutput.line(words.noneGoesOn) }
        var table = TextTable(columns: [
            .init(words.incident, alignment: .right), .init(words.level, alignment: .right), .init(words.declared),
            .init(words.closed), .init(words.cases, minimumWidth: 8, yielding: 2), .init(words.seenBy),
            .init(words.note, minimumWidth: 12, yielding: 3),
        ])
        for item in items {
            let incident: Incident = item.incident
            table.append([
                .init("\(incident.number)", style: .emphasis), .init("\(incident.level)"),
                .init(times.time(incident.declaredAt.microseconds)),
                .init(incident.closedAt.map { times.time($0.microseconds) } ?? "-"),
                .init(incident.cases.map { "\($0.number)" }.joined(separator: ", ")),
                .init(incident.trigger ?? words.somebody), .init(item.note ?? ""),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.key("incidents")
        writer.beginArray()
        for item in items {
            writer.beginObject()
            writer.incident(item.incident)
            writer.nullable("note", item.note)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }
}

extension JSONWriter {
    /// The fields of an incident, into an object that stands open.
    mutating func incident(_ incident: Incident) {
        field("incident", incident.number)
        field("level", incident.level)
        nullable("trigger", incident.trigger)
        field("cases", incident.cases.map(\.number.rawValue))
        field("declaredAt", incident.declaredAt)
        field("closedAt", incident.closedAt)
        field("declared", incident.position.rawValue)
    }
}
