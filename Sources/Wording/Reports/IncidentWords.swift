package import CaseModel

/// The words in which incidents are declared and listed.
package struct IncidentWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    package func name(_ number: Int64) -> String { text("incident \(number)", "incidente \(number)") }

    package func partOf(_ number: Int64, level: Int64, since moment: String) -> String {
        text(
            "part of incident \(number), level \(level), since \(moment)",
            "parte del incidente \(number), nivel \(level), desde \(moment)")
    }

    // MARK: Receipts

    package func known(_ number: Int64, at position: Int64) -> String {
        text(
            "incident \(number): recorded before at #\(position)",
            "incidente \(number): ya estaba registrado en #\(position)")
    }

    /// What was recorded, and how the incident stands now.
    package func recorded(_ incident: Incident, _ events: String) -> String {
        let state: String =
            incident.closedAt == nil
            ? text("level \(incident.level)", "nivel \(incident.level)") : text("closed", "cerrado")
        let numbers: String = incident.cases.map { "\($0.number)" }.joined(separator: ", ")
        let cases: String = incident.cases.count == 1 ? text("case", "caso") : text("cases", "casos")
        return text(
            "incident \(incident.number): recorded \(events); now \(state), \(cases) \(numbers)",
            "incidente \(incident.number): registrado \(events); ahora \(state), \(cases) \(numbers)")
    }

    // MARK: The list

    package var noneGoesOn: String { text("No incident goes on.", "No hay ningún incidente en curso.") }

    package var incident: String { text("incident", "incidente") }
    package var level: String { text("level", "nivel") }
    package var declared: String { text("declared", "declarado") }
    package var closed: String { text("closed", "cerrado") }
    package var cases: String { text("cases", "casos") }
    package var seenBy: String { text("seen by", "visto por") }
    package var note: String { text("note", "nota") }
    /// Stands where no rule of detection saw it.
    package var somebody: String { text("a person", "una persona") }
}
