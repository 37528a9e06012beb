import CaseDesk
import CaseModel
import JSON
import Measures
import Playbook
import Terminal

extension ConformanceReport {
    func printText(_ output: OutputOptions, _ language: Language, explaining: Bool) throws {
        let terminal = output.terminal
        let times = try output.times()
        StandardOutput.line(
            terminal.palette.paint("How the work kept to the protocol", .heading)
                + "  (\(MeasureDefinition.conformance.id))")
        StandardOutput.line(
            "  \(NumberText.grouped(all.cases)) cases with decisions, \(NumberText.grouped(all.importedCases)) of "
                + "imported history alone; until \(times.time(now.microseconds)); log through #\(position)")
        StandardOutput.line()
        var table = ConstraintTable()
        for (constraint, counts) in zip(all.constraints, all.counts) { table.append(constraint, counts, language) }
        table.append("", "all", all.all, "")
        StandardOutput.lines(table.lines(terminal))
        StandardOutput.line()
        StandardOutput.line(
            "  dismissed as a troll, later found to be a customer: \(all.falseTrollRate.sentence) of "
                + "n = \(all.trollDismissals)")
        StandardOutput.line("  forecasts that came true: \(all.forecastAccuracy.sentence) of n = \(all.forecasts)")
        StandardOutput.line("  decisions against a rule, with the reason: \(NumberText.grouped(all.overrides))")
        if !groups.isEmpty { StandardOutput.lines(groupLines(terminal)) }
        printViolations(times, terminal, explaining: explaining)
        if !overrides.isEmpty {
            StandardOutput.line()
            StandardOutput.line(terminal.palette.paint("Decisions against a rule", .heading))
            for one in overrides {
                StandardOutput.line("case \(one.number)")
                one.event.printText(times, terminal)
            }
        }
        if explaining { MeasureDefinition.conformance.printText(terminal) }
    }

    private func groupLines(_ terminal: TerminalSettings) -> [String] {
        var table = TextTable(columns: [
            .init(facet?.rawValue ?? "part"), .init("cases", alignment: .right), .init("fitness", alignment: .right),
            .init("kept", alignment: .right), .init("broken", alignment: .right),
            .init("overridden", alignment: .right), .init("pending", alignment: .right),
            .init("imported", alignment: .right),
        ])
        for group in groups {
            let counts: ConformanceCounts = group.tally.all
            let numbers: [Int] = [
                counts.satisfied, counts.violated, counts.overridden, counts.pending, counts.imported,
            ]
            table.append(
                [
                    .init(group.key.description), .init(NumberText.grouped(group.tally.cases)),
                    .init(counts.fitnessText),
                ] + numbers.map { .init(NumberText.grouped($0)) })
        }
        return [""] + table.lines(width: terminal.width, palette: terminal.palette)
    }

    /// One line a constraint with the cases; where it is to be explained, one a violation with the events.
    private func printViolations(_ times: TimePrinter, _ terminal: TerminalSettings, explaining: Bool) {
        guard !violations.isEmpty else { return }
        let width: Int = max(terminal.width ?? 120, 40)
        StandardOutput.line()
        StandardOutput.line(terminal.palette.paint("Violations", .heading))
        for constraint in all.constraints {
            let own = violations.filter { $0.violation.constraint == constraint }
            guard !own.isEmpty else { continue }
            let name: String = "\(constraint.themesText) \(constraint.id)"
            guard explaining else {
                let cases: [String] = own.reduce(into: []) { names, one in
                    let name = "\(one.number)" + (one.violation.isOverridden ? " (overridden)" : "")
                    if names.last != name { names.append(name) }
                }
                let noun: String = cases.count == 1 ? "case" : "cases"
                StandardOutput.lines(
                    "\(name): \(noun) \(cases.joined(separator: ", "))"
                        .wrapped(toWidth: width, indent: "    ", firstIndent: "  "))
                continue
            }
            StandardOutput.line("  \(name)")
            for one in own {
                let events: String = one.violation.positions.map { "#\($0)" }.joined(separator: " ")
                StandardOutput.line(
                    "    case \(one.number)  \(times.time(one.violation.at.microseconds))  \(events)"
                        + (one.violation.isOverridden ? "  overridden" : ""))
            }
        }
    }

    func printCSV() {
        let csv = CSVWriter()
        var text = csv.row([
            facet?.rawValue ?? "part", "constraint", "s", "fitness", "activations", "satisfied", "violated",
            "overridden", "pending", "imported",
        ])
        func add(_ name: String, _ tally: ConformanceTally) {
            for (constraint, counts) in zip(tally.constraints, tally.counts) {
                let numbers: [Int] = [
                    counts.activations, counts.satisfied, counts.violated, counts.overridden, counts.pending,
                    counts.imported,
                ]
                csv.append(
                    [name, constraint.id, constraint.themesText, counts.fitness.map { "\($0)" } ?? ""]
                        + numbers.map { "\($0)" }, to: &text)
            }
        }
        for group in groups { add(group.key.description, group.tally) }
        add("(all)", all)
        StandardOutput.line(String(text.dropLast()))
    }

    func printJSON(_ language: Language) {
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
                writer.constraint(constraint, language)
                writer.counts(counts)
                writer.endObject()
            }
            writer.endArray()
            if let facet {
                writer.field("by", facet.rawValue)
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
