package import CaseModel
import Terminal

/// The words of a verification of the log. Types and streams keep their names.
package struct VerificationWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package func checked(_ events: Int64, _ contents: Int64, seconds: Double) -> String {
        let rate: String = NumberText.grouped(Int64(seconds > 0 ? Double(events) / seconds : 0))
        let time: String = NumberText.fixed(seconds, decimals: 2)
        return text(
            """
            checked \(EnglishNoun.counted(events, "event")) and \(EnglishNoun.counted(contents, "content")) in \(time) s, \
            \(rate) events/s
            """,
            """
            \(SpanishNoun.evento.counted(events)) y \(SpanishNoun.contenido.counted(contents)) comprobados en \(time) s, \
            \(rate) eventos/s
            """)
    }

    package var intact: String {
        text(
            "every event and every content is what its hash says, and the log has no gap",
            "cada evento y cada contenido es lo que dice su hash, y el registro no tiene huecos")
    }

    package func different(_ count: Int64, shown: Int) -> String {
        let rest: String =
            count > shown ? text(" (the first \(shown) are shown)", " (se muestran las \(shown) primeras)") : ""
        return text(
            "the log is not as it was recorded, \(EnglishNoun.counted(count, "difference"))\(rest):",
            "el registro no está como se grabó, \(SpanishNoun.diferencia.counted(count))\(rest):")
    }

    package func missing(_ contents: Int64) -> String {
        text("content missing: \(contents)", "contenidos que faltan: \(contents)")
    }

    package var remedy: String {
        text(
            "nothing puts it right but a backup from before; find out who can write to the file",
            "solo lo arregla una copia de seguridad anterior; averigua quién puede escribir en el fichero")
    }

    // MARK: Differences

    package var rowChanged: String {
        text("row: it is not what its leaf hash says", "fila: no es lo que dice su hash")
    }

    package var contentChanged: String {
        text("content: it is not what the event committed to", "contenido: no es el que fijó el evento")
    }

    package var contentMissing: String {
        text(
            "content missing: the event committed to one, and it is not there",
            "falta el contenido: el evento fijó uno y no está")
    }

    package var contentUncommitted: String {
        text("content: there is one, and the event committed to none", "contenido: lo hay, y el evento no fijó ninguno")
    }

    package var contentWithoutEvent: String {
        text("content: it belongs to no event", "contenido: no es de ningún evento")
    }

    package func positionsMissing(from first: Int64, through last: Int64) -> String {
        first == last
            ? text("gap: the event is missing", "hueco: falta el evento")
            : text(
                "gap: the events from here through #\(last) are missing",
                "hueco: faltan los eventos desde aquí hasta el #\(last)")
    }

    package var positionOutside: String {
        text("gap: the log begins at position 1", "hueco: el registro empieza en la posición 1")
    }

    package func versionGap(_ stream: String, expected: Int64, found: Int64) -> String {
        text(
            "gap: it is version \(found) of \(stream), the next was \(expected)",
            "hueco: es la versión \(found) de \(stream), tocaba la \(expected)")
    }

    package func versionOutOfOrder(_ stream: String, version: Int64) -> String {
        text(
            "gap: version \(version) of \(stream) stands before the one it follows",
            "hueco: la versión \(version) de \(stream) está antes que la anterior")
    }

    package var recordedEarlier: String {
        text(
            "gap: it was recorded at an earlier time than the event before it",
            "hueco: se grabó en un momento anterior al del evento que lo precede")
    }
}
