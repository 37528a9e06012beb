package import CaseModel
import Terminal

/// The words for messages of ours whose conversation isn't there yet.
package struct WaitingWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package var written: String { text("written", "escrito") }
    package var message: String { text("message", "mensaje") }
    package var account: String { text("account", "cuenta") }
    package var parent: String { text("waits for", "espera a") }
    package var source: String { text("recorded by", "registrado por") }
    package var said: String { text("words", "palabras") }
    package var erased: String { text("(erased)", "(borrado)") }

    /// `import:canonical, import #12`
    package func source(_ actor: String, _ imported: Position?) -> String {
        actor + (imported.map { text(", import #\($0)", ", importación #\($0)") } ?? "")
    }

    /// The last line of the list.
    ///
    /// - Parameter alone: how many messages of ours answer none.
    package func count(_ shown: Int, of total: Int64, alone: Int64) -> String {
        let all: String = text(
            EnglishNoun.counted(total, "message of ours", "messages of ours")
                + (total == 1 ? " waits for the one it answers" : " wait for the one they answer"),
            (total == 1
                ? "1 mensaje nuestro espera a aquel al que contesta"
                : "\(NumberText.grouped(total)) mensajes nuestros esperan a aquel al que contestan"))
        let cut: String =
            Int64(shown) == total
            ? ""
            : text(
                "; shown are \(NumberText.grouped(shown)), --limit 0 shows all",
                "; se muestran \(NumberText.grouped(shown)), --limit 0 los muestra todos")
        let others: String =
            switch alone {
            case 0: ""
            case 1: text("; 1 more answers none", "; 1 más no contesta a ninguno")
            default:
                text(
                    "; \(NumberText.grouped(alone)) more answer none",
                    "; \(NumberText.grouped(alone)) más no contestan a ninguno")
            }
        return all + cut + others
    }
}
