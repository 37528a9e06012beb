internal import CaseModel
internal import JSON

/// One command on an incident as a line of JSON says it; every key is known or the line is refused.
struct IncidentRecord {
    var command: IncidentCommand
    var context: CommandContext
    var actor: Actor?
    var key: String?

    /// What `do` may say.
    static let names: [String] = ["declare-incident", "widen-incident", "close-incident"]

    /// Whether a line is a command on an incident.
    static func matches(_ value: JSONValue) -> Bool {
        value["do"]?.stringValue.map { names.contains($0) } ?? false
    }

    /// Reads a line.
    ///
    /// - Throws: `Refusal` with `.malformed` that names the key and what it may be.
    init(_ value: JSONValue, now: Timestamp) throws(Refusal) {
        var fields = try CommandFields(value)
        let name: String = try fields.string("do")
        context = CommandContext(
            at: try fields.time("at") ?? now, rule: try fields.optionalString("rule"),
            override: try fields.optionalString("override"), note: try fields.why())
        actor = try fields.actor("actor")
        key = try fields.optionalString("key")
        let note: String? = context.note
        let number: Int64? = try fields.integer("incident")
        func named() throws(Refusal) -> Int64 {
            guard let number else { throw CommandFields.malformed("name the incident with \"incident\"") }
            return number
        }
        switch name {
        case "declare-incident":
            if number != nil {
                throw CommandFields.malformed("an incident gets its number when it is declared; leave it out")
            }
            guard let level = try fields.integer("level") else {
                throw CommandFields.malformed("\"level\" is missing: from 1 to 4, the gravest")
            }
            command = .declare(
                try fields.caseReferences("cases"), level: level, trigger: try fields.optionalString("trigger"),
                note: note)
        case "widen-incident":
            command = .widen(
                try named(), by: try fields.caseReferences("cases"), level: try fields.integer("level"), note: note)
        default: command = .close(try named(), note: note)
        }
        try fields.refuseUnread()
    }
}

extension CommandFields {
    /// A list of cases, each by its number, its tracking code, or channel:message.
    mutating func caseReferences(_ key: String) throws(Refusal) -> [CaseReference] {
        guard let value = value(at: key) else { return [] }
        guard let array = value.arrayValue else { throw Self.malformed("\"\(key)\" is a list in brackets") }
        var references: [CaseReference] = []
        for element in array {
            let text: String? = element.stringValue ?? element.int64Value.map { "\($0)" }
            guard let text, let reference = CaseReference(text) else {
                throw Self.malformed("\"\(key)\" holds cases: numbers, tracking codes, or channel:message")
            }
            references.append(reference)
        }
        return references
    }
}
