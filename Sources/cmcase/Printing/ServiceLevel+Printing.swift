import CaseModel
import JSON
import ServiceLevels
import Terminal

extension ServiceLevelPolicy {
    func printText(_ terminal: TerminalSettings) {
        StandardOutput.line(
            terminal.palette.paint("Service level \(SafeText.safe(name))", .heading)
                + "  version \(SafeText.safe(version)), calendar \(SafeText.safe(calendar))")
        if targets.values.allSatisfy(\.isEmpty) {
            StandardOutput.line("  disabled: nothing is promised")
            return
        }
        var table = TextTable(columns: [
            .init("clock"), .init("cases", yielding: 1, overflow: .wrap), .init("within", alignment: .right),
            .init("warning", alignment: .right),
        ])
        for clock in ServiceClock.allCases {
            for target in targets[clock] ?? [] {
                table.append([
                    .init(clock.rawValue), .init(target.condition.sentence),
                    .init(target.within.map { WorkingText.hours($0.microseconds) } ?? "nothing promised"),
                    .init(target.warnBefore.map { "\(WorkingText.hours($0.microseconds)) before" } ?? "-"),
                ])
            }
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        let reasons: String = pauses.map(\.rawValue).sorted().joined(separator: ", ")
        StandardOutput.line()
        StandardOutput.line(
            reasons.isEmpty ? "Nothing pauses the resolution clock." : "The resolution clock pauses while \(reasons).")
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

    fileprivate var sentence: String {
        let parts: [String] = lists.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: " or "))" }
        return parts.isEmpty ? "all (others)" : parts.joined(separator: ", ")
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
