import CaseDesk
import CaseModel
import JSON
import Playbook
import Terminal

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
        if asked != number { StandardOutput.line("Case \(asked) goes on in case \(number).") }
        listing.printHeading(times, terminal.palette)
        for step in steps {
            StandardOutput.line()
            step.printText(times, terminal, own: number, playbook, showsState: showsState)
        }
    }
}

extension CaseListing {
    func printHeading(_ times: TimePrinter, _ palette: Palette) {
        let judged: String =
            (polarity ?? "not judged yet")
            + (targets.isEmpty ? "" : " about \(targets == "both" ? "product and brand" : targets)")
        let who: String = handle.map { "@" + SafeText.safe($0) } ?? account.map { SafeText.safe($0) } ?? "erased"
        StandardOutput.line(
            palette.paint("Case \(number)", .heading) + "  \(tracking)  \(status.rawValue)"
                + (mergedInto.map { ", goes on in case \($0)" } ?? ""))
        StandardOutput.line(
            "  \(SafeText.safe(judged)); person \(person) (\(who)) on \(channel.name)"
                + (brand.map { "; brand \(SafeText.safe($0))" } ?? "")
                + (topics.isEmpty ? "" : "; topics \(SafeText.safe(topics.joined(separator: ", ")))"))
        let opened: String = openedAt.map { times.time($0.microseconds) } ?? "-"
        StandardOutput.line(
            "  opened \(opened); \(mentions) mentions, \(replies) replies (\(publicReplies) public); episode \(episode)"
                + (outcome.map { "; outcome \($0)" } ?? "")
                + (nextFollowUpAt.map { "; next follow-up \(times.time($0.microseconds))" } ?? ""))
        if let rootID { StandardOutput.line("  conversation \(channel.name):\(SafeText.safe(rootID)); \(origin)") }
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

    func printText(
        _ times: TimePrinter, _ terminal: TerminalSettings, own: CaseNumber, _ playbook: Playbook?, showsState: Bool
    ) {
        let palette = terminal.palette
        let width: Int = max(terminal.width ?? 120, 40)
        let elsewhere: String = stream == .case(own) ? "" : "  \(stream)"
        StandardOutput.line(
            palette.paint("#\(position)", .emphasis)
                + "  \(times.time(occurredAt.microseconds))  "
                + palette.paint(
                    "recorded \(times.time(recordedAt.microseconds))  \(SafeText.safe(actor))\(elsewhere)", .muted))
        StandardOutput.lines(sentence(times).wrapped(toWidth: width, indent: "    ", firstIndent: "    "))
        if !correctedBy.isEmpty {
            let places: String = correctedBy.map { "#\($0)" }.joined(separator: ", ")
            StandardOutput.line(palette.paint("    (corrected at \(places))", .warning))
        }
        if let retractedAt {
            StandardOutput.line(palette.paint("    (taken back with its import at #\(retractedAt))", .warning))
        }
        if let rule {
            let text: String = rule.meaning(in: playbook)
            StandardOutput.lines(text.wrapped(toWidth: width, indent: "      ", firstIndent: "    "))
        }
        switch content {
        case .none: break
        case .erased: StandardOutput.line(palette.paint("    (its words were erased)", .muted))
        case .present(let content): content.printText(palette, width)
        }
        if !changes.isEmpty {
            let text: String = changes.map { $0.sentence(times) }.joined(separator: "; ")
            let lines = ("→ " + SafeText.safe(text)).wrapped(toWidth: width, indent: "      ", firstIndent: "    ")
            StandardOutput.lines(lines.map { palette.paint($0, .muted) })
        }
        if showsState { StandardOutput.line("    = \(after.sentence(times))") }
    }
}

extension String {
    /// A rule's id with what it serves and says, for those who don't know the playbook by heart.
    fileprivate func meaning(in playbook: Playbook?) -> String {
        guard let rule = playbook?.rule(self) else { return "rule \(SafeText.safe(self))" }
        let themes: String = rule.themes.map { "S\($0)" }.joined(separator: ", ")
        return SafeText.safe("rule \(rule.id) (\(themes)): \(rule.reason[.english])")
    }
}

extension Content {
    fileprivate func printText(_ palette: Palette, _ width: Int) {
        if let override {
            let text: String = "against the rule, because: " + SafeText.safe(override)
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
                ("note: " + SafeText.safe(note)).wrapped(toWidth: width, indent: "      ", firstIndent: "    "))
        }
    }
}

extension TimePrinter {
    /// A value of a change as a person reads it: times in their zone.
    func shown(_ value: String) -> String { TimeText.parse(rfc3339: value).map { time($0.microseconds) } ?? value }
}

extension AuditTrail.Change {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("field", field)
        writer.nullable("before", before)
        writer.nullable("after", after)
        writer.endObject()
    }

    func sentence(_ times: TimePrinter) -> String {
        switch (before.map(times.shown), after.map(times.shown)) {
        case (nil, let after?): "\(field) \(after)"
        case (let before?, nil): "\(field) \(before) → none"
        case (let before?, let after?): "\(field) \(before) → \(after)"
        case (nil, nil): field
        }
    }
}

extension CaseSummary {
    fileprivate func sentence(_ times: TimePrinter) -> String {
        var text: String = "\(status.rawValue), \(polarity?.rawValue ?? "not judged")"
        if !targets.isEmpty { text += " about \(targetsName)" }
        text += ", \(mentionCount) mentions, \(replyCount) replies, episode \(episode)"
        if let outcome { text += ", \(outcome.rawValue)" }
        if let nextFollowUpAt { text += ", next follow-up \(times.time(nextFollowUpAt.microseconds))" }
        return text
    }
}
