import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal
import Wording

extension PersonHistory {
    /// The whole history as JSON in a stable shape.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("asked", asked.rawValue)
        writer.field("person", principal.rawValue)
        writer.key("linked")
        writer.beginArray()
        for person in persons.dropFirst() { person.writeLink(to: &writer) }
        writer.endArray()
        writer.key("accounts")
        writer.beginArray()
        for account in accounts { account.write(to: &writer) }
        writer.endArray()
        writer.field("isNobody", isNobody)
        writer.field("mentions", mentions)
        writer.field("complaints", Int64(complaints))
        writer.field("replies", replies)
        writer.field("assessment", assessment.rawValue)
        writer.nullable("assessed", latestAssessment?.assessment.rawValue)
        writer.field("evidence", latestAssessment?.evidence ?? [])
        writer.field("expires", latestAssessment?.expires)
        writer.field("stance", stance.rawValue)
        writer.key("stances")
        writer.beginArray()
        for step in evidence { step.write(to: &writer) }
        writer.endArray()
        writer.key("surveys")
        writer.beginArray()
        for person in persons { for survey in person.surveys { survey.write(person.number, to: &writer) } }
        writer.endArray()
        writer.key("notes")
        writer.beginArray()
        for note in notes { note.write(to: &writer) }
        writer.endArray()
        writer.key("cases")
        writer.beginArray()
        for listing in cases { writer.listing(listing) }
        writer.endArray()
        writer.field("position", position.rawValue)
        writer.endObject()
    }

    func printText(_ output: OutputOptions) throws {
        let times = try output.times()
        let terminal = output.terminal
        let palette = terminal.palette
        let language: Language = try output.language
        let words = PersonWords(language)
        if asked != principal { StandardOutput.line(words.knownAs(asked, principal)) }
        StandardOutput.line(palette.paint(words.title(principal), .heading) + words.standing(stance))
        if isNobody { StandardOutput.line("  \(words.nobody)") }
        for account in accounts { StandardOutput.line("  \(account.sentence(of: principal, words))") }
        for person in persons.dropFirst() {
            guard let link = person.knownAs else { continue }
            let since: String = times.time(link.at.microseconds)
            StandardOutput.line(
                "  " + words.linked(person.number, link.person, link.basis, since: since)
                    + palette.paint("  #\(link.position)", .muted))
        }
        StandardOutput.line(
            "  "
                + words.counts(cases: cases.count, mentions: mentions, complaints: complaints, replies: replies))
        if let assessed = latestAssessment {
            StandardOutput.line(
                "  \(assessed.sentence(times, words, now: now))" + palette.paint("  #\(assessed.position)", .muted))
        }
        for person in persons {
            for survey in person.surveys { StandardOutput.line("  \(survey.sentence(times, words))") }
        }
        for note in notes {
            for sentence in note.sentences(words, AuditWords(language)) {
                let lines = SafeText.safe(sentence).wrapped(
                    toWidth: max(terminal.width ?? 120, 40), indent: "    ", firstIndent: "  ")
                StandardOutput.lines(
                    lines.dropLast() + [(lines.last ?? "") + palette.paint("  #\(note.position)", .muted)])
            }
        }
        if !evidence.isEmpty { StandardOutput.line() }
        for step in evidence {
            StandardOutput.line(step.sentence(times, words) + palette.paint("  #\(step.position)", .muted))
        }
        for listing in cases {
            StandardOutput.line()
            listing.printHeading(times, palette, language)
        }
    }
}

extension PersonState {
    fileprivate func writeLink(to writer: inout JSONWriter) {
        guard let knownAs else { return }
        writer.beginObject()
        writer.field("person", number.rawValue)
        writer.field("knownAs", knownAs.person.rawValue)
        writer.field("basis", knownAs.basis.rawValue)
        writer.field("since", knownAs.at)
        writer.field("position", knownAs.position.rawValue)
        writer.endObject()
    }
}

extension PersonHistory.Note {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.field("type", type.rawValue)
        writer.field("at", at)
        writer.nullable("text", text)
        writer.nullable("note", note)
        writer.nullable("override", override)
        writer.endObject()
    }

    fileprivate func sentences(_ words: PersonWords, _ audit: AuditWords) -> [String] {
        [override.map(audit.override), text.map(words.wrote), note.map { words.note(on: type, $0) }].compactMap(\.self)
    }
}

extension PersonHistory.Account {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("person", person.rawValue)
        writer.field("channel", channel.name)
        writer.nullable("account", id)
        writer.nullable("handle", handle)
        writer.nullable("name", name)
        writer.nullable("gone", gone?.rawValue)
        writer.field("position", position.rawValue)
        writer.endObject()
    }

    fileprivate func sentence(of principal: PersonNumber, _ words: PersonWords) -> String {
        var text: String = channel.name + ": " + (id.map { SafeText.safe($0) } ?? words.erased)
        if let handle { text += " @\(SafeText.safe(handle))" }
        if let name { text += ", \(SafeText.safe(name))" }
        if let gone { text += words.gone(gone) }
        return person == principal ? text : text + words.of(person)
    }
}

extension PersonState.Assessment {
    fileprivate func sentence(_ times: TimePrinter, _ words: PersonWords, now: Timestamp) -> String {
        let judged: String = words.judged(assessment, at: times.time(at.microseconds), evidence: evidence)
        return judged
            + (expires.map { words.expires(times.time($0.microseconds), isPast: $0 <= now) } ?? "")
    }
}

extension Survey {
    fileprivate func write(_ person: PersonNumber, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("person", person.rawValue)
        writer.field("offer", offer)
        writer.field("instrument", instrument.rawValue)
        writer.nullable("case", self.case?.rawValue)
        writer.field("offeredAt", offeredAt)
        writer.nullable("score", answer?.score)
        writer.field("answeredAt", answer?.at)
        writer.field("position", (answer?.position ?? position).rawValue)
        writer.endObject()
    }

    fileprivate func sentence(_ times: TimePrinter, _ words: PersonWords) -> String {
        words.offered(instrument, as: offer, at: times.time(offeredAt.microseconds), for: self.case)
            + (answer.map { words.answered($0.score, of: instrument.scale.upperBound) } ?? words.unanswered)
    }
}

extension PersonHistory.StanceStep {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("at", at)
        writer.field("stance", stance.rawValue)
        writer.field("kind", kind)
        writer.field("person", person.rawValue)
        writer.nullable("case", caseNumber?.rawValue)
        writer.field("position", position.rawValue)
        writer.nullable("judgedAt", judgedAt?.rawValue)
        writer.nullable("excluded", exclusion?.rawValue)
        writer.endObject()
    }

    fileprivate func sentence(_ times: TimePrinter, _ words: PersonWords) -> String {
        "\(times.time(at.microseconds))  " + words.stance(stance, by: kind, in: caseNumber)
            + (exclusion.map { words.excluded($0) } ?? "") + (judgedAt.map { words.judged(at: $0) } ?? "")
    }
}

extension PersonReceipt {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("person", number.rawValue)
        writer.nullable("case", concerning?.rawValue)
        writer.field("positions", Array(positions))
        writer.field("types", types.map(\.rawValue))
        writer.field("known", wasKnown)
        writer.key("changes")
        writer.beginArray()
        for change in changes {
            writer.beginObject()
            writer.field("field", change.field)
            writer.nullable("before", change.before)
            writer.nullable("after", change.after)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    /// What was recorded and what it changed, in one line.
    func sentence(_ words: ReceiptWords, _ times: TimePrinter) -> String {
        if wasKnown { return words.known(number, at: positions.lowerBound) }
        let changed: String = changes.map { change in
            words.changed(change.field, change.before, change.after) { times.shown($0) }
        }.joined(separator: ", ")
        return words.recorded(number, types.first, for: concerning, at: positions.lowerBound)
            + (changed.isEmpty ? "" : ": \(changed)")
    }

    func printText(_ times: TimePrinter, _ language: Language) {
        StandardOutput.line(sentence(ReceiptWords(language), times))
    }
}
