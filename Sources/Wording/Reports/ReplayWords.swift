package import CaseModel
import Terminal

/// The words of a replay. Projections, tables and columns keep their names.
package struct ReplayWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package func replayed(_ events: Int64, seconds: Double) -> String {
        let rate: String = NumberText.grouped(Int64(seconds > 0 ? Double(events) / seconds : 0))
        let time: String = NumberText.fixed(seconds, decimals: 2)
        return text(
            "replayed \(EnglishNoun.counted(events, "event")) in \(time) s, \(rate) events/s",
            "\(SpanishNoun.evento.counted(events)) reproducidos en \(time) s, \(rate) eventos/s")
    }

    package func rows(_ projection: String, _ rows: Int64) -> String {
        text(
            "\(projection): \(EnglishNoun.counted(rows, "row"))",
            "\(projection): \(SpanishNoun.fila.counted(rows))")
    }

    package func cases(_ status: CaseStatus, _ cases: Int64) -> String {
        text(
            "\(status.rawValue): \(EnglishNoun.counted(cases, "case"))",
            "\(status.spanish): \(SpanishNoun.caso.counted(cases))")
    }

    package var identical: String {
        text(
            "every row on file is what the log says; `cmcase log verify` checks the log itself",
            "cada fila guardada dice lo que dice el registro; `cmcase log verify` comprueba el registro")
    }

    package var different: String {
        text("the rows on file are not what the log says:", "las filas guardadas no dicen lo que dice el registro:")
    }

    package var remedy: String { text("`cmcase replay` puts them right", "`cmcase replay` las corrige") }

    // MARK: Differences

    package func place(_ table: String, _ row: String) -> String {
        row.isEmpty ? table : text("\(table), row \(row)", "\(table), fila \(row)")
    }

    package var missing: String { text("missing", "falta") }
    package var extra: String { text("there, but the log does not say it", "está, pero el registro no lo dice") }
    package var noTable: String { text("the table is not there", "la tabla no está") }

    package func changed(_ column: String, found: String, expected: String) -> String {
        text(
            "\(column) is \(found), the log says \(expected)", "\(column) es \(found), el registro dice \(expected)")
    }
}
