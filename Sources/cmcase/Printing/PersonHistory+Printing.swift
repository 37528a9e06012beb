import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal

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
        if asked != principal { StandardOutput.line("Person \(asked) is known as person \(principal).") }
        StandardOutput.line(palette.paint("Person \(principal)", .heading) + ", \(stance.rawValue)")
        for account in accounts { StandardOutput.line("  \(account.sentence(of: principal))") }
        for person in persons.dropFirst() {
            guard let link = person.knownAs else { continue }
            StandardOutput.line(
                "  person \(person.number) is known as person \(link.person) (\(link.basis.rawValue)) since "
                    + times.time(link.at.microseconds) + palette.paint("  #\(link.position)", .muted))
        }
        StandardOutput.line(
            "  \(cases.count) cases, \(mentions) mentions, \(complaints) of them complaints, \(replies) replies of ours"
        )
        if let assessed = latestAssessment {
            StandardOutput.line(
                "  \(assessed.sentence(times, now: now))" + palette.paint("  #\(assessed.position)", .muted))
        }
        for person in persons { for survey in person.surveys { StandardOutput.line("  \(survey.sentence(times))") } }
        if !evidence.isEmpty { StandardOutput.line() }
        for step in evidence {
            StandardOutput.line(step.sentence(times) + palette.paint("  #\(step.position)", .muted))
        }
        for listing in cases {
            StandardOutput.line()
            listing.printHeading(times, palette)
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

    fileprivate func sentence(of principal: PersonNumber) -> String {
        var text: String = channel.name + ": " + (id.map { SafeText.safe($0) } ?? "(erased)")
        if let handle { text += " @\(SafeText.safe(handle))" }
        if let name { text += ", \(SafeText.safe(name))" }
        if let gone { text += ", gone (\(gone.rawValue))" }
        return person == principal ? text : text + " (person \(person))"
    }
}

extension PersonState.Assessment {
    fileprivate func sentence(_ times: TimePrinter, now: Timestamp) -> String {
        var text: String = "judged \(assessment.rawValue) on \(times.time(at.microseconds))"
        if !evidence.isEmpty { text += " by \(evidence.joined(separator: ", "))" }
        guard let expires else { return text }
        return text + (expires <= now ? ", expired " : ", until ") + times.time(expires.microseconds)
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

    fileprivate func sentence(_ times: TimePrinter) -> String {
        let occasion: String = self.case.map { " for case \($0)" } ?? ""
        let offered = "\(instrument.rawValue) offered \(times.time(offeredAt.microseconds))\(occasion)"
        guard let answer else { return offered + ", not answered" }
        return offered + ", answered \(answer.score) of \(instrument.scale.upperBound)"
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

    fileprivate func sentence(_ times: TimePrinter) -> String {
        var text: String = "\(times.time(at.microseconds))  \(stance.rawValue), by \(kind)"
        if let caseNumber { text += " in case \(caseNumber)" }
        if let exclusion { text += " (left out: \(exclusion.rawValue))" }
        if let judgedAt { text += ", judged at #\(judgedAt)" }
        return text
    }
}

extension PersonReceipt {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("person", number.rawValue)
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
    var sentence: String {
        if wasKnown { return "person \(number), recorded before at #\(positions.lowerBound)" }
        let what: String = types.first?.rawValue ?? ""
        let changed: String = changes.map { "\($0.field) \($0.before ?? "-") → \($0.after ?? "-")" }
            .joined(separator: ", ")
        return "person \(number), \(what) at #\(positions.lowerBound)" + (changed.isEmpty ? "" : ": \(changed)")
    }

    func printText() { StandardOutput.line(sentence) }
}
