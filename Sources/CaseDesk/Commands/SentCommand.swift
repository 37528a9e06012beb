internal import CaseModel
internal import JSON

/// A command of whatever kind that stands on a line of its own.
protocol LineCommand: HouseCommand where Receipt: LineReceipt {}

/// What a line's command recorded.
protocol LineReceipt: RecordedReceipt {
    var applied: AppliedLine.Result { get }
}

/// One command as a line of JSON says it: a flat object with `do`, who, when, why, and the command's own fields.
///
/// Every key is known or the line is refused, so that a misspelt one never passes for a missing one.
struct SentCommand {
    var command: any LineCommand
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
        if LineVocabulary.takesExpecting(name) { expecting = try fields.integer("expecting") }
        if name == "capture" {
            let message: SourceMessage = try fields.capturedMessage(now: now)
            context.at = message.occurredAt
            command = DeskCommand.capture(message)
            return
        }
        command = try fields.command(named: name, context.note, keyOfMessage)
        try fields.refuseUnread()
    }
}

extension CommandFields {
    /// The command that a line's `do` names, whatever its kind.
    fileprivate mutating func command(
        named name: String, _ note: String?, _ keyOfMessage: (Channel, String) -> SourceKey
    ) throws(Refusal) -> any LineCommand {
        if let command = try personCommand(named: name, note) { return command }
        if let command = try incidentCommand(named: name, note) { return command }
        switch name {
        case "correct": return try correction(note)
        case "split": return try split(note)
        case "take-back":
            guard let event = try integer("event") else { throw Self.malformed("\"event\" is missing") }
            return TakeBack(event: Position(event), reason: note)
        default: break
        }
        guard let command = try deskCommand(named: name, note, keyOfMessage) else {
            throw Self.malformed("\"do\" is one of \(LineVocabulary.names.joined(separator: ", "))")
        }
        return command
    }

    /// A command on a case, or a merge and its undoing; nil where there is no such command.
    private mutating func deskCommand(
        named name: String, _ note: String?, _ keyOfMessage: (Channel, String) -> SourceKey
    ) throws(Refusal) -> DeskCommand? {
        let message: (Channel, String)? = try message("channel", "message")
        let reference: CaseReference? = try caseReference("case") ?? message.map { .message($0.0, id: $0.1) }
        func target() throws(Refusal) -> CaseReference {
            guard let reference else {
                throw Self.malformed("name the case with \"case\", or with \"channel\" and \"message\"")
            }
            return reference
        }
        let mention: SourceKey? = message.map { keyOfMessage($0.0, $0.1) }
        switch name {
        case "merge", "unmerge":
            let named: (Channel, String)? = try self.message("fromChannel", "fromMessage")
            guard let from = try caseReference("from") ?? named.map({ .message($0.0, id: $0.1) }) else {
                throw Self.malformed("name the other case with \"from\", or with \"fromChannel\" and \"fromMessage\"")
            }
            return name == "merge"
                ? .merge(from: from, into: try target(), reason: note)
                : .unmerge(from: from, into: reference, reason: note)
        case "reply":
            return .onCase(try target(), .reply(try reply(on: message?.0, keyOfMessage)), mention: mention)
        default:
            guard let onCase = try caseCommand(named: name) else { return nil }
            return .onCase(try target(), onCase, mention: mention)
        }
    }

    /// What is right of an event: `event`, and `fields` with their right `values` in the same order.
    private mutating func correction(_ note: String?) throws(Refusal) -> Correction {
        guard let event = try integer("event") else { throw Self.malformed("\"event\" is missing") }
        let names: [String] = try strings("fields")
        let values: [String] = try strings("values")
        guard names.count == values.count else {
            throw Self.malformed("\"fields\" and \"values\" name as many fields as values")
        }
        return Correction(
            event: Position(event), settings: zip(names, values).map { CorrectionDecider.Setting($0, $1) }, reason: note
        )
    }

    /// Messages that are another matter: the case, and `mentions` as channel:message.
    private mutating func split(_ note: String?) throws(Refusal) -> Split {
        guard let reference = try caseReference("case") else {
            throw Self.malformed("name the case with \"case\"")
        }
        var mentions: [CaseReference] = []
        for text in try strings("mentions") {
            guard let mention = CaseReference(text), case .message = mention else {
                throw Self.malformed("\"mentions\" holds messages as channel:message")
            }
            mentions.append(mention)
        }
        return Split(reference: reference, mentions: mentions, reason: note)
    }
}

extension DeskCommand: LineCommand {}
extension PersonDeskCommand: LineCommand {}
extension IncidentCommand: LineCommand {}
extension Correction: LineCommand {}
extension Split: LineCommand {}

extension CommandReceipt: LineReceipt {
    var applied: AppliedLine.Result { wasKnown ? .known(self) : .recorded(self) }
}

extension PersonReceipt: LineReceipt {
    var applied: AppliedLine.Result { .person(self) }
}

extension IncidentReceipt: LineReceipt {
    var applied: AppliedLine.Result { .incident(self) }
}

extension CorrectionReceipt: LineReceipt {
    var applied: AppliedLine.Result {
        switch subject {
        case .ofCase(let receipt): receipt.applied
        case .ofPerson(let receipt): receipt.applied
        }
    }
}
