package import CaseModel
import Terminal

/// The words of an import, and of one that is taken back.
package struct ImportWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    /// What was done with a file.
    package enum Act: CaseIterable, Sendable { case imported, resumed, rehearsed }

    package func heading(_ act: Act, _ source: String, _ mapping: String) -> String {
        let verb: String =
            switch act {
            case .imported: text("imported", "se importó")
            case .resumed: text("went on importing", "se siguió importando")
            case .rehearsed: text("would import", "se importaría")
            }
        return text("\(verb) \(source) as \(mapping)", "\(verb) \(source) como \(mapping)")
    }

    package func period(_ from: String, _ until: String) -> String {
        text("from \(from) until \(until)", "desde \(from) hasta \(until)")
    }

    package func count(_ name: ImportCounts.Name, _ number: Int64) -> String {
        "\(title(name)) \(NumberText.grouped(number))"
    }

    package func title(_ name: ImportCounts.Name) -> String {
        switch "\(name.key)" {
        case "read": text("read", "leídas")
        case "mentions": text("mentions", "menciones")
        case "replies": text("replies", "respuestas")
        case "unattached": text("unattached", "sin conversación aún")
        case "duplicates": text("duplicates", "duplicadas")
        case "conflicts": text("conflicts", "en conflicto")
        case "revised": text("revised", "editadas")
        case "reposts": text("reposts", "republicaciones")
        case "rejected": text("rejected", "rechazadas")
        case "casesOpened": text("cases opened", "casos abiertos")
        case let key: key
        }
    }

    package func eventsRecorded(_ number: Int64) -> String {
        text("events recorded now ", "eventos registrados ahora ") + NumberText.grouped(number)
    }

    /// Where those are shown that the count says.
    package var listsUnattached: String {
        text(
            "Unattached messages of ours belong to no case: cmcase waiting lists them.",
            "Los mensajes nuestros sin conversación no pertenecen a ningún caso: cmcase waiting los muestra.")
    }

    package var before: String {
        text("This file had been imported before.", "Este archivo ya se había importado.")
    }

    /// Whether clocks of today start for what an import brings.
    package func taken(as work: ImportedWork, _ time: (Timestamp) -> String) -> String {
        switch work {
        case .history:
            text(
                "Taken in as history: no clock of today starts for it, but where it reopened a case that had ended (--live makes "
                    + "it today's work).",
                "Entra como historial: no pone en marcha ningún plazo de hoy, salvo en los casos terminados que reabre (con "
                    + "--live sería trabajo de hoy).")
        case .live:
            text(
                "Taken in as today's work: clocks run from the moment at which each message was written.",
                "Entra como trabajo de hoy: los plazos corren desde el momento en que se escribió cada mensaje.")
        case .liveSince(let moment):
            text(
                "What was written since \(time(moment)) is today's work, and its clocks run; what is older is history.",
                "Lo escrito desde \(time(moment)) es trabajo de hoy y sus plazos corren; lo anterior es historial.")
        }
    }

    /// The same file came again, with another of `--live` and `--live-since` than the first time.
    package func before(as work: ImportedWork, _ time: (Timestamp) -> String) -> String {
        let how: String =
            switch work {
            case .history: text("as history", "como historial")
            case .live: text("as today's work", "como trabajo de hoy")
            case .liveSince(let moment):
                text(
                    "as today's work since \(time(moment))", "como trabajo de hoy desde \(time(moment))")
            }
        return text(
            "This file had been imported before \(how), and what it brought then stays so; `cmcase retract` takes it back.",
            "Este archivo ya se había importado \(how), y lo que trajo entonces se queda así; `cmcase retract` lo retira."
        )
    }

    // MARK: Taken back

    package func retracted(_ imported: Position, _ mapping: String, at position: Position, isDryRun: Bool) -> String {
        text(
            "\(isDryRun ? "would take back" : "took back") the import of #\(imported) (\(mapping)) at #\(position)",
            "\(isDryRun ? "se retiraría" : "se retiró") la importación de #\(imported) (\(mapping)) en #\(position)")
    }

    package func casesLeftOut(_ number: Int64) -> String {
        text("cases left out ", "casos que no cuentan ") + NumberText.grouped(number)
    }

    package func personsLeftOut(_ number: Int64) -> String {
        text("persons left out ", "personas que no cuentan ") + NumberText.grouped(number)
    }

    package func casesRestored(_ number: Int64) -> String {
        text("cases that are again what they were ", "casos que vuelven a ser lo que eran ")
            + NumberText.grouped(number)
    }

    package var again: String { text("The file can be imported again.", "El archivo se puede volver a importar.") }
}
