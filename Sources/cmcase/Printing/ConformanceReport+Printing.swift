import CaseDesk
import CaseModel
import JSON
import Measures
import Playbook
import Terminal
import Wording

extension ConformanceReport {
    func printText(_ output: OutputOptions, monthZone: String?, explaining: Bool) throws {
        let terminal = output.terminal
        let times = try output.times()
        let language: Language = try output.language
        let words = ConformanceWords(language)
        StandardOutput.line(
            terminal.palette.paint(words.heading, .heading)
                + "  (\(MeasureDefinition.conformance.id))")
        StandardOutput.line(
            "  "
                + words.scope(
                    cases: all.cases, imported: all.importedCases, until: times.time(now.microseconds),
                    through: position))
        StandardOutput.line()
        var table = ConstraintTable(language)
        for (constraint, counts) in zip(all.constraints, all.counts) { table.append(constraint, counts) }
        table.append("", words.all, all.all, "")
        StandardOutput.lines(table.lines(terminal))
        StandardOutput.line()
        StandardOutput.line("  " + words.falseTrolls(all.falseTrollRate.sentence, of: all.trollDismissals))
        StandardOutput.line("  " + words.forecasts(all.forecastAccuracy.sentence, of: all.forecasts))
        StandardOutput.line("  " + words.overrideCount(all.overrides))
        StandardOutput.line("  " + words.correctedCount(all.corrected))
        StandardOutput.line("  " + words.lateCount(all.lateRecords))
        if !groups.isEmpty { StandardOutput.lines(groupLines(terminal, language, monthZone: monthZone)) }
        printViolations(times, terminal, words, explaining: explaining)
        if !overrides.isEmpty {
            StandardOutput.line()
            StandardOutput.line(terminal.palette.paint(words.overrides, .heading))
            for one in overrides {
                StandardOutput.line(words.title(one.number))
                one.event.printText(times, terminal, language)
            }
        }
        if explaining, !lateRecords.isEmpty {
            StandardOutput.line()
            StandardOutput.line(terminal.palette.paint(words.lateRecords, .heading))
            for one in lateRecords {
                StandardOutput.line(words.title(one.number))
                one.event.printLate(by: one.delay, times, language)
            }
        }
        if !remarks.isEmpty, !explaining {
            StandardOutput.line()
            StandardOutput.line(words.remarkCount(remarks.count))
        }
        if !remarks.isEmpty, explaining {
            StandardOutput.line()
            StandardOutput.line(terminal.palette.paint(words.remarks, .heading))
            for one in remarks {
                StandardOutput.line(words.title(one.number))
                one.event.printText(times, terminal, language)
                StandardOutput.line(
                    "      " + words.advises(one.remark.rule, one.remark.advises.map { ($0.action, $0.ground) }))
            }
        }
        if explaining {
            MeasureDefinition.conformance.printText(terminal, language, by: facet, monthZone: monthZone)
        }
    }

    private func groupLines(
        _ terminal: TerminalSettings, _ language: Language, monthZone: String?
    ) -> [String] {
        let words = ConformanceWords(language)
        var table = TextTable(
            columns: [
                .init(FigureWords(language).facet(facet, monthZone: monthZone)), .init(words.cases, alignment: .right),
            ]
                + ConstraintTable.columns(words))
        for group in groups {
            let counts: ConformanceCounts = group.tally.all
            let numbers: [Int] = [
                counts.satisfied, counts.violated, counts.overridden, counts.pending, counts.imported,
            ]
            table.append(
                [
                    .init(group.key.word(facet, language)), .init(NumberText.grouped(group.tally.cases)),
                    .init(counts.fitnessText),
                ] + numbers.map { .init(NumberText.grouped($0)) })
        }
        return [""] + table.lines(width: terminal.width, palette: terminal.palette)
    }

    /// One line a constraint with the cases; where it is to be explained, one a violation with the events.
    private func printViolations(
        _ times: TimePrinter, _ terminal: TerminalSettings, _ words: ConformanceWords, explaining: Bool
    ) {
        guard !violations.isEmpty else { return }
        let width: Int = max(terminal.width ?? 120, 40)
        StandardOutput.line()
        StandardOutput.line(terminal.palette.paint(words.violations, .heading))
        for constraint in all.constraints {
            let own = violations.filter { $0.violation.constraint == constraint }
            guard !own.isEmpty else { continue }
            let name: String = "\(constraint.themesText) \(constraint.id)"
            guard explaining else {
                let cases: [String] = own.reduce(into: []) { names, one in
                    let name = "\(one.number)" + (one.violation.isOverridden ? " (\(words.ignored))" : "")
                    if names.last != name { names.append(name) }
                }
                StandardOutput.lines(
                    "\(name): \(words.cases(cases))"
                        .wrapped(toWidth: width, indent: "    ", firstIndent: "  "))
                continue
            }
            StandardOutput.line("  \(name)")
            for one in own {
                let events: String = one.violation.positions.map { "#\($0)" }.joined(separator: " ")
                StandardOutput.line(
                    "    \(words.title(one.number))  \(times.time(one.violation.at.microseconds))  \(events)"
                        + (one.violation.isOverridden ? "  \(words.ignored)" : ""))
                for correction in one.corrections { correction.printCorrection(times, words, indent: "      ") }
            }
        }
    }

    func printCSV(monthZone: String?) {
        let csv = CSVWriter()
        let zone: [String] = [monthZone].compactMap(\.self)
        var text = csv.row(
            [
                facet?.rawValue ?? "part", "constraint", "s", "fitness", "activations", "satisfied", "violated",
                "overridden", "pending", "imported",
            ] + zone.map { _ in "zone" })
        func add(_ name: String, _ tally: ConformanceTally) {
            for (constraint, counts) in zip(tally.constraints, tally.counts) {
                let numbers: [Int] = [
                    counts.activations, counts.satisfied, counts.violated, counts.overridden, counts.pending,
                    counts.imported,
                ]
                csv.append(
                    [name, constraint.id, constraint.themesText, counts.fitness.map { "\($0)" } ?? ""]
                        + numbers.map { "\($0)" } + zone, to: &text)
            }
        }
        for group in groups { add(group.key.description, group.tally) }
        add("(all)", all)
        StandardOutput.line(String(text.dropLast()))
    }

    func printJSON(monthZone: String?) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("measure", MeasureDefinition.conformance.id)
            writer.field("position", position.rawValue)
            writer.field("now", now)
            writer.tally(all)
            writer.key("constraints")
            writer.beginArray()
            for (constraint, counts) in zip(all.constraints, all.counts) {
                writer.beginObject()
                writer.constraint(constraint)
                writer.counts(counts)
                writer.endObject()
            }
            writer.endArray()
            if let facet {
                writer.field("by", facet.rawValue)
                if let monthZone { writer.field("zone", monthZone) }
                writer.key("groups")
                writer.beginArray()
                for group in groups {
                    writer.beginObject()
                    writer.nullable("name", group.key.text)
                    writer.tally(group.tally)
                    writer.endObject()
                }
                writer.endArray()
            }
            writer.key("violations")
            writer.beginArray()
            for one in violations {
                writer.beginObject()
                writer.field("case", one.number.rawValue)
                writer.violation(one.violation)
                writer.key("events")
                writer.beginArray()
                for position in one.violation.positions { writer.integer(position.rawValue) }
                writer.endArray()
                writer.corrections(one.corrections)
                writer.endObject()
            }
            writer.endArray()
            writer.key("overrides")
            writer.beginArray()
            for one in overrides {
                writer.beginObject()
                writer.field("case", one.number.rawValue)
                writer.key("event")
                writer.event(one.event)
                writer.endObject()
            }
            writer.endArray()
            writer.key("lateRecords")
            writer.beginArray()
            for one in lateRecords {
                writer.beginObject()
                writer.field("case", one.number.rawValue)
                writer.late(one.event, by: one.delay)
                writer.endObject()
            }
            writer.endArray()
            writer.field("remarkCount", Int64(remarks.count))
            writer.key("remarks")
            writer.beginArray()
            for one in remarks {
                writer.beginObject()
                writer.field("case", one.number.rawValue)
                writer.remark(one.remark)
                writer.key("event")
                writer.event(one.event)
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }
}

extension ConformanceTally {
    fileprivate var falseTrollRate: Proportion { Proportion(falseTrolls, of: trollDismissals) }
    fileprivate var forecastAccuracy: Proportion { Proportion(rightForecasts, of: forecasts) }
}

extension JSONWriter {
    fileprivate mutating func tally(_ tally: ConformanceTally) {
        field("cases", Int64(tally.cases))
        field("importedCases", Int64(tally.importedCases))
        counts(tally.all)
        field("decisionsAgainstARule", Int64(tally.overrides))
        field("correctedAfterwards", Int64(tally.corrected))
        field("recordedLate", Int64(tally.lateRecords))
        key("falseTrolls")
        beginObject()
        field("dismissedAsTroll", Int64(tally.trollDismissals))
        field("laterCustomer", Int64(tally.falseTrolls))
        number("rate", tally.falseTrollRate.value)
        endObject()
        key("forecasts")
        beginObject()
        field("judged", Int64(tally.forecasts))
        field("right", Int64(tally.rightForecasts))
        number("accuracy", tally.forecastAccuracy.value)
        endObject()
    }
}
