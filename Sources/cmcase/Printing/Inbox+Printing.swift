import CaseDesk
import CaseModel
import JSON
import Playbook
import ServiceLevels
import Terminal
import Wording

extension Inbox {
    func printTable(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let words = InboxWords(language)
        // Nobody has a case where a house has one person: then there is no such column.
        let isAssigned: Bool = items.contains { $0.summary.assignee != nil }
        let assignee: [TextTable.Column] = isAssigned ? [.init(words.assignee, yielding: 1)] : []
        var table = TextTable(
            columns: [
                .init(words.number, alignment: .right), .init(words.due), .init(words.left, alignment: .right),
                .init(words.action, minimumWidth: 14), .init(words.why),
            ] + assignee + [
                .init(words.person, minimumWidth: 10, yielding: 2), .init(words.said, minimumWidth: 16, yielding: 3),
            ])
        for item in items {
            let playbook: Playbook = shelf.playbooks[item.advice.playbook].playbook
            let style: Style? = item.advice.isOverdue ? .bad : item.advice.isUrgent ? .warning : nil
            let rule: Rule? = item.advice.shown.map { playbook.rules[$0.rule] }
            let assignee: [TextTable.Cell] = isAssigned ? [.init(item.summary.assignee ?? "-")] : []
            let todo: [TextTable.Cell] = [
                .init("\(item.number)", style: .emphasis),
                .init(item.advice.due.map { times.time($0.microseconds) } ?? "-", style: style),
                .init(
                    item.advice.due.map { DurationText.compact(microseconds: $0.microseconds(since: now)) }
                        ?? "-",
                    style: style),
                .init(item.action(playbook, language)),
                .init(
                    ([rule?.id ?? ""] + (rule?.themes.map { "S\($0)" } ?? []) + item.incidentWords(language))
                        .joined(separator: " "), style: .muted),
            ]
            table.append(todo + assignee + [.init(item.standing(language)), .init(item.text ?? words.erased)])
        }
        if items.isEmpty {
            StandardOutput.line(words.nothing)
        } else {
            StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        }
        StandardOutput.line(words.count(items.count, of: total, overdue: overdue))
    }

    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("now", now)
            writer.field("total", total)
            writer.field("overdue", overdue)
            writer.field("position", position.rawValue)
            writer.key("items")
            writer.beginArray()
            for item in items { item.write(to: &writer, shelf, now) }
            writer.endArray()
            writer.endObject()
        }
    }

    func printCSV(_ times: TimePrinter) {
        let csv = CSVWriter()
        var text = csv.row([
            "case", "due", "seconds_left", "overdue", "action", "visibility", "rule", "s", "reason", "person", "handle",
            "stance", "person_cases", "person_complaints", "reach", "channel", "brand", "assignee", "priority",
            "incident", "text",
        ])
        for item in items {
            let playbook: Playbook = shelf.playbooks[item.advice.playbook].playbook
            let rule: Rule? = item.advice.shown.map { playbook.rules[$0.rule] }
            let next: Advice? = item.advice.next
            let todo: [String] = [
                next?.action.rawValue ?? "wait", next?.visibility?.rawValue ?? "", rule?.id ?? "",
                rule?.themes.map { "S\($0)" }.joined(separator: " ") ?? "", rule?.reason[.english] ?? "",
            ]
            let due: [String] = [
                item.advice.due.map { times.time($0.microseconds) } ?? "",
                item.advice.due.map { "\($0.microseconds(since: now) / 1_000_000)" } ?? "",
                "\(item.advice.isOverdue)",
            ]
            let person: [String] = [
                "\(item.person)", item.handle ?? "", item.stance.rawValue, "\(item.personCases)",
                "\(item.personComplaints)", item.summary.reach.map { "\($0)" } ?? "",
            ]
            let work: [String] = [
                item.channel.name, item.summary.brand?.name ?? "", item.summary.assignee ?? "",
                item.summary.priority.rawValue, item.incident.map { "\($0.number)" } ?? "", item.text ?? "",
            ]
            let cells: [String] = ["\(item.number)"] + due + todo + person + work
            csv.append(cells, to: &text)
        }
        StandardOutput.line(String(text.dropLast()))
    }
}

extension InboxItem {
    /// What to do, and where.
    func action(_ playbook: Playbook, _ language: Language) -> String {
        guard let next = advice.next else { return Action.wait.label[language] }
        return next.words(playbook, language)
    }

    /// Who it is: name, history, stance.
    func standing(_ language: Language) -> String {
        let words = InboxWords(language)
        let name: String = handle ?? account ?? "\(person)"
        return "\(name) (\(words.history(personCases, personComplaints)); \(words.stance(stance)))"
    }

    /// Of which incident it is part; nothing where it is of none.
    func incidentWords(_ language: Language) -> [String] {
        incident.map { [IncidentWords(language).name($0.number)] } ?? []
    }

    /// - Parameter version: what `--expecting` takes, where one case is told of.
    func write(to writer: inout JSONWriter, _ shelf: PolicyShelf, _ now: Timestamp, version: Int64? = nil) {
        let playbook: Playbook = shelf.playbooks[advice.playbook].playbook
        writer.beginObject()
        writer.field("case", number.rawValue)
        if let version { writer.field("version", version) }
        writer.field("channel", channel.name)
        writer.nullable("brand", summary.brand?.name)
        writer.field("state", summary.status.rawValue)
        writer.nullable("polarity", summary.polarity?.rawValue)
        writer.nullable("target", summary.targetsName.isEmpty ? nil : summary.targetsName)
        writer.nullable("severity", summary.severity?.rawValue)
        writer.nullable("assignee", summary.assignee)
        writer.field("priority", summary.priority.rawValue)
        writer.field("tags", summary.tags)
        writer.field("snoozedUntil", summary.snoozedUntil)
        writer.nullable("reach", summary.reach)
        writer.key("next")
        if let next = advice.next { writer.advice(next, playbook, summary) } else { writer.null() }
        writer.key("advice")
        writer.beginArray()
        for one in advice.advice { writer.advice(one, playbook, summary) }
        writer.endArray()
        writer.field("playbook", "\(playbook.name)@\(playbook.version)")
        writer.field("due", advice.due)
        writer.nullable("secondsLeft", advice.due.map { $0.microseconds(since: now) / 1_000_000 })
        writer.field("overdue", advice.isOverdue)
        writer.field("urgent", advice.isUrgent)
        writer.key("clocks")
        writer.beginArray()
        for reading in advice.clocks.readings { writer.clock(reading) }
        writer.endArray()
        writer.nullable("incident", incident?.number)
        writer.nullable("incidentLevel", incident?.level)
        writer.field("person", person.rawValue)
        writer.nullable("account", account)
        writer.nullable("handle", handle)
        writer.field("personCases", personCases)
        writer.field("personComplaints", personComplaints)
        writer.field("stance", stance.rawValue)
        writer.field("lastMentionAt", summary.lastMentionAt)
        writer.field("unansweredSince", summary.unansweredSince)
        writer.nullable("text", text)
        writer.endObject()
    }
}

extension Advice {
    /// What to do, as what or what for, where, and for which issue: all that its command wants to know.
    func words(_ playbook: Playbook, _ language: Language) -> String {
        let effect: Rule.Effect = playbook.rules[rule].effect
        var words: String = action.label[language]
        if action == .dismiss, let ground = effect.ground { words += " " + ground.label[language] }
        // What is foreseen is not said to anybody.
        if let visibility, action != .forecast {
            words += " " + (action == .move ? visibility.direction : visibility.phrase)[language]
        }
        if action == .reply, let purpose = effect.purpose { words += " " + purpose.label[language] }
        if let issue {
            let name: LocalizedText =
                issue == .product
                ? LocalizedText(en: "product", es: "producto") : LocalizedText(en: "brand", es: "marca")
            words += " (\(name[language]))"
        }
        return words
    }
}

extension JSONWriter {
    mutating func advice(_ advice: Advice, _ playbook: Playbook, _ summary: CaseSummary) {
        let rule: Rule = playbook.rules[advice.rule]
        beginObject()
        field("action", advice.action.rawValue)
        nullable("visibility", advice.visibility?.rawValue)
        nullable("visibilityRule", advice.placedBy.map { playbook.rules[$0].id })
        nullable("purpose", rule.effect.purpose?.rawValue)
        nullable("issue", advice.issue?.rawValue)
        nullable("as", rule.effect.ground?.rawValue)
        field("clock", advice.clock.rawValue)
        field("rule", rule.id)
        field("s", rule.themes.map { "S\($0)" })
        field("reason", rule.reason[.english])
        field("path", advice.path.members.map { playbook.rules[$0].id })
        endObject()
    }

    mutating func clock(_ reading: ClockReading) {
        beginObject()
        field("clock", reading.clock.rawValue)
        field("state", reading.state.rawValue)
        field("startedAt", reading.startedAt)
        field("stoppedAt", reading.stoppedAt)
        field("targetSeconds", reading.target / 1_000_000)
        field("due", reading.due)
        field("warnAt", reading.warnAt)
        field("usedSeconds", reading.used / 1_000_000)
        field("pausedSeconds", reading.paused / 1_000_000)
        endObject()
    }
}
