import CaseModel
import JSON
import ServiceLevels
import Terminal
import Wording

extension ServiceLevelPolicy {
    func printText(_ terminal: TerminalSettings, _ language: Language) {
        let words = PolicyWords(language)
        StandardOutput.line(
            terminal.palette.paint(words.serviceLevel(SafeText.safe(name)), .heading) + "  "
                + words.calendar(version: SafeText.safe(version), SafeText.safe(calendar)))
        if targets.values.allSatisfy(\.isEmpty) {
            StandardOutput.line("  " + words.disabled)
            return
        }
        var table = TextTable(columns: [
            .init(words.clock), .init(words.cases, yielding: 1, overflow: .wrap),
            .init(words.within, alignment: .right), .init(words.warning, alignment: .right),
        ])
        for clock in ServiceClock.allCases {
            for target in targets[clock] ?? [] {
                table.append([
                    .init(clock.word(language)), .init(words.condition(target.condition)),
                    .init(target.within.map { WorkingText.hours($0.microseconds) } ?? words.nothingPromised),
                    .init(target.warnBefore.map { words.before(WorkingText.hours($0.microseconds)) } ?? "-"),
                ])
            }
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        StandardOutput.line()
        StandardOutput.line(words.pauses(pauses))
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.field("version", version)
        writer.field("calendar", calendar)
        writer.key("targets")
        writer.beginArray()
        for clock in ServiceClock.allCases {
            for target in targets[clock] ?? [] {
                writer.beginObject()
                writer.field("clock", clock.rawValue)
                for (name, values) in target.condition.lists { writer.list(name, values) }
                writer.nullable("withinSeconds", target.within.map { $0.microseconds / 1_000_000 })
                writer.nullable("warnBeforeSeconds", target.warnBefore.map { $0.microseconds / 1_000_000 })
                writer.endObject()
            }
        }
        writer.endArray()
        writer.list("pauses", pauses.map(\.rawValue).sorted())
        writer.endObject()
    }
}

extension ServiceCondition {
    fileprivate var lists: [(String, [String])] {
        [
            ("priority", priorities.map(\.rawValue).sorted()), ("severity", severities.map(\.rawValue).sorted()),
            ("channel", channels.map(\.name).sorted()), ("polarity", polarities.map(\.rawValue).sorted()),
        ]
    }
}

extension JSONWriter {
    fileprivate mutating func list(_ name: String, _ values: [String]) {
        key(name)
        beginArray()
        for value in values { string(value) }
        endArray()
    }
}
