internal import CaseModel
internal import JSON

/// One command on a person as a line of JSON says it; every key is known or the line is refused.
struct PersonCommandRecord {
    var command: PersonDeskCommand
    var context: CommandContext
    var actor: Actor?
    var key: String?

    /// What `do` may say.
    static let names: [String] = [
        "link", "unlink", "assess-author", "offer-survey", "answer-survey", "record-evidence",
    ]

    /// Whether a line is a command on a person.
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
        let person: String? = try fields.personReference("person")
        func named() throws(Refusal) -> String {
            guard let person else { throw CommandFields.malformed("name the person with \"person\"") }
            return person
        }
        func other() throws(Refusal) -> String {
            guard let other = try fields.personReference("other") else {
                throw CommandFields.malformed("name the other person with \"other\"")
            }
            return other
        }
        switch name {
        case "link":
            command = .link(
                person: try named(), other: try other(), try fields.value("basis"),
                reason: context.note)
        case "unlink":
            command = .unlink(person: person, other: try other(), reason: context.note)
        case "assess-author":
            let assessment = PersonCommand.Assessment(
                try fields.value("as"), evidence: try fields.strings("evidence"), expires: try fields.time("expires"),
                note: context.note)
            command = .onPerson(try named(), .assess(assessment), case: nil)
        case "offer-survey":
            command = .onPerson(
                try named(), .offerSurvey(try fields.value("instrument"), case: nil),
                case: try fields.caseReference("case"))
        case "answer-survey":
            guard let score = try fields.integer("score") else { throw CommandFields.malformed("\"score\" is missing") }
            let answer = PersonCommand.answerSurvey(
                try fields.integer("offer"), score: score, words: try fields.optionalString("text"))
            command = .onPerson(try named(), answer, case: nil)
        case "record-evidence":
            let evidence = PersonCommand.recordEvidence(
                try fields.value("kind"), case: nil, event: try fields.integer("event").map(Position.init),
                note: context.note)
            command = .onPerson(try named(), evidence, case: try fields.caseReference("case"))
        default:
            throw CommandFields.malformed("\"do\" is one of \(LineVocabulary.names.joined(separator: ", "))")
        }
        try fields.refuseUnread()
    }
}

extension CommandFields {
    /// A person as people name them: a number, or channel:account.
    mutating func personReference(_ key: String) throws(Refusal) -> String? {
        if let text = try? optionalString(key) { return text }
        return try integer(key).map { "\($0)" }
    }
}
