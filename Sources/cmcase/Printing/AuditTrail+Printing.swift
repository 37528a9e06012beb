import CaseDesk
import CaseModel
import JSON
import Playbook
import Terminal
import Wording

extension AuditTrail {
    /// The whole trail as JSON in a stable shape.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("asked", asked.rawValue)
        writer.key("case")
        writer.listing(listing)
        writer.key("steps")
        writer.beginArray()
        for step in steps { step.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    /// The trail for people; with `showsState`, the state after each step.
    func printText(_ output: OutputOptions, showsState: Bool) throws {
        let times = try output.times()
        let terminal = output.terminal
        let language: Language = try output.language
        if asked != number { StandardOutput.line(CaseWords(language).goesOn(asked, in: number)) }
        listing.printHeading(times, terminal.palette, language)
        for step in steps {
            StandardOutput.line()
            step.printText(times, terminal, language, own: number, playbook, showsState: showsState)
        }
    }
}

extension CaseListing {
    /// - Parameter showsVersion: whether it is told at which version the case is, for who goes on to decide.
    func printHeading(
        _ times: TimePrinter, _ palette: Palette, _ language: Language, showsVersion: Bool = false
    ) {
        let words = CaseWords(language)
        func time(_ moment: Timestamp) -> String { times.time(moment.microseconds) }
        let who: String =
            handle.map { "@" + SafeText.safe($0) } ?? account.map { SafeText.safe($0) }
            ?? (status == .retracted ? words.takenBack : words.erasedAccount)
        StandardOutput.line(
            palette.paint(words.title(number), .heading)
                + "  \(words.tracking(SafeText.safe(tracking)))  \(status.word(language))"
                + (mergedInto.map { words.mergedInto($0) } ?? ""))
        StandardOutput.line(
            "  " + words.judged(polarity.flatMap(Polarity.init), TargetSet(named: targets))
                + words.person(person, who, on: channel) + (brand.map { words.brand(SafeText.safe($0)) } ?? "")
                + (topics.isEmpty ? "" : words.topics(topics.map { SafeText.safe($0) })))
        StandardOutput.line(
            "  " + words.opened(openedAt.map(time) ?? "-")
                + words.counts(mentions: mentions, replies: replies, publicReplies: publicReplies, episode: episode)
                + (outcome.flatMap(Outcome.init).map { words.outcome($0) } ?? "")
                + (dismissedAs.map { words.dismissed(as: $0) } ?? "")
                + (nextFollowUpAt.map { words.nextFollowUp(time($0)) } ?? ""))
        if let work = words.work(
            assignee: assignee.map { SafeText.safe($0) }, priority, tags: tags.map { SafeText.safe($0) },
            snoozedUntil: snoozedUntil.map(time))
        {
            StandardOutput.line("  " + work)
        }
        var last: [String] = []
        if let rootID, let origin = Origin(rawValue: origin) {
            last.append(words.conversation("\(channel.name):\(SafeText.safe(rootID))", origin))
        }
        if showsVersion { last.append(words.version(version)) }
        if !last.isEmpty { StandardOutput.line("  " + last.joined(separator: "; ")) }
    }
}

extension AuditTrail.Step {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.field("stream", stream.description)
        writer.field("version", version)
        writer.field("type", event.type.rawValue)
        writer.field("occurredAt", occurredAt)
        writer.field("recordedAt", recordedAt)
        writer.field("actor", actor)
        writer.nullable("causation", causation?.rawValue)
        writer.field("correlation", correlation.rawValue)
        writer.nullable("rule", rule)
        writer.nullable("visibility", visibility?.rawValue)
        writer.key("payload")
        if let value = try? JSONValue.parse(Array(payload.utf8)) { writer.value(value) } else { writer.null() }
        writer.field("correctedBy", correctedBy.map(\.rawValue))
        writer.nullable("retractedAt", retractedAt?.rawValue)
        writer.nullable("takenBackAt", takenBack?.at.rawValue)
        writer.key("content")
        switch content {
        case .present(let content): content.encode(to: &writer)
        case .none, .erased: writer.null()
        }
        if case .erased = content { writer.field("contentErased", true) } else { writer.field("contentErased", false) }
        writer.key("changes")
        writer.beginArray()
        for change in changes { change.write(to: &writer) }
        writer.endArray()
        writer.field("stateAfter", after.status.rawValue)
        writer.endObject()
    }

    /// That it was taken back, by whom, when and why, where it was.
    func printTakenBack(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language, indent: String) {
        guard let takenBack else { return }
        let sentence: String = SafeText.safe(
            AuditWords(language).takenBack(
                at: takenBack.at, by: takenBack.actor, times.time(takenBack.occurredAt.microseconds), takenBack.reason))
        for line in sentence.wrapped(toWidth: max(terminal.width ?? 120, 40), indent: indent, firstIndent: indent) {
            StandardOutput.line(terminal.palette.paint(line, .warning))
        }
    }

    func printText(
        _ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language, own: CaseNumber,
        _ playbook: Playbook?, showsState: Bool
    ) {
        let palette = terminal.palette
        let words = AuditWords(language)
        let width: Int = max(terminal.width ?? 120, 40)
        let elsewhere: String = stream == .case(own) ? "" : "  \(stream)"
        StandardOutput.line(
            palette.paint("#\(position)", .emphasis)
                + "  \(times.time(occurredAt.microseconds))  "
                + palette.paint(
                    "\(words.recorded(times.time(recordedAt.microseconds)))  \(SafeText.safe(actor))\(elsewhere)",
                    .muted))
        let sentence: String = EventSentence(event: event, times: times, language: language).text
        StandardOutput.lines(sentence.wrapped(toWidth: width, indent: "    ", firstIndent: "    "))
        if !correctedBy.isEmpty {
            StandardOutput.line(palette.paint("    " + words.corrected(at: correctedBy), .warning))
        }
        if let retractedAt {
            StandardOutput.line(palette.paint("    " + words.retracted(at: retractedAt), .warning))
        }
        printTakenBack(times, terminal, language, indent: "    ")
        if let rule {
            let text: String = SafeText.safe(words.rule(rule, playbook?.rule(rule)?.meaning(language)))
            StandardOutput.lines(text.wrapped(toWidth: width, indent: "      ", firstIndent: "    "))
        }
        switch content {
        case .none: break
        case .erased: StandardOutput.line(palette.paint("    " + CaseWords(language).wordsErased, .muted))
        case .present(let content): content.printText(words, palette, width)
        }
        if !changes.isEmpty {
            let text: String = changes.map { $0.sentence(times, words) }.joined(separator: "; ")
            let lines = ("→ " + SafeText.safe(text)).wrapped(toWidth: width, indent: "      ", firstIndent: "    ")
            StandardOutput.lines(lines.map { palette.paint($0, .muted) })
        }
        if showsState {
            let next: String? = after.nextFollowUpAt.map { times.time($0.microseconds) }
            StandardOutput.line("    = " + words.state(after, nextFollowUp: next))
        }
    }
}

extension Rule {
    /// What it serves and says, for those who don't know the playbook by heart.
    fileprivate func meaning(_ language: Language) -> (themes: String, reason: String) {
        (themes.map { "S\($0)" }.joined(separator: ", "), reason[language])
    }
}

extension Content {
    fileprivate func printText(_ words: AuditWords, _ palette: Palette, _ width: Int) {
        if let override {
            let text: String = words.override(SafeText.safe(override))
            let lines = text.wrapped(toWidth: width, indent: "      ", firstIndent: "    ")
            StandardOutput.lines(lines.map { palette.paint($0, .warning) })
        }
        if let text {
            for line in SafeText.safe(text, newlines: .keep).split(separator: "\n", omittingEmptySubsequences: false) {
                StandardOutput.lines(String(line).wrapped(toWidth: width, indent: "    | ", firstIndent: "    | "))
            }
        }
        if let note {
            StandardOutput.lines(
                words.note(SafeText.safe(note)).wrapped(toWidth: width, indent: "      ", firstIndent: "    "))
        }
    }
}

extension TimePrinter {
    /// A value of a change as a person reads it: times in their zone.
    func shown(_ value: String, _ precision: Precision = .seconds) -> String {
        TimeText.parse(rfc3339: value).map { time($0.microseconds, precision: precision) } ?? value
    }
}

extension AuditTrail.Change {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("field", field)
        writer.nullable("before", before)
        writer.nullable("after", after)
        writer.endObject()
    }

    func sentence(_ times: TimePrinter, _ words: AuditWords) -> String {
        words.change(
            field, before, after, shown: { times.shown($0) }, inFull: { times.shown($0, .microseconds) })
    }
}
