import CaseDesk
import CaseModel
import JSON
import Terminal

extension IncidentReceipt {
    /// For people: what was recorded, and how the incident stands now.
    var sentence: String {
        if wasKnown { return "incident \(incident.number): recorded before at #\(positions.lowerBound)" }
        let events: String = zip(positions, types).map { "\($1.rawValue) at #\($0)" }.joined(separator: ", ")
        let cases: String = incident.cases.map { "\($0.number)" }.joined(separator: ", ")
        return "incident \(incident.number): recorded \(events); now "
            + (incident.closedAt == nil ? "level \(incident.level)" : "closed")
            + ", \(incident.cases.count == 1 ? "case" : "cases") \(cases)"
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
    func printTable(_ times: TimePrinter, _ terminal: TerminalSettings) {
        if items.isEmpty { return StandardOutput.line("No incident goes on.") }
        var table = TextTable(columns: [
            .init("incident", alignment: .right), .init("level", alignment: .right), .init("declared"),
            .init("closed"), .init("cases", minimumWidth: 8, yielding: 2), .init("seen by"),
            .init("note", minimumWidth: 12, yielding: 3),
        ])
        for item in items {
            let incident: Incident = item.incident
            table.append([
                .init("\(incident.number)", style: .emphasis), .init("\(incident.level)"),
                .init(times.time(incident.declaredAt.microseconds)),
                .init(incident.closedAt.map { times.time($0.microseconds) } ?? "-"),
                .init(incident.cases.map { "\($0.number)" }.joined(separator: ", ")),
                .init(incident.trigger ?? "a person"), .init(item.note ?? ""),
            ])
        }
        StandardOutput.lines(table.lines(width: terminal.width ?? 160, palette: terminal.palette))
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
