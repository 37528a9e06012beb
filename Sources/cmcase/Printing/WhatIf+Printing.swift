import CaseDesk
import CaseModel
import JSON
import Playbook
import ServiceLevels
import Terminal
import Wording

extension WhatIf {
    /// Prints sums and the cases that differ, at most so many.
    func printText(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language, limit: Int?) {
        let words = WhatIfWords(language: language)
        StandardOutput.lines(words.sums(sums))
        for difference in differences.prefix(limit ?? .max) {
            StandardOutput.line()
            StandardOutput.line(terminal.palette.paint("\(words.caseWord) \(difference.number)", .heading))
            for step in difference.steps {
                StandardOutput.line(
                    "  #\(step.position) \(times.time(step.at.microseconds)) \(step.type.rawValue): "
                        + words.instead(step.present, step.other))
            }
            for deadline in difference.deadlines {
                StandardOutput.line("  \(deadline.clock.word(language)): " + words.instead(deadline, times))
            }
            for violation in difference.violations {
                let constraint: Constraint = violation.violation.constraint
                StandardOutput.line(
                    "  " + (violation.isNew ? words.broken : words.kept) + " \(constraint.text[language]) "
                        + "(\(constraint.themesText); \(violation.violation.positions.map { "#\($0)" }.joined(separator: ", ")))"
                )
            }
            if let now = difference.now {
                StandardOutput.line("  \(words.now): " + words.instead(now.present, now.other))
            }
        }
        StandardOutput.line()
        if let limit, differences.count > limit {
            StandardOutput.line(words.more(limit, of: differences.count))
        }
        StandardOutput.line(words.caveat)
    }

    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("cases", sums.cases)
            writer.field("differentCases", sums.differentCases)
            writer.field("decisions", sums.decisions)
            writer.field("differentAdvice", sums.differentAdvice)
            writer.field("followedPresent", sums.followedPresent)
            writer.field("followedOther", sums.followedOther)
            writer.field("differentDeadlines", sums.differentDeadlines)
            writer.field("breachesPresent", sums.breachesPresent)
            writer.field("breachesOther", sums.breachesOther)
            writer.field("violationsPresent", sums.violationsPresent)
            writer.field("violationsOther", sums.violationsOther)
            writer.field("position", position.rawValue)
            writer.field("now", now)
            writer.field("reactionsSimulated", false)
            writer.key("differences")
            writer.beginArray()
            for difference in differences { writer.difference(difference) }
            writer.endArray()
            writer.endObject()
        }
    }
}

extension JSONWriter {
    fileprivate mutating func difference(_ difference: WhatIf.Difference) {
        beginObject()
        field("case", difference.number.rawValue)
        key("steps")
        beginArray()
        for step in difference.steps {
            beginObject()
            field("position", step.position.rawValue)
            field("type", step.type.rawValue)
            field("at", step.at)
            choice("present", step.present)
            choice("other", step.other)
            endObject()
        }
        endArray()
        key("deadlines")
        beginArray()
        for deadline in difference.deadlines {
            beginObject()
            field("clock", deadline.clock.rawValue)
            field("presentDue", deadline.present?.due)
            nullable("presentState", deadline.present?.state.rawValue)
            field("otherDue", deadline.other?.due)
            nullable("otherState", deadline.other?.state.rawValue)
            endObject()
        }
        endArray()
        key("violations")
        beginArray()
        for violation in difference.violations {
            beginObject()
            field("constraint", violation.violation.constraint.id)
            field("events", violation.violation.positions.map(\.rawValue))
            field("new", violation.isNew)
            endObject()
        }
        endArray()
        key("now")
        if let now = difference.now {
            beginObject()
            choice("present", now.present)
            choice("other", now.other)
            endObject()
        } else {
            null()
        }
        endObject()
    }

    private mutating func choice(_ key: StaticString, _ choice: WhatIf.Choice?) {
        self.key(key)
        guard let choice else { return null() }
        beginObject()
        field("action", choice.action.rawValue)
        nullable("visibility", choice.visibility?.rawValue)
        nullable("issue", choice.issue?.rawValue)
        field("rule", choice.rule)
        field("s", choice.themes.map { "S\($0)" })
        endObject()
    }
}

/// The words of a what-if.
private struct WhatIfWords {
    let language: Language

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    var caseWord: String { text("Case", "Caso") }
    var now: String { text("now", "ahora") }
    var broken: String { text("would be broken:", "se incumpliría:") }
    var kept: String { text("would be kept:", "se cumpliría:") }

    var caveat: String {
        text(
            "The same events under other policies: how people would have reacted to other advice is not simulated.",
            "Los mismos hechos con otras políticas: no se simula cómo habría reaccionado la gente a otros consejos.")
    }

    func more(_ shown: Int, of all: Int) -> String {
        text(
            "\(shown) of \(all) cases that differ; --limit 0 shows all",
            "\(shown) de \(all) casos que cambian; --limit 0 los muestra todos")
    }

    func sums(_ sums: WhatIf.Sums) -> [String] {
        [
            text(
                "\(EnglishNoun.counted(sums.cases, "case")) on which something was decided here; \(sums.differentCases) would be different",
                "\(sums.cases) casos en los que aquí se decidió algo; \(sums.differentCases) cambiarían"),
            text(
                "advice: other before \(sums.differentAdvice) of \(sums.decisions) decisions; what was done is what was "
                    + "advised in \(sums.followedPresent), and would be in \(sums.followedOther)",
                "consejos: otros antes de \(sums.differentAdvice) de \(sums.decisions) decisiones; lo hecho coincide con "
                    + "lo aconsejado en \(sums.followedPresent), y coincidiría en \(sums.followedOther)"),
            text(
                "deadlines: \(sums.differentDeadlines) other; broken \(sums.breachesPresent), would be "
                    + "\(sums.breachesOther)",
                "plazos: \(sums.differentDeadlines) distintos; incumplidos \(sums.breachesPresent), serían "
                    + "\(sums.breachesOther)"),
            text(
                "violations: \(sums.violationsPresent), would be \(sums.violationsOther)",
                "incumplimientos del protocolo: \(sums.violationsPresent), serían \(sums.violationsOther)"),
        ]
    }

    func instead(_ present: WhatIf.Choice?, _ other: WhatIf.Choice?) -> String {
        "\(choice(present)) → \(choice(other))"
    }

    private func choice(_ choice: WhatIf.Choice?) -> String {
        guard let choice else { return text("nothing", "nada") }
        var words: String = choice.action.label[language]
        if let visibility = choice.visibility {
            words += " " + (choice.action == .move ? visibility.direction : visibility.phrase)[language]
        }
        return "\(words) (\(choice.rule))"
    }

    func instead(_ deadline: WhatIf.Deadline, _ times: TimePrinter) -> String {
        func words(_ reading: ClockReading?) -> String {
            guard let reading else { return text("none", "ninguno") }
            let due: String = reading.due.map { times.time($0.microseconds) } ?? "-"
            return "\(due) (\(reading.state.word(language)))"
        }
        return "\(words(deadline.present)) → \(words(deadline.other))"
    }
}
