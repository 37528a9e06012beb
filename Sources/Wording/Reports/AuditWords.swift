package import CaseModel
import Terminal

/// The words around the sentences of an audit.
package struct AuditWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package func recorded(_ moment: String) -> String { text("recorded \(moment)", "registrado \(moment)") }

    package func corrected(at positions: [Position]) -> String {
        let places: String = positions.map { "#\($0)" }.joined(separator: ", ")
        return text("(corrected at \(places))", "(corregido en \(places))")
    }

    package func retracted(at position: Position) -> String {
        text("(taken back with its import at #\(position))", "(retirado con su importación en #\(position))")
    }

    package func takenBack(at position: Position, by actor: String, _ moment: String, _ reason: String?) -> String {
        text("(taken back at #\(position) by \(actor), \(moment)", "(retirado en #\(position) por \(actor), \(moment)")
            + (reason.map { ": \($0)" } ?? "") + ")"
    }

    /// A rule's id, and where its playbook can be read what it serves and says.
    package func rule(_ id: String, _ meaning: (themes: String, reason: String)?) -> String {
        text("rule ", "regla ") + id + (meaning.map { " (\($0.themes)): \($0.reason)" } ?? "")
    }

    package func override(_ reason: String) -> String {
        text("against the rule, because: ", "en contra de la regla, porque: ") + reason
    }

    package func note(_ note: String) -> String { text("note: ", "nota: ") + note }

    /// What a step changed: `status new → evaluating`.
    ///
    /// - Parameters:
    ///   - shown: how a value is shown that is none of the domain's words.
    ///   - inFull: how it is shown where the other reads the same so: two moments within a second.
    package func change(
        _ name: String, _ before: String?, _ after: String?, shown: (String) -> String,
        inFull: (String) -> String = { $0 }
    ) -> String {
        let field: String = field(name)
        let between: String = text(" ", ": ")
        func value(_ text: String) -> String { shown(self.value(text, of: name)) }
        if let before, let after, value(before) == value(after) {
            return "\(field)\(between)\(inFull(before)) → \(inFull(after))"
        }
        return switch (before.map(value), after.map(value)) {
        case (nil, let after?): "\(field)\(between)\(after)"
        case (let before?, nil): "\(field)\(between)\(before) → \(text("none", "nada"))"
        case (let before?, let after?): "\(field)\(between)\(before) → \(after)"
        case (nil, nil): field
        }
    }

    /// What people call a field of a case or a person, or the case itself where another goes on for it; that of an
    /// event is named as it is corrected.
    package func field(_ name: String) -> String {
        if name == "case" { return text(name, "caso") }
        return CaseField(rawValue: name)?.word(language) ?? PersonField(rawValue: name)?.word(language) ?? name
    }

    /// A value of such a field.
    package func value(_ value: String, of name: String) -> String {
        CaseField(rawValue: name)?.value(value, language) ?? PersonField(rawValue: name)?.value(value, language)
            ?? value
    }

    /// Stands behind a type of event that only another version of the program knows.
    package var unknownType: String { text(" (unknown to this program)", " (este programa no lo conoce)") }

    // MARK: Between two moments

    package func between(_ from: Position, _ to: Position, events: Int) -> String {
        text(
            "from #\(from) to #\(to): \(events == 1 ? "1 event" : "\(NumberText.grouped(events)) events")",
            "de #\(from) a #\(to): \(SpanishNoun.evento.counted(events))")
    }

    package var wasNotThere: String { text("; it was not there before", "; antes no existía") }
    package var sameState: String {
        text("nothing in its state is different", "nada de su estado ha cambiado")
    }

    package var fieldColumn: String { text("field", "campo") }
    package var before: String { text("before", "antes") }
    package var after: String { text("after", "después") }

    // MARK: States

    /// The state of a case after a step.
    package func state(_ summary: CaseSummary, nextFollowUp: String?) -> String {
        let judged: String = summary.polarity?.word(language) ?? text("not judged", "sin evaluar")
        let targets: String =
            summary.targets.isEmpty
            ? "" : text(" about \(summary.targetsName)", " sobre \(summary.targets.phrase(language))")
        let counts: String = text(
            "\(EnglishNoun.counted(summary.mentionCount, "mention")), "
                + "\(EnglishNoun.counted(summary.replyCount, "reply", "replies")), episode \(summary.episode)",
            "\(SpanishNoun.mención.counted(summary.mentionCount)), \(SpanishNoun.respuesta.counted(summary.replyCount)), "
                + "episodio \(summary.episode)")
        return "\(summary.status.word(language)), \(judged)\(targets), \(counts)"
            + (summary.outcome.map { text(", \($0.rawValue)", ", desenlace \($0.spanish)") } ?? "")
            + (nextFollowUp.map { text(", next follow-up \($0)", ", próximo seguimiento \($0)") } ?? "")
    }
}
