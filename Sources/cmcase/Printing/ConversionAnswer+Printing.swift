import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal
import Wording

extension ConversionAnswer {
    func printJSON(_ days: Int64, monthZone: String?, explaining: Bool) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("measure", MeasureDefinition.conversion(version).id)
            writer.field("horizonDays", days)
            writer.field("washoutDays", conversion.washout / 86_400_000_000)
            writer.field("position", position.rawValue)
            writer.field("endOfData", conversion.endOfData)
            writer.field("persons", Int64(conversion.persons))
            writer.figures(conversion.figures)
            leftOut.write(to: &writer)
            writer.key("excluded")
            writer.beginObject()
            writer.field("persons", Int64(conversion.excluded.persons))
            for reason in Exclusion.allCases {
                writer.key(reason.rawValue)
                writer.integer(Int64(conversion.excluded.complaints[reason] ?? 0))
            }
            writer.key("withThem")
            writer.beginObject()
            writer.tally(conversion.excluded.figuresWithThem.all)
            writer.endObject()
            writer.endObject()
            if let facet = conversion.facet {
                writer.field("by", facet.rawValue)
                if let monthZone { writer.field("zone", monthZone) }
                writer.key("groups")
                writer.beginArray()
                for group in conversion.groups {
                    writer.beginObject()
                    writer.nullable("name", group.key.text)
                    writer.figures(group.figures)
                    writer.endObject()
                }
                writer.endArray()
            }
            if explaining { explain(to: &writer) }
            writer.endObject()
        }
    }

    private func explain(to writer: inout JSONWriter) {
        writer.definition(.conversion(version))
        writer.key("complaints")
        writer.beginArray()
        for complaint in index {
            writer.beginObject()
            writer.field("person", complaint.person.rawValue)
            writer.field("position", complaint.position.rawValue)
            writer.nullable("judgedAt", complaint.judgedAt?.rawValue)
            writer.field("at", complaint.at)
            writer.field("stance", complaint.stanceAtEnd.rawValue)
            writer.field("restsOnTie", complaint.restsOnTie)
            if complaint.restsOnTie { writer.field("stanceAtOtherEnd", complaint.stanceAtOtherEnd.rawValue) }
            writer.nullable("decidedBy", complaint.decidedBy?.rawValue)
            writer.endObject()
        }
        writer.endArray()
    }

    /// The columns of the table by its names, then those that it has no room for.
    func printCSV(monthZone: String?) {
        let csv = CSVWriter()
        let counts: [String] = ["n", "promoter", "passive", "detractor", "unknown", "relapsed", "recovered", "mature"]
        var text = csv.row(
            [conversion.facet?.rawValue ?? "part"] + counts + ["conversion"] + ShareInterval.columnNames("")
                + ["on_tie", "promoter_other_end", "recovered_other_end"] + LeftOut.columnNames
                + (monthZone == nil ? [] : ["zone"]))
        func add(_ name: String, _ figures: ConversionFigures, _ leftOut: LeftOut?) {
            let all: ConversionTally = figures.all
            let counts: [Int] = [
                all.detractors, all.converted, all.passive, all.stayed, all.unobserved, all.relapsed, all.recovered,
                figures.mature.detractors,
            ]
            csv.append(
                [name] + counts.map { "\($0)" } + all.conversion.columns(all.conversionInterval)
                    + [all.onTie, all.otherEnd.converted, all.otherEnd.recovered].map { "\($0)" }
                    + LeftOut.columns(leftOut) + [monthZone].compactMap(\.self), to: &text)
        }
        for group in conversion.groups { add(group.key.description, group.figures, nil) }
        add("(all)", conversion.figures, leftOut)
        StandardOutput.line(String(text.dropLast()))
    }

    func printText(_ days: Int64, _ output: OutputOptions, monthZone: String?, explaining: Bool) throws {
        let times = try output.times()
        let terminal = output.terminal
        let all: ConversionTally = conversion.figures.all
        let palette = terminal.palette
        let language: Language = try output.language
        let words = FigureWords(language)
        StandardOutput.line(
            palette.paint(words.conversionHeading(days), .heading) + "  (\(MeasureDefinition.conversion(version).id))")
        StandardOutput.line("  " + words.ofComplaints(all.conversion.sentence(all.conversionInterval), all.detractors))
        // The log begins with nothing that was said.
        let end: String =
            conversion.endOfData.microseconds == 0 ? "-" : times.time(conversion.endOfData.microseconds)
        StandardOutput.line("  " + words.ofPersons(conversion.persons, dataUntil: end, through: position))
        if let bounds = all.conversionBounds {
            StandardOutput.line(
                "  " + words.bounds(bounds.lower.percent, bounds.upper.percent, unobserved: all.unobserved))
        }
        if all.onTie > 0 {
            StandardOutput.line(
                "  "
                    + words.ties(
                        all.onTie, conversion: all.conversionAtOtherEnd.value?.percent ?? "-",
                        recovery: all.recoveryAtOtherEnd.value?.percent ?? "-"))
        }
        let mature: Int = conversion.figures.mature.detractors
        if mature < all.detractors { StandardOutput.line("  " + words.mature(mature, of: all.detractors)) }
        StandardOutput.line()
        StandardOutput.lines(table(words).lines(width: terminal.width, palette: palette))
        if let facet = conversion.facet {
            StandardOutput.line()
            StandardOutput.lines(groupTable(facet, monthZone, language).lines(width: terminal.width, palette: palette))
        }
        StandardOutput.line()
        let withThem: ConversionTally = conversion.excluded.figuresWithThem.all
        StandardOutput.line(
            words.leftOut(
                complaints: conversion.excluded.complaints.values.reduce(0, +), persons: conversion.excluded.persons,
                withThem: withThem.conversion.sentence(withThem.conversionInterval)))
        for line in leftOut.sentences(words) { StandardOutput.line(line) }
        StandardOutput.line(words.intervals(methods))
        if explaining { printExplanation(times, terminal, language, monthZone: monthZone) }
    }

    /// The methods of the intervals that are printed.
    private var methods: Set<ShareInterval.Method> {
        let figures: ConversionFigures = conversion.figures
        let tallies: [ConversionTally] =
            [
                figures.all, figures.mature, figures.answered, figures.unanswered, figures.resolved,
                figures.heardAfterResolution, conversion.excluded.figuresWithThem.all,
            ] + conversion.groups.map(\.figures.all)
        return Set(tallies.map(\.conversionMethod))
    }

    private func columns(_ words: FigureWords) -> [TextTable.Column] {
        let counts: [String] = [
            "n", words.promoter, words.passive, words.detractor, words.unknown, words.relapsed,
        ]
        return counts.map { .init($0, alignment: .right) } + [.init(words.conversion)]
            + (hasTies ? [.init(words.onTies, alignment: .right), .init(words.atOtherEnd, alignment: .right)] : [])
    }

    /// Whether any of the figures rests on a tie of time: the table has columns for it then.
    private var hasTies: Bool { conversion.figures.all.onTie > 0 }

    private func cells(_ tally: ConversionTally) -> [TextTable.Cell] {
        let counts: [Int] = [
            tally.detractors, tally.converted, tally.passive, tally.stayed, tally.unobserved, tally.relapsed,
        ]
        let ties: [TextTable.Cell] = [
            .init(NumberText.grouped(tally.onTie)), .init(tally.conversionAtOtherEnd.value.map(\.percent) ?? "-"),
        ]
        return counts.map { .init(NumberText.grouped($0)) }
            + [.init(tally.conversion.sentence(tally.conversionInterval))] + (hasTies ? ties : [])
    }

    /// The denominators one below the other: leaving some out flatters.
    private func table(_ words: FigureWords) -> TextTable {
        var table = TextTable(columns: [.init(words.complaints)] + columns(words))
        let figures: ConversionFigures = conversion.figures
        for (name, tally) in [
            (words.allFounded, figures.all), (words.matureOnes, figures.mature), (words.answeredOnes, figures.answered),
            (words.unansweredOnes, figures.unanswered), (words.resolvedOnes, figures.resolved),
            (words.heardAfter, figures.heardAfterResolution),
        ] { table.append([.init(name)] + cells(tally)) }
        return table
    }

    private func groupTable(_ facet: Facet, _ monthZone: String?, _ language: Language) -> TextTable {
        let words = FigureWords(language)
        var table = TextTable(columns: [.init(words.facet(facet, monthZone: monthZone))] + columns(words))
        for group in conversion.groups {
            table.append([.init(group.key.word(facet, language))] + cells(group.figures.all))
        }
        return table
    }

    private func printExplanation(
        _ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language, monthZone: String?
    ) {
        MeasureDefinition.conversion(version).printText(terminal, language, by: conversion.facet, monthZone: monthZone)
        StandardOutput.line()
        let words = FigureWords(language)
        for complaint in index {
            StandardOutput.line(words.index(complaint, at: times.time(complaint.at.microseconds)))
        }
    }
}

extension JSONWriter {
    fileprivate mutating func figures(_ figures: ConversionFigures) {
        tally(figures.all)
        field("mature", Int64(figures.mature.detractors))
        for (name, tally) in [
            ("overMature", figures.mature), ("answered", figures.answered), ("unanswered", figures.unanswered),
            ("resolved", figures.resolved), ("heardAfterResolution", figures.heardAfterResolution),
        ] {
            key(name)
            beginObject()
            self.tally(tally)
            endObject()
        }
    }

    fileprivate mutating func tally(_ tally: ConversionTally) {
        field("detractors", Int64(tally.detractors))
        field("converted", Int64(tally.converted))
        field("relapsed", Int64(tally.relapsed))
        field("unobserved", Int64(tally.unobserved))
        field("recovered", Int64(tally.recovered))
        number("conversion", tally.conversion.value)
        interval("wilson95", tally.conversion.wilson95)
        interval95(tally.conversionInterval)
        number("recovery", tally.recovery.value)
        key("ties")
        beginObject()
        field("complaints", Int64(tally.onTie))
        field("converted", Int64(tally.otherEnd.converted))
        field("recovered", Int64(tally.otherEnd.recovered))
        field("relapsed", Int64(tally.otherEnd.relapsed))
        number("conversion", tally.conversionAtOtherEnd.value)
        number("recovery", tally.recoveryAtOtherEnd.value)
        endObject()
        interval("bounds", tally.conversionBounds)
        key("stances")
        beginObject()
        for stance in Stance.allCases {
            key(stance.rawValue)
            integer(Int64(tally.transitions(to: stance)))
        }
        endObject()
    }

    private mutating func interval(_ name: String, _ interval: Interval?) {
        key(name)
        guard let interval else { return null() }
        beginArray()
        number(interval.lower)
        number(interval.upper)
        endArray()
    }

    /// What a measure means.
    mutating func definition(_ definition: MeasureDefinition) {
        key("definition")
        beginObject()
        for clause in definition.clauses {
            key(clause.name.english)
            string(clause.text.english)
        }
        endObject()
    }
}

extension MeasureDefinition {
    /// - Parameters:
    ///   - facet: what the figures are taken apart by.
    ///   - monthZone: the zone whose months those are, where it is by month.
    func printText(
        _ terminal: TerminalSettings, _ language: Language, by facet: Facet?, monthZone: String?
    ) {
        StandardOutput.line()
        var lines: [String] = clauses.map { "\($0.name[language]): \($0.text[language])" }
        if let facet { lines.append(FigureWords(language).parts(facet, monthZone: monthZone)) }
        for line in lines {
            StandardOutput.lines(line.wrapped(toWidth: max(terminal.width ?? 120, 40), indent: "  "))
        }
    }
}
