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
            override: try fields.optionalString("override"), note: try fields.why())
        actor = try fields.actor("actor")
        key = try fields.optionalString("key")
        expecting = try fields.integer("expecting")
        if name == "capture" {
            let message: SourceMessage = try fields.capturedMessage(now: now)
            context.at = message.occurredAt
            command = .capture(message)
            return
        }
        let message: (Channel, String)? = try fields.message("channel", "message")
        let reference: CaseReference? = try fields.caseReference("case") ?? message.map { .message($0.0, id: $0.1) }

        func target() throws(Refusal) -> CaseReference {
            guard let reference else {
                throw CommandFields.malformed("name the case with \"case\", or with \"channel\" and \"message\"")
            }
            return reference
        }
        switch name {
        case "merge", "unmerge":
            let named: (Channel, String)? = try fields.message("fromChannel", "fromMessage")
            guard let from = try fields.caseReference("from") ?? named.map({ .message($0.0, id: $0.1) }) else {
                throw CommandFields.malformed(
                    "name the other case with \"from\", or with \"fromChannel\" and \"fromMessage\"")
            }
            let reason: String? = context.note
            command =
                name == "merge"
                ? .merge(from: from, into: try target(), reason: reason)
                : .unmerge(from: from, into: reference, reason: reason)
        case "reply":
            let reply = try fields.reply(on: message?.0, keyOfMessage)
            command = .onCase(try target(), .reply(reply), mention: message.map { keyOfMessage($0.0, $0.1) })
        default:
            guard let onCase = try fields.caseCommand(named: name) else {
                throw CommandFields.malformed("\"do\" is one of \(LineVocabulary.names.joined(separator: ", "))")
            }
            command = .onCase(try target(), onCase, mention: message.map { keyOfMessage($0.0, $0.1) })
        }
        try fields.refuseUnread()
    }
}
