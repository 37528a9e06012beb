package import CaseModel
import Terminal

/// The words in which a command says what it recorded. Event types keep their names.
package struct ReceiptWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: What it is recorded on

    package func subject(_ number: CaseNumber?) -> String {
        number.map { text("case \($0)", "caso \($0)") }
            ?? text(
                "a message of ours that belongs to no case yet",
                "un mensaje nuestro que aún no pertenece a ningún caso")
    }

    package func person(_ number: PersonNumber) -> String { text("person \(number)", "persona \(number)") }

    // MARK: One command

    /// `CaseResolved at #12, FollowUpScheduled at #13`
    package func events(_ events: some Sequence<(position: Int64, type: EventType)>) -> String {
        events.map { text("\($0.type.rawValue) at #\($0.position)", "\($0.type.rawValue) en #\($0.position)") }
            .joined(separator: ", ")
    }

    package func known(_ subject: String, _ events: String) -> String {
        text("\(subject): recorded before, \(events)", "\(subject): ya estaba registrado, \(events)")
    }

    package func recorded(_ subject: String, _ events: String, version: Int64?) -> String {
        text("\(subject): recorded \(events)", "\(subject): registrado \(events)")
            + (version.map { text("; now at version \($0)", "; ahora en la versión \($0)") } ?? "")
    }

    /// The receipt of a command on a person, in one line.
    package func known(_ person: PersonNumber, at position: Int64) -> String {
        text(
            "person \(person), recorded before at #\(position)",
            "persona \(person), ya estaba registrado en #\(position)")
    }

    package func recorded(
        _ person: PersonNumber, _ type: EventType?, for number: CaseNumber?, at position: Int64
    ) -> String {
        text(
            "person \(person), \(type?.rawValue ?? "")" + (number.map { " for case \($0)" } ?? "") + " at #\(position)",
            "persona \(person), \(type?.rawValue ?? "")" + (number.map { " por el caso \($0)" } ?? "")
                + " en #\(position)")
    }

    package func corrected(_ type: EventType, _ event: Position, of subject: String, at position: Int64) -> String {
        text(
            "\(type.rawValue) at #\(event) of \(subject) corrected at #\(position)",
            "\(type.rawValue) en #\(event) (\(subject)) corregido en #\(position)")
    }

    package func takenBack(_ subject: String, _ events: String, at position: Int64) -> String {
        text("\(subject): \(events) taken back at #\(position)", "\(subject): \(events) retirado en #\(position)")
    }

    package func split(_ subject: String, at position: Int64) -> String {
        text("\(subject) begins, split off at #\(position)", "empieza el \(subject), separado en #\(position)")
    }

    package func adopted(
        _ name: String, _ version: String, at position: Position, from moment: String, wasKnown: Bool
    ) -> String {
        text(
            "#\(position)  \(name) \(version) is in force for cases that open from \(moment) on",
            "#\(position)  \(name) \(version) rige para los casos que se abran desde \(moment)")
            + (wasKnown ? text("; recorded before", "; ya estaba registrado") : "")
    }

    /// Calendars that were adopted, and in which nothing is reckoned yet.
    package func idle(calendars: [String]) -> String {
        let names: String = calendars.joined(separator: ", ")
        return text(
            "adopted, but named by no service level in force: \(names)",
            "adoptados, pero sin nivel de servicio vigente que los nombre: \(names)")
    }

    /// A calendar in which nothing is reckoned yet.
    package func unused(calendar: String, by level: String, _ version: String, of other: String) -> String {
        text(
            "no deadline runs by it yet: service level \(level) \(version) tells its times in calendar \(other); adopt a "
                + "service level that says calendar: \(calendar)",
            "ningún plazo corre aún por él: el nivel de servicio \(level) \(version) cuenta en el calendario \(other); "
                + "adopta un nivel de servicio que diga calendar: \(calendar)")
    }

    package func madeStore(_ path: String) -> String { text("made the store \(path)", "almacén creado: \(path)") }

    /// What a command changed, in its shortest form: `status new → evaluating`.
    ///
    /// - Parameter shown: how a value is shown that is none of the domain's words.
    package func changed(
        _ name: String, _ before: String?, _ after: String?, shown: (String) -> String
    ) -> String {
        let words = AuditWords(language)
        func value(_ value: String?) -> String { value.map { shown(words.value($0, of: name)) } ?? "-" }
        return "\(words.field(name)) \(value(before)) → \(value(after))"
    }

    /// What the customer is told to name the case by.
    package func tracking(_ code: String) -> String {
        text("tracking code for the customer: \(code)", "código de seguimiento para el cliente: \(code)")
    }

    // MARK: Lines of commands

    package func line(_ line: Int, _ receipt: String) -> String { text("line \(line): ", "línea \(line): ") + receipt }

    package func line(
        _ line: Int, _ subject: String, _ types: [EventType], at position: Int64, status: CaseStatus?
    ) -> String {
        let what: String = types.map(\.rawValue).joined(separator: ", ")
        return self.line(line, "\(subject), \(what)" + text(" at ", " en ") + "#\(position)")
            + (status.map { text(", now \($0.rawValue)", ", ahora \($0.spanish)") } ?? "")
    }

    package func known(line: Int, _ subject: String, at position: Int64) -> String {
        self.line(
            line,
            text("\(subject), recorded before at #\(position)", "\(subject), ya estaba registrado en #\(position)"))
    }

    package func applied(recorded: Int, known: Int, refused: Int) -> String {
        text(
            "recorded \(recorded), recorded before \(known), refused \(refused)",
            "registradas \(recorded), ya registradas antes \(known), rechazadas \(refused)")
    }

    /// What can be done about refused lines; nil for standard input as the file.
    package func mend(_ file: String?) -> String {
        guard let file else {
            return text(
                "mend the refused lines and send them alone: without a \"key\" of its own, a line is recorded each time "
                    + "it is sent",
                "corrige las líneas rechazadas y envíalas solas: sin una \"key\" propia, una línea se registra cada vez "
                    + "que se envía")
        }
        return text(
            "mend the refused lines in \(file) and apply it again: what was recorded isn't recorded twice",
            "corrige en \(file) las líneas rechazadas y aplícalo otra vez: lo registrado no se registra dos veces")
    }

    // MARK: What time brings about

    package func cameBack(_ number: CaseNumber, _ position: Position, at moment: String) -> String {
        text(
            "#\(position) case \(number) came back at \(moment)", "#\(position) el caso \(number) volvió el \(moment)")
    }

    package func cameBack(_ count: Int) -> String {
        text(
            count == 1 ? "1 case came back" : "\(count) cases came back",
            count == 1 ? "volvió 1 caso" : "volvieron \(SpanishNoun.caso.counted(count))")
    }
}
