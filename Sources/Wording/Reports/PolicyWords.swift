package import CaseModel
package import ServiceLevels

/// The words of calendars and service levels.
package struct PolicyWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: Calendars

    package func calendar(_ name: String) -> String { text("Calendar \(name)", "Calendario \(name)") }

    package func hours(version: String, of zone: String) -> String {
        text("version \(version), hours of \(zone)", "versión \(version), hora de \(zone)")
    }

    package func holidays(_ count: Int, in year: Int) -> String {
        switch count {
        case 0: text("No holidays and special days in \(year)", "Ningún festivo ni día especial en \(year)")
        case 1: text("1 holidays and special days in \(year)", "1 festivo o día especial en \(year)")
        default:
            text("\(count) holidays and special days in \(year)", "\(count) festivos y días especiales en \(year)")
        }
    }

    package var closed: String { text("closed", "cerrado") }

    /// The columns of a deadline reckoned day by day.
    package var day: String { text("day", "día") }
    /// The stretches that count, by the clocks of the calendar's zone.
    package func counted(in zone: String) -> String { text("counted (\(zone))", "cuenta (\(zone))") }
    package var working: String { text("working", "trabajo") }
    package var left: String { text("left", "queda") }
    package var why: String { text("why", "por qué") }

    package func paused(_ length: String) -> String { text("\(length) paused", "\(length) en pausa") }

    // MARK: Service levels

    package func serviceLevel(_ name: String) -> String { text("Service level \(name)", "Nivel de servicio \(name)") }

    package func calendar(version: String, _ calendar: String) -> String {
        text("version \(version), calendar \(calendar)", "versión \(version), calendario \(calendar)")
    }

    package var disabled: String { text("disabled: nothing is promised", "desactivado: no se promete nada") }

    package var clock: String { text("clock", "compromiso") }
    package var cases: String { text("cases", "casos") }
    package var within: String { text("within", "plazo") }
    package var warning: String { text("warning", "aviso") }
    package var nothingPromised: String { text("nothing promised", "nada prometido") }
    package func before(_ length: String) -> String { text("\(length) before", "\(length) antes") }

    /// `severity high or critical, polarity complaint`; what remains where it names nothing.
    package func condition(_ condition: ServiceCondition) -> String {
        let parts: [String] = [
            listed(text("priority", "prioridad"), condition.priorities),
            listed(text("severity", "gravedad"), condition.severities),
            joined(text("channel", "canal"), condition.channels.map(\.name).sorted()),
            listed(text("polarity", "tipo"), condition.polarities),
        ].compactMap(\.self)
        return parts.isEmpty ? text("all (others)", "todos (los demás)") : parts.joined(separator: ", ")
    }

    package func pauses(_ reasons: Set<PauseReason>) -> String {
        let list: String = reasons.sorted { $0.rawValue < $1.rawValue }.map(pause).joined(separator: text(", ", " o "))
        return list.isEmpty
            ? text("Nothing pauses the resolution clock.", "Nada pausa el plazo de resolución.")
            : text(
                "The resolution clock pauses while \(list).",
                "El plazo de resolución se pausa mientras el caso está \(list).")
    }

    private func pause(_ reason: PauseReason) -> String {
        switch reason {
        case .awaitingCustomer: text(reason.rawValue, CaseStatus.awaitingCustomer.spanish)
        case .snoozed: text(reason.rawValue, "aplazado")
        }
    }

    private func listed(_ name: String, _ values: some Collection<some Worded>) -> String? {
        joined(name, values.sorted { $0.rawValue < $1.rawValue }.map { $0.word(language) })
    }

    private func joined(_ name: String, _ values: [String]) -> String? {
        values.isEmpty ? nil : "\(name) \(values.joined(separator: text(" or ", " o ")))"
    }

    // MARK: Checks

    package func valid(_ name: String, _ version: String) -> String {
        text("\(name) \(version): nothing is wrong with it", "\(name) \(version): todo en orden")
    }
}
