/// What a line of commands may say: every `do` with its own fields. The one account of it: refusals, the program's help and
/// the README tell it from here.
package enum LineVocabulary {
    /// One command.
    package struct Entry: Hashable, Sendable {
        package var name: String
        /// The fields that it can't do without.
        package var required: [String]
        package var optional: [String]

        init(_ name: String, _ required: [String] = [], optional: [String] = []) {
            self.name = name
            self.required = required
            self.optional = optional
        }

        /// `as, [followUp], [followUpPurpose]`
        package var fields: String { (required + optional.map { "[\($0)]" }).joined(separator: ", ") }
    }

    /// What goes with every command. `reason` is another word for `note`.
    package static let common: [String] = ["at", "actor", "rule", "override", "note", "reason", "key"]

    /// How the case is named, and the version it is expected to have.
    package static let onCase: [String] = ["case", "channel", "message", "expecting"]

    private static let label: [String] = ["topics", "severity", "confidence", "method", "methodVersion"]
    private static let watch: [String] = ["followUp", "followUpPurpose"]

    /// Commands on a case; `case`, or `channel` and `message`, name it.
    package static let ofCases: [Entry] = [
        Entry("classify", ["polarity"], optional: ["targets"] + label),
        Entry("reply", ["text", "visibility", "purpose"], optional: ["id"]),
        Entry("move", ["to"], optional: ["consent"]), Entry("assign", ["to"]), Entry("unassign"),
        Entry("prioritise", ["priority"]), Entry("tag", ["tag"]), Entry("untag", ["tag"]), Entry("note", ["note"]),
        Entry("snooze", ["until"], optional: ["wakesOnReply"]), Entry("wake"), Entry("acknowledge"),
        Entry("investigate", ["sources"], optional: ["finding"]),
        Entry("assess", ["founded"], optional: ["grounds", "signals"]),
        Entry("forecast", ["forecast"], optional: ["basis"]),
        Entry("identify-problem", ["cause"], optional: ["product", "severity", "description"]),
        Entry("explain-plan", optional: ["plan", "by"]), Entry("help", optional: ["text"]),
        Entry("guide", ["text"], optional: ["followUp"]), Entry("escalate", ["to"], optional: ["level"]),
        Entry("resolve", ["outcome", "solved", "confirmedBy"], optional: ["target"] + watch), Entry("publish"),
        Entry("dismiss", ["as"], optional: watch), Entry("reopen", ["trigger"]), Entry("close"),
        Entry("schedule-follow-up", ["due", "purpose"]),
        Entry("complete-follow-up", ["finding"], optional: ["followUp"]),
        Entry("cancel-follow-up", optional: ["followUp"]),
        Entry("merge", ["from"], optional: ["fromChannel", "fromMessage"]),
        Entry("unmerge", ["from"], optional: ["fromChannel", "fromMessage"]),
    ]

    /// Commands that name what they are about by fields of their own.
    package static let ofOthers: [Entry] = [
        Entry(
            "capture", ["channel", "id", "author", "text"],
            optional: [
                "time", "parent", "direction", "brand", "handle", "name", "version", "sequence", "visibility", "kind",
                "language",
                "reach", "link", "polarity", "targets", "expecting",
            ] + label),
        Entry("split", ["case", "mentions"], optional: ["expecting"]),
        Entry("correct", ["event", "fields", "values"], optional: ["expecting"]),
        Entry("take-back", ["event"], optional: ["expecting"]),
        Entry("link", ["person", "other", "basis"]), Entry("unlink", ["other"], optional: ["person"]),
        Entry("assess-author", ["person", "as"], optional: ["evidence", "expires"]),
        Entry("offer-survey", ["person", "instrument"], optional: ["case"]),
        Entry("answer-survey", ["person", "score"], optional: ["offer", "text"]),
        Entry("record-evidence", ["person", "kind"], optional: ["case", "event"]),
        Entry("declare-incident", ["cases", "level"], optional: ["trigger"]),
        Entry("widen-incident", ["incident"], optional: ["cases", "level"]), Entry("close-incident", ["incident"]),
    ]

    /// Every `do`.
    package static var names: [String] { (ofCases + ofOthers).map(\.name) }

    /// Whether a command is about a case, whose version it may expect.
    static func takesExpecting(_ name: String) -> Bool {
        guard let entry = ofOthers.first(where: { $0.name == name }) else { return true }
        return entry.optional.contains("expecting")
    }

    /// The fields of a command, as a refusal lists them; nil where there is no such command.
    static func fields(of name: String) -> String? {
        if let entry = ofCases.first(where: { $0.name == name }) {
            return (entry.required + entry.optional + onCase + common).joined(separator: ", ")
        }
        return ofOthers.first { $0.name == name }.map {
            ($0.required + $0.optional + common).joined(separator: ", ")
        }
    }
}
