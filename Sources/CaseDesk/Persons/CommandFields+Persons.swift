internal import CaseModel
internal import JSON

/// What lines about persons say.
extension CommandFields {
    /// The command of a name that stands on a person; nil where there is no such command.
    mutating func personCommand(named name: String, _ note: String?) throws(Refusal) -> PersonDeskCommand? {
        switch name {
        case "link":
            return .link(
                person: try personNamed("person"), other: try personNamed("other"), try value("basis"), reason: note)
        case "unlink":
            return .unlink(person: try personReference("person"), other: try personNamed("other"), reason: note)
        case "assess-author":
            let assessment = PersonCommand.Assessment(
                try value("as"), evidence: try strings("evidence"), expires: try time("expires"), note: note)
            return .onPerson(try personNamed("person"), .assess(assessment), case: nil)
        case "offer-survey":
            return .onPerson(
                try personNamed("person"), .offerSurvey(try value("instrument"), case: nil),
                case: try caseReference("case"))
        case "answer-survey":
            guard let score = try integer("score") else { throw Self.malformed("\"score\" is missing") }
            let answer = PersonCommand.answerSurvey(
                try integer("offer"), score: score, words: try optionalString("text"))
            return .onPerson(try personNamed("person"), answer, case: nil)
        case "record-evidence":
            let evidence = PersonCommand.recordEvidence(
                try value("kind"), case: nil, event: try integer("event").map(Position.init), note: note)
            return .onPerson(try personNamed("person"), evidence, case: try caseReference("case"))
        default: return nil
        }
    }

    private mutating func personNamed(_ key: String) throws(Refusal) -> String {
        guard let person = try personReference(key) else {
            throw Self.malformed("name the \(key == "other" ? "other person" : "person") with \"\(key)\"")
        }
        return person
    }

    /// A person as people name them: a number, or channel:account.
    private mutating func personReference(_ key: String) throws(Refusal) -> String? {
        if let text = try? optionalString(key) { return text }
        return try integer(key).map { "\($0)" }
    }
}
