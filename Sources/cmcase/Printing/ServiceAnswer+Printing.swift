import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal
import Wording

extension ServiceAnswer {
    func printJSON(monthZone: String?, explaining: Bool) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("measure", MeasureDefinition.firstResponse.id)
            writer.field("position", position.rawValue)
            writer.field("endOfData", endOfData)
            writer.figures(firstResponse.figures)
            leftOut.write(to: &writer)
            if let facet = firstResponse.facet {
                writer.field("by", facet.rawValue)
                if let monthZone { writer.field("zone", monthZone) }
                writer.key("groups")
                writer.beginArray()
                for group in firstResponse.groups {
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

    func printCSV(monthZone: String?) {
        let csv = CSVWriter()
        let hasTarget: Bool = firstResponse.figures.target != nil
        var text = csv.row(
            [
                firstResponse.facet?.rawValue ?? "part", "episodes", "cases", "persons", "answered", "unanswered",
                "median_seconds", "median_seconds_censored", "p90_seconds",
            ]
                + (hasTarget
                    ? ["target_met", "target_missed", "target_pending", "within_target"]
                        + ShareInterval.columnNames("within_target_") : [])
                + LeftOut.columnNames + (monthZone == nil ? [] : ["zone"]))
        func add(_ name: String, _ figures: FirstResponse.Figures, _ leftOut: LeftOut?) {
            let counts: [Int] = [
                figures.episodes, figures.cases, figures.persons, figures.answered, figures.unanswered,
            ]
            let seconds: [Double?] = [figures.medianSeconds, figures.medianSecondsCensored, figures.p90Seconds]
            let target: [String]? = figures.target.map {
                [$0.met, $0.missed, $0.pending].map { "\($0)" } + $0.share.columns($0.interval)
            }
            csv.append(
                [name] + counts.map { "\($0)" } + seconds.map { $0.map { "\($0)" } ?? "" } + (target ?? [])
                    + LeftOut.columns(leftOut) + [monthZone].compactMap(\.self), to: &text)
        }
        for group in firstResponse.groups { add(group.key.description, group.figures, nil) }
        add("(all)", firstResponse.figures, leftOut)
        StandardOutput.line(String(text.dropLast()))
    }

    func printText(_ output: OutputOptions, monthZone: String?, explaining: Bool) throws {
        let terminal = output.terminal
        // The log begins with nothing that was said.
        let end: String = endOfData.microseconds == 0 ? "-" : try output.times().time(endOfData.microseconds)
        let language: Language = try output.language
        let words = FigureWords(language)
        StandardOutput.line(
            terminal.palette.paint(words.waitHeading, .heading) + "  (\(MeasureDefinition.firstResponse.id))")
        StandardOutput.line("  " + words.data(until: end, through: position))
        StandardOutput.line()
        let facet: Facet? = firstResponse.facet
        var table = TextTable(columns: [
            .init(words.facet(facet, monthZone: monthZone)), .init(words.episodes, alignment: .right),
            .init(words.cases, alignment: .right), .init(words.persons, alignment: .right),
            .init(words.answeredCases, alignment: .right), .init(words.unansweredCases, alignment: .right),
            .init(words.median), .init(words.censoredMedian), .init("p90"), .init(words.withinTarget),
        ])
        for group in firstResponse.groups {
            table.append(Self.cells(group.key.word(facet, language), group.figures))
        }
        table.append(Self.cells(words.all, firstResponse.figures))
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        let notes: [String] =
            leftOut.sentences(words)
            + (firstResponse.figures.target == nil ? [] : [words.intervals(methods)])
        if !notes.isEmpty { StandardOutput.line() }
        for note in notes { StandardOutput.line(note) }
        if explaining {
            MeasureDefinition.firstResponse.printText(terminal, language, by: facet, monthZone: monthZone)
            printWaits(try output.times(), words)
        }
    }

    /// The methods of the intervals that are printed.
    private var methods: Set<ShareInterval.Method> {
        let figures: [FirstResponse.Figures] = [firstResponse.figures] + firstResponse.groups.map(\.figures)
        return Set(figures.compactMap(\.target).map { ShareInterval.Method(for: $0.persons) })
    }

    private static func cells(_ name: String, _ figures: FirstResponse.Figures) -> [TextTable.Cell] {
        func duration(_ seconds: Double?) -> TextTable.Cell {
            .init(
                seconds.map { "\(DurationText.compact(seconds: Int64($0))) (\(NumberText.fixed($0, decimals: 1)) s)" }
                    ?? "-")
        }
        let counts: [Int] = [
            figures.episodes, figures.cases, figures.persons, figures.answered, figures.unanswered,
        ]
        return [.init(name)] + counts.map { .init(NumberText.grouped($0)) } + [
            duration(figures.medianSeconds), duration(figures.medianSecondsCensored), duration(figures.p90Seconds),
            .init(figures.target.map { $0.share.sentence($0.interval) } ?? "-"),
        ]
    }
}

extension JSONWriter {
    fileprivate mutating func figures(_ figures: FirstResponse.Figures) {
        field("episodes", Int64(figures.episodes))
        field("cases", Int64(figures.cases))
        field("persons", Int64(figures.persons))
        field("answered", Int64(figures.answered))
        field("unanswered", Int64(figures.unanswered))
        key("firstResponse")
        beginObject()
        number("medianSeconds", figures.medianSeconds)
        number("medianSecondsCensored", figures.medianSecondsCensored)
        number("p90Seconds", figures.p90Seconds)
        endObject()
        key("target")
        if let target = figures.target {
            beginObject()
            field("met", Int64(target.met))
            field("missed", Int64(target.missed))
            field("pending", Int64(target.pending))
            number("withinTarget", target.share.value)
            interval95(target.interval)
            endObject()
        } else {
            null()
        }
    }
}
