internal import CaseModel

/// What lines about the work on a case say.
extension CommandFields {
    /// The command of a name that stands on one case; nil where there is no such command.
    mutating func caseCommand(named name: String) throws(Refusal) -> CaseCommand? {
        if let command = try judgement(named: name) { return command }
        if let command = try work(named: name) { return command }
        if let command = try complaint(named: name) { return command }
        return try end(named: name)
    }

    private mutating func work(named name: String) throws(Refusal) -> CaseCommand? {
        switch name {
        case "assign": .assign(to: try string("to"), note: try optionalString("note"))
        case "unassign": .unassign(note: try optionalString("note"))
        case "prioritise": .prioritise(try value("priority"), reason: try optionalString("reason"))
        case "tag": .tag(try string("tag"))
        case "untag": .untag(try string("tag"))
        case "note": .note(try string("note"))
        case "snooze":
            .snooze(
                until: try requiredTime("until"), wakesOnReply: try bool("wakesOnReply") ?? true,
                reason: try optionalString("reason"))
        case "wake": .wake(reason: try optionalString("reason"))
        default: nil
        }
    }

    private mutating func complaint(named name: String) throws(Refusal) -> CaseCommand? {
        switch name {
        case "acknowledge": .acknowledge(note: try optionalString("note"))
        case "investigate":
            .investigate(try values("sources"), finding: try optionalString("finding"))
        case "assess":
            .assess(
                founded: try requiredBool("founded"), grounds: try strings("grounds"), signals: try strings("signals"),
                note: try optionalString("note"))
        case "forecast":
            .forecast(
                try value("forecast"), basis: try optionalString("basis"), note: try optionalString("note"))
        case "identify-problem":
            .identifyProblem(
                cause: try string("cause"), product: try optionalString("product"),
                severity: try optionalValue("severity"), description: try optionalString("description"))
        case "explain-plan": .explainPlan(try optionalString("plan"), by: try time("by"))
        case "help": .help(try text(or: "note"))
        case "guide": .guide(try string("text"), followUpAt: try time("followUp"))
        case "escalate":
            .escalate(
                to: try string("to"), level: try integer("level") ?? 1, reason: try optionalString("reason"))
        default: nil
        }
    }

    /// The command's own words, which may stand under another key.
    private mutating func text(or key: String) throws(Refusal) -> String? {
        if let text = try optionalString("text") { return text }
        return try optionalString(key)
    }

    private mutating func requiredBool(_ key: String) throws(Refusal) -> Bool {
        guard let flag = try bool(key) else { throw Self.malformed("\"\(key)\" is missing; it is true or false") }
        return flag
    }
}
