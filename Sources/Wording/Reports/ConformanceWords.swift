package import CaseModel
package import Playbook
import Terminal

/// The words of how the work kept to the protocol, on one case and in sum.
package struct ConformanceWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: Headings

    package func heading(_ number: CaseNumber) -> String {
        text(
            "How the work on case \(number) kept to the protocol",
            "Cómo se ajustó al protocolo el trabajo en el caso \(number)")
    }

    package var heading: String {
        text("How the work kept to the protocol", "Cómo se ajustó el trabajo al protocolo")
    }

    package func log(through position: Position) -> String {
        text("(log through #\(position))", "(registro hasta #\(position))")
    }

    package func scope(cases: Int, imported: Int, until now: String, through position: Position) -> String {
        text(
            "\(EnglishNoun.counted(cases, "case")) with decisions, \(NumberText.grouped(imported)) of imported history "
                + "alone; until \(now); log through #\(position)",
            "\(SpanishNoun.caso.counted(cases)) con decisiones, \(NumberText.grouped(imported)) solo de historial "
                + "importado; hasta \(now); registro hasta #\(position)")
    }

    package var violations: String { text("Violations", "Incumplimientos") }
    package var overrides: String { text("Decisions against a rule", "Decisiones en contra de una regla") }
    package var otherOverrides: String {
        text("Other decisions against a rule", "Otras decisiones en contra de una regla")
    }

    package var remarks: String {
        text("Decisions that name a rule for another action", "Decisiones que citan una regla que aconseja otra cosa")
    }

    /// What became of a violation that rests on something which was recorded otherwise later.
    package func corrected(at position: Position, by actor: String, on moment: String) -> String {
        text(
            "corrected at #\(position) by \(actor) on \(moment); judged by what was known before",
            "corregido en #\(position) por \(actor) el \(moment); se juzga por lo que se sabía antes")
    }

    /// How many violations rest on what was corrected afterwards.
    package func correctedCount(_ count: Int) -> String {
        text(
            "violations that were corrected afterwards: \(NumberText.grouped(count))",
            "incumplimientos que se corrigieron después: \(NumberText.grouped(count))")
    }

    /// How many decisions were recorded late; `--explain` lists them.
    package func lateCount(_ count: Int) -> String {
        text(
            "decisions recorded late: \(NumberText.grouped(count))",
            "decisiones registradas tarde: \(NumberText.grouped(count))")
    }

    package var lateRecords: String { text("Recorded late", "Registrado tarde") }

    package func late(by delay: String) -> String {
        text("recorded \(delay) after it happened", "registrado \(delay) después de ocurrir")
    }

    /// How many there are, where they are not listed.
    package func remarkCount(_ count: Int) -> String {
        text(
            "\(NumberText.grouped(Int64(count))) \(count == 1 ? "decision names" : "decisions name") a rule for another action; "
                + "--explain lists them",
            "\(NumberText.grouped(Int64(count))) \(count == 1 ? "decisión cita" : "decisiones citan") una regla que aconseja otra cosa; "
                + "--explain las muestra")
    }

    package func advises(_ rule: String, _ advised: [(action: Action, ground: DismissalGround?)]) -> String {
        let what: [String] = advised.map { one in
            one.action.label[language] + (one.ground.map { " " + $0.label[language] } ?? "")
        }
        return text("rule \(rule) advises: ", "la regla \(rule) aconseja: ") + what.joined(separator: ", ")
    }

    // MARK: The table

    package var constraint: String { text("constraint", "restricción") }
    package var fitness: String { text("fitness", "ajuste") }
    package var kept: String { text("kept", "cumplidas") }
    package var broken: String { text("broken", "incumplidas") }
    package var overridden: String { text("overridden", "con motivo") }
    package var pending: String { text("pending", "pendientes") }
    package var imported: String { text("imported", "importadas") }
    package var saying: String { text("what it says", "qué dice") }
    package var all: String { text("all", "total") }
    package var cases: String { text("cases", "casos") }

    // MARK: Counts

    /// What there is to say of one case.
    package func counts(
        fitness: String, activations: Int, satisfied: Int, violated: Int, overridden: Int, pending: Int, imported: Int
    ) -> String {
        if activations == 0, pending == 0 {
            return imported > 0
                ? text(
                    "nothing was decided here: imported history carries no decisions",
                    "aquí no se decidió nada: el historial importado no contiene decisiones")
                : text("no rule was called for yet", "ninguna regla ha hecho falta todavía")
        }
        return text(
            "fitness \(fitness): \(satisfied) of \(activations) kept, \(violated) broken, \(overridden) overridden, "
                + "\(pending) pending, \(imported) imported and not judged",
            "ajuste \(fitness): cumplidas \(satisfied) de \(activations), incumplidas \(violated), incumplidas con "
                + "motivo \(overridden), pendientes \(pending), importadas y no juzgadas \(imported)")
    }

    package func falseTrolls(_ share: String, of dismissals: Int) -> String {
        text(
            "dismissed as a troll, later found to be a customer: \(share) of n = \(dismissals)",
            "desestimados por troll que luego resultaron ser clientes: \(share) de n = \(dismissals)")
    }

    package func forecasts(_ share: String, of forecasts: Int) -> String {
        text(
            "forecasts that came true: \(share) of n = \(forecasts)",
            "previsiones que se cumplieron: \(share) de n = \(forecasts)")
    }

    package func overrideCount(_ count: Int) -> String {
        text(
            "decisions against a rule, with the reason: \(NumberText.grouped(count))",
            "decisiones en contra de una regla, con su porqué: \(NumberText.grouped(count))")
    }

    // MARK: Violations and their events

    package var ignored: String { text("overridden", "con motivo") }
    package var nothingDone: String { text("nothing was done by then", "para entonces no se había hecho nada") }
    package func title(_ number: CaseNumber) -> String { text("case \(number)", "caso \(number)") }

    package func cases(_ numbers: [String]) -> String {
        let list: String = numbers.joined(separator: ", ")
        return numbers.count == 1 ? text("case \(list)", "caso \(list)") : text("cases \(list)", "casos \(list)")
    }

    package func event(_ type: EventType, by actor: String, _ rule: String?) -> String {
        text("\(type.rawValue) by \(actor)", "\(type.rawValue) por \(actor)")
            + (rule.map { text(", rule \($0)", ", regla \($0)") } ?? "")
    }
}
