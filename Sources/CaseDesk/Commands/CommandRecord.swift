internal import CaseModel
internal import JSON

/// One command as a line of JSON says it: a flat object with `do`, the case, who, when, and the command's own fields.
///
/// Every key is known or the line is refused, so that a misspelt one never passes for a missing one.
struct CommandRecord {
    var command: DeskCommand
    var context: CommandContext
    var actor: Actor?
    var key: String?
    var expecting: Int64?

    /// Reads a line.
    ///
    /// - Throws: `Refusal` with `.malformed` that names the key and what it may be.
    init(_ value: JSONValue, now: Timestamp, keyOfMessage: (Channel, String) -> SourceKey) throws(Refusal) {
        var fields = try CommandFields(value)
        let name: String = try fields.string("do")
        context = CommandContext(
            at: try fields.time("at") ?? now, rule: try fields.optionalString("rule"),
            override: try fields.optionalString("override"))
        actor = try fields.actor("actor")
        key = try fields.optionalString("key")
        expecting = try fields.integer("expecting")
        let message: (Channel, String)? = try fields.message("channel", "message")
        let reference: CaseReference? = try fields.caseReference("case") ?? message.map { .message($0.0, id: $0.1) }
        let mention: SourceKey? = message.map { keyOfMessage($0.0, $0.1) }

        func target() throws(Refusal) -> CaseReference {
            guard let reference else {
                throw CommandFields.malformed("name the case with \"case\", or with \"channel\" and \"message\"")
            }
            return reference
        }
        switch name {
        case "classify": command = .onCase(try target(), .classify(mention: nil, try fields.label()), mention: mention)
        case "reply":
            let reply = try fields.reply(on: message?.0, keyOfMessage)
            command = .onCase(try target(), .reply(reply), mention: mention)
        case "resolve":
            let resolve = CaseCommand.resolve(
                outcome: try fields.value("outcome"), solved: try fields.value("solved"),
                issues: try fields.issues("target"),
                confirmedBy: try fields.value("confirmedBy"), note: try fields.optionalString("note"))
            command = .onCase(try target(), resolve, mention: nil)
        case "dismiss":
            let dismiss = CaseCommand.dismiss(try fields.value("as"), reason: try fields.optionalString("reason"))
            command = .onCase(try target(), dismiss, mention: nil)
        case "reopen":
            let reopen = CaseCommand.reopen(try fields.value("trigger"), reason: try fields.optionalString("reason"))
            command = .onCase(try target(), reopen, mention: nil)
        case "close":
            command = .onCase(try target(), .close(reason: try fields.optionalString("reason")), mention: nil)
        case "schedule-follow-up":
            guard let due = try fields.time("due") else { throw CommandFields.malformed("\"due\" is missing") }
            command = .onCase(
                try target(), .scheduleFollowUp(due: due, try fields.value("purpose")), mention: nil)
        case "complete-follow-up":
            let complete = CaseCommand.completeFollowUp(
                try fields.integer("followUp"), try fields.value("finding"), note: try fields.optionalString("note"))
            command = .onCase(try target(), complete, mention: nil)
        case "cancel-follow-up":
            let cancel = CaseCommand.cancelFollowUp(
                try fields.integer("followUp"), reason: try fields.optionalString("reason"))
            command = .onCase(try target(), cancel, mention: nil)
        case "merge", "unmerge":
            let named: (Channel, String)? = try fields.message("fromChannel", "fromMessage")
            guard let from = try fields.caseReference("from") ?? named.map({ .message($0.0, id: $0.1) }) else {
                throw CommandFields.malformed(
                    "name the other case with \"from\", or with \"fromChannel\" and \"fromMessage\"")
            }
            let reason: String? = try fields.optionalString("reason")
            command =
                name == "merge"
                ? .merge(from: from, into: try target(), reason: reason)
                : .unmerge(from: from, into: reference, reason: reason)
        default:
            throw CommandFields.malformed(
                "\"do\" is one of classify, reply, resolve, dismiss, reopen, close, schedule-follow-up, "
                    + "complete-follow-up, cancel-follow-up, merge, unmerge")
        }
        try fields.refuseUnread()
    }
}
