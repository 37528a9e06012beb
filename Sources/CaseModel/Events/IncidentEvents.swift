package import JSON

/// Several cases have one cause (S18).
///
/// Recorded again for an open incident, it adds cases or changes the level.
package struct IncidentDeclared: EventPayload {
    package static var type: EventType { .incidentDeclared }

    /// Its number, from 1.
    package var incident: Int64
    /// The detection rule; nil if a person declared it. Not the playbook's rule, which every event can have as `rule`.
    package var trigger: String?
    /// 1 to 4; 4 is the gravest.
    package var level: Int64
    package var cases: [CaseNumber]
    /// Whether it adds to an incident that was declared before.
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

/// The incident is over. Its cases continue on their own.
package struct IncidentClosed: EventPayload {
    package static var type: EventType { .incidentClosed }

    package var incident: Int64

    package init(incident: Int64) { self.incident = incident }

    package func encode(to writer: inout JSONWriter) { writer.field("incident", incident) }

    package init(from reader: inout FieldReader) throws(JSONError) { incident = try reader.int64("incident") }
}
