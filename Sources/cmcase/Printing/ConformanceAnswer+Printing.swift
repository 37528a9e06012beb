import CaseDesk
import CaseModel
import JSON
import Playbook
import Terminal
import Wording

extension ConformanceAnswer {
    func printText(_ output: OutputOptions) throws {
        let terminal = output.terminal
        let times = try output.times()
        let language: Language = try output.language
        let words = ConformanceWords(language)
        if asked != number { StandardOutput.line(CaseWords(language).goesOn(asked, in: number)) }
        StandardOutput.line(
            terminal.palette.paint(words.heading(number), .heading) + "  " + words.log(through: position))
        StandardOutput.line("  \(conformance.counts.sentence(words))")
        StandardOutput.line()
        var table = ConstraintTable(language)
        for finding in conformance.findings where finding.counts != ConformanceCounts() {
            table.append(finding.constraint, finding.counts)
        }
        StandardOutput.lines(table.lines(terminal))
        for violation in conformance.violations {
            StandardOutput.line()
            violation.printText(language, terminal)
            for position in violation.positions { events[position]?.printText(times, terminal, language) }
            for position in violation.correctedBy { events[position]?.printCorrection(times, words, indent: "  ") }
        }
        let broken = Set(conformance.violations.flatMap(\.events))
        let others = conformance.overrides.filter { !broken.contains($0) }
        if !others.isEmpty {
            StandardOutput.line()
            StandardOutput.line(words.otherOverrides)
            for position in others { events[position]?.printText(times, terminal, language) }
        }
        if !conformance.lateRecords.isEmpty {
            StandardOutput.line()
            StandardOutput.line(words.lateRecords)
            for late in conformance.lateRecords {
                events[late.position]?.printLate(by: late.delay, times, language)
            }
        }
        guard !remarks.isEmpty else { return }
        StandardOutput.line()
        StandardOutput.line(words.remarks)
        for remark in remarks {
            events[remark.position]?.printText(times, terminal, language)
            StandardOutput.line("      " + words.advises(remark.rule, remark.advises.map { ($0.action, $0.ground) }))
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("case", number.rawValue)
        writer.field("position", position.rawValue)
        writer.field("now", now)
        writer.counts(conformance.counts)
        writer.key("constraints")
        writer.beginArray()
        for finding in conformance.findings {
            writer.beginObject()
            writer.constraint(finding.constraint)
            writer.counts(finding.counts)
            writer.endObject()
        }
        writer.endArray()
        writer.key("violations")
        writer.beginArray()
        for violation in conformance.violations {
            writer.beginObject()
            writer.violation(violation)
            writer.key("events")
            writer.beginArray()
            for position in violation.positions { if let event = events[position] { writer.event(event) } }
            writer.endArray()
            writer.corrections(violation.correctedBy.compactMap { events[$0] })
            writer.endObject()
        }
        writer.endArray()
        writer.key("overrides")
        writer.beginArray()
        for position in conformance.overrides { if let event = events[position] { writer.event(event) } }
        writer.endArray()
        writer.key("lateRecords")
        writer.beginArray()
        for late in conformance.lateRecords {
            writer.beginObject()
            if let event = events[late.position] { writer.late(event, by: late.delay) }
            writer.endObject()
        }
        writer.endArray()
        writer.key("remarks")
        writer.beginArray()
        for remark in remarks {
            writer.beginObject()
            writer.remark(remark)
            if let event = events[remark.position] {
                writer.key("event")
                writer.event(event)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }
}

/// One row a constraint: its S numbers, its name, what came of it, what it says.
struct ConstraintTable {
    private let language: Language
    private var table: TextTable

    init(_ language: Language) {
        let words = ConformanceWords(language)
        self.language = language
        table = TextTable(
            columns: [.init("S"), .init(words.constraint)] + Self.columns(words)
                + [.init(words.saying, minimumWidth: 20, yielding: 1, overflow: .wrap)])
    }

    /// The columns of the counts.
    static func columns(_ words: ConformanceWords) -> [TextTable.Column] {
        [words.fitness, words.kept, words.broken, words.overridden, words.pending, words.imported].map {
            .init($0, alignment: .right)
        }
    }

    mutating func append(_ constraint: Constraint, _ counts: ConformanceCounts) {
        append(constraint.themesText, constraint.id, counts, constraint.text[language])
    }

    mutating func append(_ themes: String, _ name: String, _ counts: ConformanceCounts, _ text: String) {
        let numbers: [Int] = [counts.satisfied, counts.violated, counts.overridden, counts.pending, counts.imported]
        table.append(
            [.init(themes), .init(name), .init(counts.fitnessText)] + numbers.map { .init(NumberText.grouped($0)) }
                + [.init(text)])
    }

    func lines(_ terminal: TerminalSettings) -> [String] {
        table.lines(width: terminal.width, palette: terminal.palette)
    }
}

extension ConformanceCounts {
    /// `0.857`, or `-` where nothing was called for.
    var fitnessText: String { fitness.map { NumberText.fixed($0, decimals: 3) } ?? "-" }

    /// The counts in words.
    fileprivate func sentence(_ words: ConformanceWords) -> String {
        words.counts(
            fitness: fitnessText, activations: activations, satisfied: satisfied, violated: violated,
            overridden: overridden, pending: pending, imported: imported)
    }
}

extension ConstraintViolation {
    /// The heading of a violation: its S numbers, its constraint, what that says.
    fileprivate func printText(_ language: Language, _ terminal: TerminalSettings) {
        let words = ConformanceWords(language)
        let heading: String = "\(constraint.themesText) \(constraint.id)" + (isOverridden ? ", \(words.ignored)" : "")
        StandardOutput.line(terminal.palette.paint(heading, isOverridden ? .emphasis : .warning))
        StandardOutput.lines(
            "\(constraint.text[language]) \(constraint.formula)"
                .wrapped(toWidth: max(terminal.width ?? 120, 40), indent: "  ", firstIndent: "  "))
        if events.isEmpty { StandardOutput.line("  \(words.nothingDone)") }
    }
}

extension NamedEvent {
    /// The event in a line, and why it went against the rule.
    func printText(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let event: String = ConformanceWords(language).event(type, by: actor, rule)
        StandardOutput.line("  #\(position)  \(times.time(occurredAt.microseconds))  \(SafeText.safe(event))")
        guard let reason else { return }
        let text: String = AuditWords(language).override(SafeText.safe(reason))
        let lines = text.wrapped(toWidth: max(terminal.width ?? 120, 40), indent: "      ", firstIndent: "    ")
        StandardOutput.lines(lines.map { terminal.palette.paint($0, .warning) })
    }
}

extension NamedEvent {
    /// The event in a line, and how late it was recorded.
    func printLate(by delay: Int64, _ times: TimePrinter, _ language: Language) {
        let words = ConformanceWords(language)
        let event: String = SafeText.safe(words.event(type, by: actor, rule))
        StandardOutput.line(
            "  #\(position)  \(times.time(occurredAt.microseconds))  \(event), "
                + words.late(by: DurationText.compact(microseconds: delay)))
    }

    /// That a violation was corrected by this event.
    func printCorrection(_ times: TimePrinter, _ words: ConformanceWords, indent: String) {
        StandardOutput.line(
            indent
                + words.corrected(
                    at: position, by: SafeText.safe(actor), on: times.time(occurredAt.microseconds)))
    }
}

extension JSONWriter {
    /// By what a violation was corrected afterwards.
    mutating func corrections(_ events: [NamedEvent]) {
        key("corrections")
        beginArray()
        for correction in events { event(correction) }
        endArray()
    }

    /// An event that was recorded late, and by how many seconds.
    mutating func late(_ event: NamedEvent, by delay: Int64) {
        field("delaySeconds", delay / 1_000_000)
        key("event")
        self.event(event)
    }

    mutating func counts(_ counts: ConformanceCounts) {
        number("fitness", counts.fitness)
        field("activations", Int64(counts.activations))
        field("satisfied", Int64(counts.satisfied))
        field("violated", Int64(counts.violated))
        field("overridden", Int64(counts.overridden))
        field("pending", Int64(counts.pending))
        field("imported", Int64(counts.imported))
    }

    mutating func constraint(_ constraint: Constraint) {
        field("constraint", constraint.id)
        field("s", constraint.themesText)
        field("formula", constraint.formula)
        field("text", constraint.text[.english])
    }

    mutating func violation(_ violation: ConstraintViolation) {
        field("constraint", violation.constraint.id)
        field("s", violation.constraint.themesText)
        field("overridden", violation.isOverridden)
        field("at", violation.at)
    }

    mutating func remark(_ remark: RuleRemark) {
        field("remark", RuleRemark.name)
        field("rule", remark.rule)
        field(
            "advises",
            remark.advises.map { advised in
                advised.action.rawValue + (advised.ground.map { " " + $0.rawValue } ?? "")
            })
    }

    mutating func event(_ event: NamedEvent) {
        beginObject()
        field("position", event.position.rawValue)
        field("type", event.type.rawValue)
        field("occurredAt", event.occurredAt)
        field("actor", event.actor)
        nullable("rule", event.rule)
        nullable("reason", event.reason)
        endObject()
    }
}
