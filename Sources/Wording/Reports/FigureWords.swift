package import CaseModel
package import Measures
import Terminal

/// The words of the figures: conversion and first response.
package struct FigureWords {
    let language: Language

    package init(_ language: Language) { self.language = language }

    private func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        language.text(english(), spanish())
    }

    /// The column of the parts.
    ///
    /// - Parameter monthZone: the zone whose months those are, where the parts are months.
    package func facet(_ facet: Facet?, monthZone: String? = nil) -> String {
        (facet?.word(language) ?? text("part", "parte")) + (monthZone.map { " (\($0))" } ?? "")
    }

    /// How the parts are told apart.
    package func parts(_ facet: Facet, monthZone: String?) -> String {
        let rule: String =
            switch facet {
            case .channel: text("by the channel on which it began", "por el canal en que empezó")
            case .brand:
                text(
                    "by the brand that it is about; without one: (none)",
                    "por la marca de la que trata; sin ella: (sin indicar)")
            case .target:
                text(
                    "by what is complained about; product and brand together are a part of their own, both",
                    "por aquello de lo que se queja; producto y marca a la vez son una parte propia, ambos")
            case .topic:
                text(
                    "by the first of its topics; without one: (none)",
                    "por el primero de sus temas; sin ninguno: (sin indicar)")
            case .month:
                text("by the calendar month in which it began", "por el mes del calendario en que empezó")
                    + (monthZone.map { text(", in the time zone \($0)", ", en la zona horaria \($0)") } ?? "")
            }
        return text("parts: ", "partes: ") + rule
    }

    package var all: String { text("all", "total") }
    package var persons: String { text("persons", "personas") }
    package var cases: String { text("cases", "casos") }
    package var episodes: String { text("episodes", "episodios") }

    // MARK: What a figure leaves out, and how sure it is

    package func oursInNoCase(_ messages: Int64) -> String {
        text(
            messages == 1
                ? "1 message of ours belongs to no case, so it counts as no answer; `cmcase waiting` lists it"
                : "\(NumberText.grouped(messages)) messages of ours belong to no case, so they count as no answer; "
                    + "`cmcase waiting` lists them",
            messages == 1
                ? "1 mensaje nuestro no pertenece a ningún caso y no cuenta como respuesta; `cmcase waiting` lo muestra"
                : "\(NumberText.grouped(messages)) mensajes nuestros no pertenecen a ningún caso y no cuentan como "
                    + "respuesta; `cmcase waiting` los muestra")
    }

    /// - Parameter isEpisodes: whether it is about episodes, which count all the same; else about messages, which don't.
    package func ofNobody(_ number: Int64, isEpisodes: Bool) -> String {
        if isEpisodes {
            return text(
                "\(EnglishNoun.counted(number, "episode")) of nobody known: counted above, but as no person",
                "\(NumberText.grouped(number)) \(number == 1 ? "episodio" : "episodios") de nadie conocido: "
                    + "\(number == 1 ? "cuenta" : "cuentan") arriba, pero no como persona")
        }
        return text(
            "left out: \(EnglishNoun.counted(number, "message")) of nobody known",
            "no incluidos: \(NumberText.grouped(number)) \(number == 1 ? "mensaje" : "mensajes") de nadie conocido")
    }

    /// What stands in brackets behind a share.
    package func intervals(_ methods: Set<ShareInterval.Method>) -> String {
        let drawn: ClusterBootstrap? = methods.lazy.compactMap { method in
            if case .bootstrapByPerson(let bootstrap) = method { bootstrap } else { nil }
        }.first
        guard let drawn else {
            let all: String = text("in brackets: 95 % interval, Wilson", "entre corchetes: intervalo del 95 %, Wilson")
            guard methods.contains(.wilsonByPerson) else { return all }
            return all
                + text(
                    "; * where a person counts more than once: each person one trial",
                    "; * si una persona cuenta más de una vez: cada persona, un ensayo")
        }
        return text(
            "in brackets: 95 % interval, Wilson; * where a person counts more than once: bootstrap by person, seed "
                + "\(drawn.seed)",
            "entre corchetes: intervalo del 95 %, Wilson; * si una persona cuenta más de una vez: remuestreo por persona "
                + "(bootstrap), semilla \(drawn.seed)")
    }

    // MARK: Conversion

    package func conversionHeading(_ days: Int64) -> String {
        text(
            "Detractors who are promoters \(EnglishNoun.counted(days, "day")) after their complaint",
            "Detractores que son prescriptores \(days) \(days == 1 ? "día" : "días") después de su queja")
    }

    package func ofComplaints(_ share: String, _ complaints: Int) -> String {
        text(
            "\(share) of n = \(EnglishNoun.counted(complaints, "complaint"))",
            "\(share) de n = \(SpanishNoun.queja.counted(complaints))")
    }

    package func ofPersons(_ persons: Int, dataUntil end: String, through position: Position) -> String {
        text(
            "of \(EnglishNoun.counted(persons, "person")); data until \(end); log through #\(position)",
            "de \(SpanishNoun.persona.counted(persons)); datos hasta \(end); registro hasta #\(position)")
    }

    package func bounds(_ lower: String, _ upper: String, unobserved: Int) -> String {
        let count: String = NumberText.grouped(unobserved)
        return text(
            "between \(lower) and \(upper) whatever the \(count) think of whom nothing more is known",
            "entre \(lower) y \(upper), "
                + (unobserved == 1
                    ? "piense lo que piense 1 persona de quien no se sabe más"
                    : "piensen lo que piensen \(count) de quienes no se sabe más"))
    }

    package func mature(_ mature: Int, of all: Int) -> String {
        text(
            "mature: \(NumberText.grouped(mature)) of \(NumberText.grouped(all)); the horizon of the others reaches "
                + "beyond the data, so they can still change",
            "con el plazo cumplido: \(NumberText.grouped(mature)) de \(NumberText.grouped(all)); el plazo de las demás va "
                + "más allá de los datos, así que aún pueden cambiar")
    }

    package func leftOut(complaints: Int, persons: Int, withThem share: String) -> String {
        text(
            "left out as unfounded, troll, spam or off topic: \(EnglishNoun.counted(complaints, "complaint")) of "
                + "\(EnglishNoun.counted(persons, "person")); with them: \(share)",
            "excluidas por no tener fundamento, por troll, spam o por no venir al caso: \(SpanishNoun.queja.counted(complaints)) de "
                + "\(SpanishNoun.persona.counted(persons)); con ellas: \(share)")
    }

    /// - Parameters:
    ///   - complaints: how many of the figure rest on a tie of time.
    ///   - conversion: the conversion at the other end of the ties, and the recovery.
    package func ties(_ complaints: Int, conversion: String, recovery: String) -> String {
        text(
            "\(EnglishNoun.counted(complaints, "complaint")) "
                + "\(complaints == 1 ? "rests on a tie" : "rest on ties") of time, counted against us; "
                + "at the other end at most \(conversion) converted and \(recovery) recovered",
            "\(SpanishNoun.queja.counted(complaints)) \(complaints == 1 ? "depende" : "dependen") de un empate de hora, "
                + "contado en contra nuestra; en el otro extremo, como mucho: conversión \(conversion), recuperación "
                + "\(recovery)")
    }

    package var onTies: String { text("on ties", "por empate") }
    package var atOtherEnd: String { text("at their other end", "en el otro extremo") }

    package var complaints: String { text("complaints", "quejas") }

    /// The columns of the stances, the unobserved and the share.
    package var promoter: String { Stance.promoter.word(language) }
    package var passive: String { Stance.passive.word(language) }
    package var detractor: String { Stance.detractor.word(language) }
    package var unknown: String { Stance.unknown.word(language) }
    package var relapsed: String { text("relapsed", "recaída") }
    package var conversion: String { text("conversion", "conversión") }

    /// The denominators.
    package var allFounded: String { text("all founded", "todas las fundadas") }
    package var matureOnes: String { text("mature", "con el plazo cumplido") }
    package var answeredOnes: String { text("answered", "contestadas") }
    package var unansweredOnes: String { text("not answered", "sin contestar") }
    package var resolvedOnes: String { text("resolved", "resueltas") }
    package var heardAfter: String { text("heard of after", "con noticias después") }

    package func index(_ complaint: IndexComplaint, at moment: String) -> String {
        text(
            "person \(complaint.person): complaint #\(complaint.position) at \(moment), ",
            "persona \(complaint.person): queja #\(complaint.position) el \(moment), ")
            + complaint.stanceAtEnd.word(language)
            + (complaint.decidedBy.map { text(" by #\($0)", " según #\($0)") }
                ?? text(", nothing known since", ", nada se sabe desde entonces"))
            + (complaint.restsOnTie
                ? text(", by a tie of time; else ", ", por un empate de hora; si no, ")
                    + complaint.stanceAtOtherEnd.word(language) : "")
    }

    // MARK: First response

    package var waitHeading: String {
        text("How long people wait for our first response", "Cuánto esperan las personas nuestra primera respuesta")
    }

    package func data(until end: String, through position: Position) -> String {
        text("data until \(end); log through #\(position)", "datos hasta \(end); registro hasta #\(position)")
    }

    package var answeredCases: String { text("answered", "contestados") }
    package var unansweredCases: String { text("unanswered", "sin contestar") }
    package var median: String { text("median", "mediana") }
    package var censoredMedian: String { text("median with unanswered", "mediana con los no contestados") }
    /// One case that the figure rests on, or an episode of it where it was reopened.
    ///
    /// - Parameter answer: the event that answered it, and after how long; nil where nobody has.
    package func wait(
        _ number: CaseNumber, episode: Int64, of person: PersonNumber, opened position: Position, at moment: String,
        answer: (position: Position, after: String)?
    ) -> String {
        let which: String = episode > 1 ? text(", episode \(episode),", ", episodio \(episode),") : ""
        return text(
            "case \(number)\(which) of person \(person): opened by #\(position) at \(moment), ",
            "caso \(number)\(which) de la persona \(person): abierto por #\(position) el \(moment), ")
            + (answer.map { answer in
                text(
                    "answered by #\(answer.position) after \(answer.after)",
                    "contestado por #\(answer.position) al cabo de \(answer.after)")
            } ?? text("not answered", "sin contestar"))
    }

    package var withinTarget: String { text("within target", "dentro del objetivo") }
}
