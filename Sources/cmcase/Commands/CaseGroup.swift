import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase case …`
struct CaseGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Look at one case, or record what was done.",
        subcommands: [
            CaseShowCommand.self, CaseNextCommand.self, CaseApplyCommand.self, CaseCaptureCommand.self,
            CaseClassifyCommand.self, CaseReplyCommand.self, CaseMoveCommand.self, CaseAssignCommand.self,
            CaseUnassignCommand.self,
            CasePrioritiseCommand.self, CaseTagCommand.self, CaseUntagCommand.self, CaseNoteCommand.self,
            CaseSnoozeCommand.self, CaseWakeCommand.self, CaseAcknowledgeCommand.self, CaseInvestigateCommand.self,
            CaseAssessCommand.self, CaseForecastCommand.self, CaseIdentifyCommand.self, CaseExplainCommand.self,
            CaseHelpCommand.self, CaseGuideCommand.self, CaseEscalateCommand.self, CaseResolveCommand.self,
            CasePublishCommand.self, CaseDismissCommand.self, CaseFollowUpGroup.self, CaseReopenCommand.self,
            CaseCloseCommand.self, CaseMergeCommand.self, CaseUnmergeCommand.self, CaseCorrectCommand.self,
            CaseTakeBackCommand.self,
            CaseSplitCommand.self, CaseSweepCommand.self,
        ])
}

/// `cmcase case show`
struct CaseShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a case and its conversation.",
        discussion: "Example: cmcase case show 12")

    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        let trail = try desk.audit(try CaseReference.parsing(reference), try horizon.horizon(output))
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                writer.key("case")
                writer.listing(trail.listing)
                writer.key("conversation")
                writer.beginArray()
                for message in trail.conversation { message.write(to: &writer) }
                writer.endArray()
                writer.key("work")
                writer.beginArray()
                for step in trail.houseWork { step.write(to: &writer) }
                writer.endArray()
                writer.endObject()
            }
            return
        }
        let times = try output.times()
        let terminal = output.terminal
        let language: Language = try output.language
        if trail.asked != trail.number {
            StandardOutput.line(CaseWords(language).goesOn(trail.asked, in: trail.number))
        }
        trail.listing.printHeading(times, terminal.palette, language, showsVersion: horizon.isNow)
        let conversation: [ConversationMessage] = trail.conversation
        let isAcross: Bool = Set(conversation.map(\.channel)).count > 1
        for message in conversation {
            StandardOutput.line()
            message.printText(times, terminal, language, namesChannel: isAcross)
        }
        trail.printHouseWork(times, terminal, language)
    }
}

/// One message of a conversation, in the order of the world.
struct ConversationMessage {
    let step: AuditTrail.Step
    let isOurs: Bool
    let label: Label?
    let channel: Channel

    private var content: Content? { if case .present(let content) = step.content { content } else { nil } }
    fileprivate var words: String { content?.text ?? "" }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", step.position.rawValue)
        writer.field("direction", isOurs ? "ours" : "theirs")
        writer.field("occurredAt", step.holds.occurredAt)
        writer.field("channel", channel.name)
        writer.nullable("visibility", step.holds.event.visibility?.rawValue)
        writer.nullable("polarity", label?.polarity.rawValue)
        writer.nullable("text", content?.text)
        writer.nullable("note", content?.note)
        writer.nullable("takenBackAt", step.takenBack?.at.rawValue)
        writer.endObject()
    }

    func printText(
        _ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language, namesChannel: Bool
    ) {
        let palette = terminal.palette
        let words = CaseWords(language)
        let place: String = words.place(step.holds.event.visibility, on: namesChannel ? channel : nil)
        let who: String = isOurs ? palette.paint(words.we, .good) : palette.paint(words.they, .emphasis)
        StandardOutput.line(
            "\(times.time(step.holds.occurredAt.microseconds))  \(who)\(place)"
                + (label.map { "  [\($0.polarity.word(language))]" } ?? "")
                + palette.paint("  #\(step.position)", .muted))
        step.printTakenBack(times, terminal, language, indent: "    ")
        guard let text = content?.text else {
            StandardOutput.line(palette.paint("    " + words.wordsErased, .muted))
            return
        }
        let width: Int = max(terminal.width ?? 120, 40)
        for line in SafeText.safe(text, newlines: .keep).split(separator: "\n", omittingEmptySubsequences: false) {
            StandardOutput.lines(String(line).wrapped(toWidth: width, indent: "    ", firstIndent: "    "))
        }
        if let note = content?.note {
            let lines = AuditWords(language).note(SafeText.safe(note))
                .wrapped(toWidth: width, indent: "        ", firstIndent: "      ")
            StandardOutput.lines(lines.map { palette.paint($0, .muted) })
        }
    }
}

extension AuditTrail {
    /// The messages of the case with the judgement and the words that stand on each, in the order of the world. Messages of
    /// which nothing tells which came first stand by their words.
    var conversation: [ConversationMessage] {
        var labels: [SourceKey: Label] = [:]
        var wordings: [Position: ContentState] = [:]
        var channels: [StreamName: Channel] = [:]
        let steps: [Step] = steps.filter { $0.retractedAt == nil }
        for step in steps where step.takenBack == nil {
            if case .mentionClassified(let event) = step.holds.event { labels[event.mention] = event.label }
            if case .mentionRevised = step.event { wordings[step.position] = step.content }
            if case .caseOpened(let event) = step.event { channels[step.stream] = event.channel }
        }
        let held = Dictionary(messages.map { ($0.position, $0) }) { first, _ in first }
        let shown: [(order: WorldOrder, message: ConversationMessage)] = steps.compactMap { step in
            let message: Message? = step.place.flatMap { held[$0] }
            // What was taken back is no message of the case any more, and shown as what it was, where it stood.
            guard message != nil || step.takenBack != nil else { return nil }
            let order: WorldOrder = message?.order ?? WorldOrder(at: step.occurredAt, rank: 0)
            // What was corrected since holds, here as in the counts of the case.
            switch step.holds.event {
            case .mentionCaptured(let event):
                var step: Step = step
                if let newer = message.flatMap({ wordings[$0.words] }) {
                    step.content = newer.keepingNote(of: step.content)
                }
                let shown = ConversationMessage(
                    step: step, isOurs: false, label: labels[event.key], channel: event.channel)
                return (order, shown)
            case .replySent(let event):
                return (order, ConversationMessage(step: step, isOurs: true, label: nil, channel: event.channel))
            case .messageAttached:
                let channel: Channel = channels[step.stream] ?? listing.channel
                return (order, ConversationMessage(step: step, isOurs: true, label: nil, channel: channel))
            default: return nil
            }
        }
        return shown.sorted { a, b in
            if a.order != b.order { return a.order < b.order }
            return a.message.words.utf8.lexicographicallyPrecedes(b.message.words.utf8)
        }.map(\.message)
    }
}

extension AuditTrail.ContentState {
    /// Newer words of a message, with the note that the house made on the first ones.
    fileprivate func keepingNote(of older: AuditTrail.ContentState) -> AuditTrail.ContentState {
        guard case .present(var content) = self, case .present(let first) = older, content.note == nil else {
            return self
        }
        content.note = first.note
        return .present(content)
    }
}

extension AuditTrail.Step {
    /// Where the message stands that the step brought, if it brought one.
    fileprivate var place: Position? {
        switch event {
        case .mentionCaptured, .replySent: position
        case .messageAttached(let event): event.awaited
        default: nil
        }
    }
}

/// `cmcase case apply`
struct CaseApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Record many commands from a file, one JSON object a line.",
        discussion: """
            Example: cmcase case apply decisions.ndjson

            A line is a command, such as {"do":"close","case":12}.

            Each line is recorded or refused by itself; a refused line is said with its reason, and the exit code is 2 then. \
            Applied again, a file adds only what is new in it: mend a refused line or add some, and apply it again. A line \
            is known by the file's name (without its folder) and its words; the same words twice in one file are two \
            commands. From standard input every line is recorded each time, unless it brings a "key". What each "do" \
            takes, in brackets what may be left out:

            \(LineVocabulary.help)

            A case is named by "case", or by "channel" and "message"; a person by "person", a number or channel:account. \
            "at", "actor", "rule", "override", "note" and "key" go with each, "expecting" with those on a case.
            """)

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @OptionGroup var actor: ActorOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk(.write)
        defer { desk.close() }
        let language: Language = try output.language
        let words = ReceiptWords(language)
        let times = try output.times()
        var recorded = 0
        var known = 0
        var refused = 0
        try desk.apply(file, by: try actor.value()) { applied in
            switch applied.result {
            case .recorded: recorded += 1
            case .known: known += 1
            case .person(let receipt): if receipt.wasKnown { known += 1 } else { recorded += 1 }
            case .incident(let receipt): if receipt.wasKnown { known += 1 } else { recorded += 1 }
            case .refused: refused += 1
            }
            if output.json { applied.printJSON() } else { applied.printText(words, times, language) }
        }
        if !output.json {
            StandardOutput.line(words.applied(recorded: recorded, known: known, refused: refused))
            if refused > 0 { StandardOutput.line(words.mend(file == "-" ? nil : SafeText.safe(file))) }
        }
        if refused > 0 { throw Answer.refused }
    }
}

extension LineVocabulary {
    /// One command a line.
    fileprivate static var help: String {
        (ofCases + ofOthers).map { entry in
            "  " + entry.name + (entry.fields.isEmpty ? "" : ": " + entry.fields)
        }.joined(separator: "\n")
    }
}

extension AppliedLine {
    fileprivate func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("line", line)
            switch result {
            case .recorded(let receipt), .known(let receipt):
                if case .recorded = result {
                    writer.field("result", "recorded")
                } else {
                    writer.field("result", "known")
                }
                writer.nullable("case", receipt.number?.rawValue)
                writer.field("positions", Array(receipt.positions))
                writer.field("types", receipt.types.map(\.rawValue))
            case .person(let receipt):
                writer.field("result", receipt.wasKnown ? "known" : "recorded")
                writer.field("person", receipt.number.rawValue)
                writer.field("positions", Array(receipt.positions))
                writer.field("types", receipt.types.map(\.rawValue))
            case .incident(let receipt):
                writer.field("result", receipt.wasKnown ? "known" : "recorded")
                writer.field("incident", receipt.incident.number)
                writer.field("positions", Array(receipt.positions))
                writer.field("types", receipt.types.map(\.rawValue))
            case .refused(let refusal):
                writer.field("result", "refused")
                writer.field("code", refusal.code.rawValue)
                writer.field("reason", refusal.description)
            }
            writer.endObject()
        }
    }

    fileprivate func printText(_ words: ReceiptWords, _ times: TimePrinter, _ language: Language) {
        switch result {
        case .recorded(let receipt):
            let status: String? = receipt.changes.first { $0.field == CaseField.status.rawValue }?.after
            StandardOutput.line(
                words.line(
                    line, words.subject(receipt.number), receipt.types, at: receipt.positions.lowerBound,
                    status: status.flatMap(CaseStatus.init)))
        case .known(let receipt):
            StandardOutput.line(
                words.known(line: line, words.subject(receipt.number), at: receipt.positions.lowerBound))
        case .person(let receipt): StandardOutput.line(words.line(line, receipt.sentence(words, times)))
        case .incident(let receipt): StandardOutput.line(words.line(line, receipt.sentence(language)))
        case .refused(let refusal):
            StandardError.line("line \(line): refused: \(SafeText.safe(refusal.description))")
        }
    }
}
