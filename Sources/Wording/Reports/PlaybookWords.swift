package import CaseModel

/// The words in which playbooks are listed and checked. What their YAML names keeps its name.
package struct PlaybookWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: The list

    package var name: String { text("name", "nombre") }
    package var version: String { text("version", "versión") }
    package var from: String { text("from", "desde") }
    package var event: String { text("event", "evento") }
    package var inForce: String { text("in force", "vigente") }
    package var title: String { text("title", "título") }
    package var builtIn: String { text("built in", "incluido") }
    package var now: String { text("now", "ahora") }

    // MARK: A check

    package var table: String { text("table", "tabla") }
    package var rules: String { text("rules", "reglas") }
    package var situations: String { text("situations", "situaciones") }
    package var hit: String { text("hit", "criterio") }
    package var inputs: String { text("inputs", "entradas") }

    package var proven: String { text("proven", "demostrado") }
    package var notProven: String { text("not proven", "sin demostrar") }

    /// What was proved, behind the verdict.
    package func proof(_ playbook: String, tables: Int, rules: Int) -> String {
        text(
            ": \(playbook), \(tables) tables, \(rules) rules: every situation of every table is answered, no rule overlaps "
                + "another against its table's hit policy, every rule is reached",
            ": \(playbook), \(SpanishNoun.tabla.counted(tables)), \(SpanishNoun.regla.counted(rules)): cada situación de "
                + "cada tabla tiene respuesta, ninguna regla se solapa con otra en contra del criterio de su tabla, se "
                + "llega a todas las reglas")
    }

    package func problems(_ playbook: String, _ count: Int) -> String {
        text(
            ": \(playbook), \(count) \(count == 1 ? "problem" : "problems")",
            ": \(playbook), \(SpanishNoun.problema.counted(count))")
    }
}
