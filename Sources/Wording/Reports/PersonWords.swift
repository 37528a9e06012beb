package import CaseModel

/// The words in which a person is shown.
package struct PersonWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    // MARK: Who they are

    package func knownAs(_ asked: PersonNumber, _ principal: PersonNumber) -> String {
        text(
            "Person \(asked) is known as person \(principal).",
            "La persona \(asked) se conoce como la persona \(principal).")
    }

    package func title(_ number: PersonNumber) -> String { text("Person \(number)", "Persona \(number)") }

    package func standing(_ stance: Stance) -> String {
        text(", \(stance.rawValue)", ", postura: \(stance.spanish)")
    }

    package var nobody: String {
        text(
            "nobody known: the name names nobody, so this is one message's author, whom no figure of persons counts",
            "nadie conocido: el nombre no es de nadie, así que es el autor de un solo mensaje y no cuenta en ninguna cifra "
                + "de personas")
    }

    package var erased: String { text("(erased)", "(borrada)") }

    package func gone(_ end: AccountEnd) -> String {
        text(", gone (\(end.rawValue))", ", ya no existe (\(end.spanish))")
    }

    package func of(_ person: PersonNumber) -> String { text(" (person \(person))", " (persona \(person))") }

    package func linked(_ person: PersonNumber, _ principal: PersonNumber, _ basis: LinkBasis, since: String) -> String
    {
        text(
            "person \(person) is known as person \(principal) (\(basis.rawValue)) since \(since)",
            "la persona \(person) se conoce como la persona \(principal) (\(basis.spanish)) desde \(since)")
    }

    package func counts(cases: Int, mentions: Int64, complaints: Int, replies: Int64) -> String {
        text(
            "\(EnglishNoun.counted(cases, "case")), \(EnglishNoun.counted(mentions, "mention")), "
                + "\(complaints) of them \(complaints == 1 ? "a complaint" : "complaints"), "
                + "\(EnglishNoun.counted(replies, "reply", "replies")) of ours",
            "\(SpanishNoun.caso.counted(cases)), \(SpanishNoun.mención.counted(mentions)) "
                + "(\(SpanishNoun.queja.counted(complaints))), \(SpanishNoun.respuesta.counted(replies)) de la casa")
    }

    // MARK: What was judged and asked

    package func judged(_ assessment: AuthorAssessment, at moment: String, evidence: [String]) -> String {
        let seen: String = evidence.joined(separator: ", ")
        return text(
            "judged \(assessment.rawValue) on \(moment)" + (seen.isEmpty ? "" : " by \(seen)"),
            "valorada como \(assessment.spanish) el \(moment)" + (seen.isEmpty ? "" : " por \(seen)"))
    }

    package func expires(_ moment: String, isPast: Bool) -> String {
        isPast ? text(", expired \(moment)", ", caducó el \(moment)") : text(", until \(moment)", ", hasta \(moment)")
    }

    package func offered(
        _ instrument: SurveyInstrument, as offer: Int64, at moment: String, for number: CaseNumber?
    ) -> String {
        text(
            "\(instrument.rawValue) offered \(moment) as offer \(offer)",
            "encuesta \(instrument.rawValue) ofrecida el \(moment) como oferta \(offer)")
            + (number.map { text(" for case \($0)", " por el caso \($0)") } ?? "")
    }

    package func answered(_ score: Int64, of highest: Int64) -> String {
        text(", answered \(score) of \(highest)", ", contestada: \(score) de \(highest)")
    }

    package var unanswered: String { text(", not answered", ", sin contestar") }

    /// What the house wrote down with an event of the person.
    package func note(on type: EventType, _ words: String) -> String {
        text("note on \(type.rawValue): ", "nota de \(type.rawValue): ") + words
    }

    /// What the person wrote with an answer.
    package func wrote(_ words: String) -> String { text("they wrote: ", "escribió: ") + words }

    // MARK: Where they stand

    package func stance(_ stance: Stance, by kind: String, in number: CaseNumber?) -> String {
        text("\(stance.rawValue), by \(kind)", "\(stance.spanish), por \(evidence(kind))")
            + (number.map { text(" in case \($0)", " en el caso \($0)") } ?? "")
    }

    package func excluded(_ exclusion: Exclusion) -> String {
        text(" (left out: \(exclusion.rawValue))", " (no cuenta: \(exclusion.spanish))")
    }

    package func judged(at position: Position) -> String {
        text(", judged at #\(position)", ", evaluada en #\(position)")
    }

    /// What shows a stance: a mention, a kind of evidence, or an instrument with its score.
    private func evidence(_ kind: String) -> String {
        switch kind {
        case "complaint": "queja"
        case "praise": "elogio"
        default: EvidenceKind.word(named: kind, .spanish)
        }
    }
}
