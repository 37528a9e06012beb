internal import CaseModel
internal import JSON

/// A split as a line of JSON says it: the case, and `mentions` as channel:message.
struct SplitRecord {
    var reference: CaseReference
    var mentions: [CaseReference]
    var reason: String?
    var context: CommandContext
    var actor: Actor?
    var key: String?

    /// Whether a line is a split.
    static func matches(_ value: JSONValue) -> Bool { value["do"]?.stringValue == "split" }

    /// Reads a line.
    ///
    /// - Throws: `Refusal` with `.malformed` that names the key and what it may be.
    init(_ value: JSONValue, now: Timestamp) throws(Refusal) {
        var fields = try CommandFields(value)
        _ = try fields.string("do")
        context = CommandContext(
            at: try fields.time("at") ?? now, rule: try fields.optionalString("rule"),
            override: try fields.optionalString("override"), note: try fields.why())
        actor = try fields.actor("actor")
        key = try fields.optionalString("key")
        reason = context.note
        guard let reference = try fields.caseReference("case") else {
            throw CommandFields.malformed("name the case with \"case\"")
        }
        self.reference = reference
        var mentions: [CaseReference] = []
        for text in try fields.strings("mentions") {
            guard let mention = CaseReference(text), case .message = mention else {
                throw CommandFields.malformed("\"mentions\" holds messages as channel:message")
            }
            mentions.append(mention)
        }
        self.mentions = mentions
        try fields.refuseUnread()
    }
}
