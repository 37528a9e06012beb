package import CaseModel
import Terminal

/// The words of the inbox.
package struct InboxWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package var number: String { text("case", "caso") }
    package var due: String { text("due", "vence") }
    package var left: String { text("left", "queda") }
    package var action: String { text("to do", "qué hacer") }
    package var why: String { text("why", "por qué") }
    package var person: String { text("who", "quién") }
    package var assignee: String { text("assignee", "a cargo de") }
    package var said: String { text("words", "palabras") }
    package var erased: String { text("(erased)", "(borrado)") }
    package var nothing: String { text("Nothing is to be done now.", "Ahora no hay nada que hacer.") }

    /// The last line of the list.
    package func count(_ shown: Int, of total: Int, overdue: Int) -> String {
        let late: String =
            overdue == 0 ? "" : text(", \(overdue) overdue", overdue == 1 ? ", 1 vencido" : ", \(overdue) vencidos")
        if shown == total {
            return text(
                total == 1 ? "1 case" : "\(NumberText.grouped(total)) cases", SpanishNoun.caso.counted(total)) + late
        }
        let (some, all): (String, String) = (NumberText.grouped(shown), NumberText.grouped(total))
        return text(
            "\(some) of \(all) cases\(late); --limit 0 shows all",
            "\(some) de \(all) casos\(late); --limit 0 los muestra todos")
    }

    /// What there is of a person: their cases, and how many complaints are among them.
    package func history(_ cases: Int64, _ complaints: Int64) -> String {
        text(
            "\(cases) \(cases == 1 ? "case" : "cases"), \(complaints) \(complaints == 1 ? "complaint" : "complaints")",
            "\(SpanishNoun.caso.counted(cases)), \(SpanishNoun.queja.counted(complaints))")
    }

    package func stance(_ stance: Stance) -> String {
        switch stance {
        case .detractor, .passive, .promoter: stance.word(language)
        case .unknown: text("stance unknown", "postura desconocida")
        }
    }

    // MARK: Saved filters

    /// A saved filter: its name and the options that say the same.
    package func filter(_ name: String, _ options: [String]) -> String {
        "\(name): " + (options.isEmpty ? text("everything", "todo") : options.joined(separator: " "))
    }

    package func forgotten(_ name: String) -> String { text("forgot \(name)", "filtro olvidado: \(name)") }
}
