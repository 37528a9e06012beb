package import CaseModel
import Terminal

/// The words for messages of ours that belong to no case.
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
    package var nothing: String { text("nothing", "nada") }
    package var erased: String { text("(erased)", "(borrado)") }

    /// `import:canonical, import #12`
    package func source(_ actor: String, _ imported: Position?) -> String {
        actor + (imported.map { text(", import #\($0)", ", importación #\($0)") } ?? "")
    }

    /// The last line of the list.
    ///
    /// - Parameter alone: how many of them answer none.
    package func count(_ shown: Int, of total: Int64, alone: Int64) -> String {
        let all: String = text(
            EnglishNoun.counted(total, "message of ours", "messages of ours")
                + (total == 1 ? " belongs to no case" : " belong to no case"),
            (total == 1
                ? "1 mensaje nuestro no pertenece a ningún caso"
                : "\(NumberText.grouped(total)) mensajes nuestros no pertenecen a ningún caso"))
        let waiting: Int64 = total - alone
        let parts: [String] = [
            waiting == 0
                ? nil
                : text(
                    "\(NumberText.grouped(waiting)) \(waiting == 1 ? "waits" : "wait") for the one that is answered",
                    "\(NumberText.grouped(waiting)) \(waiting == 1 ? "espera" : "esperan") a aquel al que se contesta"),
            alone == 0
                ? nil
                : text(
                    "\(NumberText.grouped(alone)) \(alone == 1 ? "answers" : "answer") none",
                    "\(NumberText.grouped(alone)) no \(alone == 1 ? "contesta" : "contestan") a ninguno"),
        ].compactMap(\.self)
        let cut: String =
            Int64(shown) == total
            ? ""
            : text(
                "; shown are \(NumberText.grouped(shown)), --limit 0 shows all",
                "; se muestran \(NumberText.grouped(shown)), --limit 0 los muestra todos")
        return all + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")) + cut
    }
}
