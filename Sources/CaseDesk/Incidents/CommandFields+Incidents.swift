internal import CaseModel
internal import JSON

/// What lines about incidents say.
extension CommandFields {
    /// The command of a name that stands on an incident; nil where there is no such command.
    mutating func incidentCommand(named name: String, _ note: String?) throws(Refusal) -> IncidentCommand? {
        switch name {
        case "declare-incident":
            if try integer("incident") != nil {
                throw Self.malformed("an incident gets its number when it is declared; leave it out")
            }
            guard let level = try integer("level") else {
                throw Self.malformed("\"level\" is missing: from 1 to 4, the gravest")
            }
            return .declare(
                try caseReferences("cases"), level: level, trigger: try optionalString("trigger"), note: note)
        case "widen-incident":
            return .widen(
                try incident(), by: try caseReferences("cases"), level: try integer("level"), note: note)
        case "close-incident": return .close(try incident(), note: note)
        default: return nil
        }
    }

    private mutating func incident() throws(Refusal) -> Int64 {
        guard let number = try integer("incident") else {
            throw Self.malformed("name the incident with \"incident\"")
        }
        return number
    }

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
