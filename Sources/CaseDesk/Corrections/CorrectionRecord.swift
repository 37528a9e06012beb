internal import CaseModel
internal import JSON

/// A correction as a line of JSON says it: `event`, and `fields` with their right `values` in the same order.
struct CorrectionRecord {
    var event: Position
    var settings: [CorrectionDecider.Setting]
    var reason: String?
    var context: CommandContext
    var actor: Actor?
    var key: String?

    /// Whether a line is a correction.
    static func matches(_ value: JSONValue) -> Bool { value["do"]?.stringValue == "correct" }

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
        guard let event = try fields.integer("event") else { throw CommandFields.malformed("\"event\" is missing") }
        self.event = Position(event)
        let names: [String] = try fields.strings("fields")
        let values: [String] = try fields.strings("values")
        guard names.count == values.count else {
            throw CommandFields.malformed("\"fields\" and \"values\" name as many fields as values")
        }
        settings = zip(names, values).map { CorrectionDecider.Setting($0, $1) }
        try fields.refuseUnread()
    }
}
