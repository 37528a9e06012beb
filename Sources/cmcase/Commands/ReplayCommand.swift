import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Playbook
import Projections
import ServiceLevels
import Terminal
import Wording
import YAML

/// `cmcase replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Rebuild what is shown from the log, check it, or look at the past.",
        discussion: """
            Example: cmcase replay --check

            Without options all projections are built anew from the log and switched to in one transaction. --check builds \
            them beside and compares row by row: exit 1 and the first differences where the rows are not what the log says. \
            With --until or --as-of the cases of that moment are counted, and nothing is changed. --case C --trace shows a \
            case's state after each of its events.

            What if: --playbook, --service-level and --calendar (files, or built-in names) replay what was decided under \
            other policies and say which advice, deadlines and violations would have been different; nothing is changed, \
            and people's reactions are not simulated. A service level tells its times in the calendar it names, adopted \
            or built in, unless --calendar gives another.
            """)

    @Flag(name: .long, help: "Compare the rows on file with what the log says; change nothing.")
    var check = false

    @Option(name: .long, help: "Only this projection; can be repeated: cases, persons, waiting, imports.")
    var projection: [String] = []

    @Option(name: .long, help: "Replay through this position.")
    var until: Int64?

    @Option(name: .long, help: "Replay what was recorded by this time.")
    var asOf: String?

    @Option(name: .customLong("case"), help: "One case: its number, its tracking code, or channel:message.")
    var reference: String?

    @Flag(name: .long, help: "With --case: show the state after each event and what it changed.")
    var trace = false

    @Option(name: .long, help: "What if: under this playbook, a built-in name or a file.")
    var playbook: String?

    @Option(name: .long, help: "What if: under this service level, a file.")
    var serviceLevel: String?

    @Option(name: .long, help: "What if: by this calendar, a file.")
    var calendar: String?

    @Option(name: .long, help: "What if: as if it were this time (default now).")
    var now: String?

    @Option(name: .long, help: "What if: at most so many cases in detail; 0 for all (default 20).")
    var limit: Int?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let horizon: Horizon = try horizon()
        if playbook != nil || serviceLevel != nil || calendar != nil { return try whatIf(horizon) }
        if now != nil || limit != nil {
            throw WrongCommand("--now and --limit go with --playbook, --service-level or --calendar")
        }
        if let reference { return try replayCase(reference, horizon) }
        if trace { throw WrongCommand("--trace follows one case; name it with --case") }
        let names: Set<String> = try names()
        if check, horizon != .now {
            throw WrongCommand("--check compares with the present; leave out --until and --as-of")
        }
        let desk = try store.desk(check || horizon != .now ? .read : .write)
        defer { desk.close() }
        var bar: ProgressLine?
        func progress(_ done: Int64, _ total: Int64) {
            if bar == nil { bar = .onStandardError("replaying events", total: Int(total)) }
            bar?.update(done: Int(done))
        }
        let start = ContinuousClock.now
        let outcome: ReplayOutcome
        if check {
            outcome = try desk.checkReplay(names, progress: progress)
        } else if horizon != .now {
            outcome = try desk.replay(names, through: horizon, progress: progress)
        } else {
            outcome = try desk.replay(names, progress: progress)
        }
        bar?.finish()
        let seconds: Double = (ContinuousClock.now - start) / .seconds(1)
        if output.json {
            outcome.printJSON(seconds, check)
        } else {
            outcome.printText(seconds, check, output.terminal.palette, ReplayWords(try output.language))
        }
        if !outcome.differences.isEmpty { throw Answer.no }
    }

    private func horizon() throws -> Horizon {
        switch (asOf, until) {
        case (nil, nil): return .now
        case (let text?, nil): return .asOf(try output.time(text, option: "--as-of"))
        case (nil, let position?):
            guard position >= 0 else { throw WrongCommand("--until is a position of the log, 0 or more") }
            return .until(Position(position))
        default: throw WrongCommand("--as-of and --until say the same thing; give one of them")
        }
    }

    private func names() throws -> Set<String> {
        for name in projection where !CaseDesk.projectionNames.contains(name) {
            throw WrongCommand(
                "there is no projection \(name); there are \(CaseDesk.projectionNames.joined(separator: ", "))")
        }
        return projection.isEmpty ? Set(CaseDesk.projectionNames) : Set(projection)
    }

    private func whatIf(_ horizon: Horizon) throws {
        if check || trace || reference != nil || !projection.isEmpty {
            throw WrongCommand(
                "a what-if replays all cases and changes nothing; leave out --check, --trace, --case and --projection")
        }
        let limit = try ListLimit(limit, usual: 20)
        var question = WhatIfQuestion()
        question.playbook = try playbook.map { try PlaybookArgument.read($0, store) }
        question.serviceLevel = try serviceLevel.map { name in
            let text: String = try HousePolicies(store).serviceLevel(name).text
            do { return try ServiceLevelPolicy(yaml: text) } catch let error as YAMLError {
                throw WrongCommand("\(name): \(error)")
            }
        }
        question.calendar = try calendar.map { name in
            let text: String = try HousePolicies(store).calendar(name).text
            do { return try WorkingCalendar(yaml: text) } catch let error as YAMLError {
                throw WrongCommand("\(name): \(error)")
            }
        }
        let desk = try store.desk()
        defer { desk.close() }
        var bar: ProgressLine?
        let result = try desk.whatIf(
            question, now: try now.map { try output.time($0, option: "--now") } ?? StoreOptions.now(), horizon
        ) { done, total in
            if bar == nil { bar = .onStandardError("replaying cases", total: total) }
            bar?.update(done: done)
        }
        bar?.finish()
        if output.json {
            result.printJSON()
        } else {
            result.printText(
                try output.times(), output.terminal, try output.language, limit: limit.most)
        }
    }

    private func replayCase(_ text: String, _ horizon: Horizon) throws {
        let desk = try store.desk()
        defer { desk.close() }
        var trail = try desk.audit(try CaseReference.parsing(text), horizon)
        if !trace, let last = trail.steps.last { trail.steps = [last] }
        if output.json {
            StandardOutput.json { writer in trail.write(to: &writer) }
        } else {
            try trail.printText(output, showsState: true)
        }
    }
}

extension ReplayOutcome {
    fileprivate func printJSON(_ seconds: Double, _ isCheck: Bool) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("events", report.events)
            writer.field("position", report.position)
            writer.field("seconds", seconds)
            writer.field("eventsPerSecond", seconds > 0 ? Double(report.events) / seconds : 0)
            writer.key("rows")
            writer.beginObject()
            for row in report.rows {
                writer.key(row.projection)
                writer.integer(row.rows)
            }
            writer.endObject()
            writer.key("cases")
            writer.beginObject()
            for (status, count) in statuses {
                writer.key(status.rawValue)
                writer.integer(count)
            }
            writer.endObject()
            if isCheck {
                writer.field("identical", differences.isEmpty)
                writer.key("differences")
                writer.beginArray()
                for difference in differences { difference.write(to: &writer) }
                writer.endArray()
            }
            writer.endObject()
        }
    }

    fileprivate func printText(_ seconds: Double, _ isCheck: Bool, _ palette: Palette, _ words: ReplayWords) {
        StandardOutput.line(words.replayed(report.events, seconds: seconds))
        for row in report.rows { StandardOutput.line("  " + words.rows(row.projection, row.rows)) }
        for (status, count) in statuses { StandardOutput.line("  " + words.cases(status, count)) }
        guard isCheck else { return }
        if differences.isEmpty {
            StandardOutput.line(palette.paint(words.identical, .good))
        } else {
            StandardOutput.line(palette.paint(words.different, .bad))
            for difference in differences { StandardOutput.line("  \(SafeText.safe(difference.sentence(words)))") }
            StandardOutput.line(words.remedy)
        }
    }
}

extension RowDifference {
    fileprivate func sentence(_ words: ReplayWords) -> String {
        let what: String =
            switch kind {
            case .missing: words.missing
            case .extra: words.extra
            case .changed(let column, let found, let expected):
                words.changed(column, found: found, expected: expected)
            case .noTable: words.noTable
            }
        return "\(words.place(table, row)): \(what)"
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("projection", projection)
        writer.field("table", table)
        writer.field("row", row)
        writer.field("difference", sentence(ReplayWords(.english)))
        writer.endObject()
    }
}
