import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Playbook
import ServiceLevels
import Terminal
import Wording

/// `cmcase case next`
struct CaseNextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What to do next on a case, why, and by when.",
        discussion: """
            Example: cmcase case next 12

            --explain says which rules led to each advice and what of the case made them match, and reckons each deadline
            day by day.
            """)

    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @Flag(name: .long, help: "Say how it was found: rule by rule, day by day.")
    var explain = false

    @Option(name: .long, help: "Answer as if it were this time (default now).")
    var now: String?

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        let moment: Timestamp = try now.map { try output.time($0, option: "--now") } ?? StoreOptions.now()
        let (item, shelf) = try desk.next(
            try CaseReference.parsing(reference), now: moment, try horizon.horizon(output))
        let version: Int64? =
            horizon.isNow ? try desk.version(of: try CaseReference.parsing(reference)) : nil
        if output.json {
            return StandardOutput.json { item.write(to: &$0, shelf, moment, version: version) }
        }
        let printing = NextPrinting(
            item: item, version: version, shelf: shelf, now: moment, times: try output.times(),
            terminal: output.terminal,
            language: try output.language)
        printing.print(explaining: explain)
    }
}

/// What to do next on one case, in words.
private struct NextPrinting {
    let item: InboxItem
    let version: Int64?
    let shelf: PolicyShelf
    let now: Timestamp
    let times: TimePrinter
    let terminal: TerminalSettings
    let language: Language

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    private func wrapped(_ text: String, indent: String) {
        let safe: String = SafeText.safe(text)
        StandardOutput.lines(
            safe.wrapped(toWidth: terminal.width ?? 100, indent: indent, firstIndent: indent))
    }

    func print(explaining: Bool) {
        let palette: Palette = terminal.palette
        let playbook: Playbook = shelf.playbooks[item.advice.playbook].playbook
        StandardOutput.line(
            palette.paint("\(text("Case", "Caso")) \(item.number)", .heading)
                + "  \(item.summary.status.word(language))  "
                + SafeText.safe(item.standing(language)))
        if let work = CaseWords(language).work(
            assignee: item.summary.assignee.map { SafeText.safe($0) }, item.summary.priority,
            tags: item.summary.tags.map { SafeText.safe($0) },
            snoozedUntil: item.summary.snoozedUntil.flatMap { $0 > now ? times.time($0.microseconds) : nil })
        {
            wrapped(work, indent: "  ")
        }
        if let words = item.text { wrapped("\u{201C}\(words)\u{201D}", indent: "  ") }
        if let incident = item.incident {
            StandardOutput.line(
                "  "
                    + IncidentWords(language).partOf(
                        incident.number, level: incident.level, since: times.time(incident.declaredAt.microseconds)))
        }
        StandardOutput.line()
        if item.advice.advice.isEmpty { StandardOutput.line(text("Nothing is to be done.", "No hay nada que hacer.")) }
        for (index, advice) in item.advice.advice.enumerated() {
            let rule: Rule = playbook.rules[advice.rule]
            let themes: String = rule.themes.map { "S\($0)" }.joined(separator: " ")
            StandardOutput.line(
                "\(index + 1). " + palette.paint(advice.words(playbook, language), .emphasis) + "  "
                    + palette.paint("\(rule.id) \(themes)", .muted))
            wrapped(rule.reason[language], indent: "   ")
            if let placedBy = advice.placedBy, placedBy != advice.rule {
                let rule: Rule = playbook.rules[placedBy]
                wrapped(
                    "\(rule.id) \(rule.themes.map { "S\($0)" }.joined(separator: " ")): \(rule.reason[language])",
                    indent: "   ")
            }
            if explaining { explain(advice, playbook) }
        }
        printClocks(explaining: explaining)
        StandardOutput.line(
            palette.paint(
                "\(text("playbook", "protocolo")) \(playbook.name) \(playbook.version)"
                    + (version.map { "; " + CaseWords(language).version($0) } ?? ""), .muted))
    }

    private func explain(_ advice: Advice, _ playbook: Playbook) {
        for step in playbook.explanation(of: advice, in: item.advice.situation) {
            let because: String = step.because.map { $0.sentence(language) }.joined(separator: "; ")
            wrapped(
                "\(step.rule.id) (\(step.table.title[language]))" + (because.isEmpty ? "" : ": \(because)"),
                indent: "     ")
        }
    }

    private func printClocks(explaining: Bool) {
        StandardOutput.line()
        if let due = item.advice.due {
            let left: Int64 = due.microseconds(since: now)
            let length: String = DurationText.compact(microseconds: Int64(clamping: left.magnitude))
            let style: Style? = item.advice.isOverdue ? .bad : item.advice.isUrgent ? .warning : nil
            StandardOutput.line(
                terminal.palette.paint(
                    text("by ", "antes de ") + times.time(due.microseconds) + ", "
                        + (left < 0
                            ? text("\(length) overdue", "vencido hace \(length)")
                            : text("\(length) left", "quedan \(length)")),
                    style))
        }
        let level: PolicyShelf.ServiceLevelVersion = shelf.serviceLevel(at: item.summary.openedAt ?? now)
        for reading in item.advice.clocks.readings {
            let due: String = reading.due.map { times.time($0.microseconds) } ?? "-"
            StandardOutput.line(
                "   \(reading.clock.word(language)): \(reading.state.word(language)), " + text("due ", "vence ") + due)
            guard explaining else { continue }
            let days: [ExplainedDay] = level.time.explain(
                adding: reading.target, to: reading.startedAt, pauses: reading.pauses)
            for line in days.lines(in: level.time.calendar.zone, terminal, language) {
                StandardOutput.line("      \(line)")
            }
        }
        if item.summary.liveSince == nil {
            StandardOutput.line(
                text(
                    "   imported history: no clock of today runs for it",
                    "   historial importado: ningún plazo corre para él"))
        }
        if !item.advice.clocks.readings.isEmpty {
            StandardOutput.line(
                terminal.palette.paint(
                    text("service level ", "nivel de servicio ")
                        + "\(level.policy.name) \(level.policy.version), \(level.time.calendar.name) "
                        + level.time.calendar.version, .muted))
        }
    }
}
