package import JSON

/// The store was brought back from a backup. What was recorded after the backup is not in this log.
package struct StoreRestored: EventPayload {
    package static var type: EventType { .storeRestored }

    /// The last event that the backup held.
    package var backupPosition: Position
    /// Why, as the house's code.
    package var reason: String

    package init(backupPosition: Position, reason: String) {
        self.backupPosition = backupPosition
        self.reason = reason
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("backupPosition", backupPosition)
        writer.field("reason", reason)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        backupPosition = try reader.position("backupPosition")
        reason = try reader.string("reason")
    }
}

/// Several cases are one trouble (S18).
///
/// The same incident again, while it is open, widens it by further cases, and tells its level anew.
package struct IncidentDeclared: EventPayload {
    package static var type: EventType { .incidentDeclared }

    /// Its number, from 1.
    package var incident: Int64
    /// The rule of detection that saw it; none where a person did. `rule` itself is the playbook's, on every event.
    package var trigger: String?
    /// From 1 to 4, the gravest.
    package var level: Int64
    package var cases: [CaseNumber]
    /// Whether it was declared before: further cases belong to it, or its level is another.
    package var isWidened: Bool

    package init(incident: Int64, trigger: String?, level: Int64, cases: [CaseNumber], isWidened: Bool = false) {
        self.incident = incident
        self.trigger = trigger
        self.level = level
        self.cases = cases
        self.isWidened = isWidened
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("incident", incident)
        writer.field("trigger", trigger)
        writer.field("level", level)
        writer.field("cases", cases.map(\.rawValue))
        if isWidened { writer.field("widened", true) }
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        incident = try reader.int64("incident")
        trigger = try reader.optionalString("trigger")
        level = try reader.int64("level")
        cases = try reader.int64s("cases").map(CaseNumber.init)
        isWidened = try reader.optionalBool("widened") ?? false
    }
}

/// The trouble is over. The cases go on by themselves.
package struct IncidentClosed: EventPayload {
    package static var type: EventType { .incidentClosed }

    package var incident: Int64

    package init(incident: Int64) { self.incident = incident }

    package func encode(to writer: inout JSONWriter) { writer.field("incident", incident) }

    package init(from reader: inout FieldReader) throws(JSONError) { incident = try reader.int64("incident") }
}
