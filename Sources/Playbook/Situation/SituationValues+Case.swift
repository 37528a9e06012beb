/// The stage of a case, by the decisions on it.
package enum CaseStage: UInt8, SituationValue {
    case open, snoozed, resolved, dismissed, closed, merged

    package static let words = [
        Word("open", en: "open", es: "abierto"), Word("snoozed", en: "put off", es: "aplazado"),
        Word("resolved", en: "resolved", es: "resuelto"), Word("dismissed", en: "dismissed", es: "desestimado"),
        Word("closed", en: "closed", es: "cerrado"), Word("merged", en: "merged", es: "fusionado"),
    ]
}

/// The gravest current classification of a case.
package enum Judgement: UInt8, SituationValue {
    case unjudged, positive, complaint, question, neutral, spam

    package static let words = [
        Word("unjudged", en: "not judged yet", es: "sin evaluar"), Word("positive", en: "positive", es: "positivo"),
        Word("complaint", en: "a complaint", es: "una queja"), Word("question", en: "a question", es: "una pregunta"),
        Word("neutral", en: "neutral", es: "neutro"), Word("spam", en: "spam", es: "spam"),
    ]
}

/// The unresolved targets of a complaint (S6).
package enum ComplaintTargets: UInt8, SituationValue {
    case none, product, brand, both

    package static let words = [
        Word("none", en: "nothing said", es: "sin indicar"), Word("product", en: "the product", es: "el producto"),
        Word("brand", en: "the brand", es: "la marca"),
        Word("both", en: "the product and the brand", es: "el producto y la marca"),
    ]
}

package enum ReachClass: UInt8, SituationValue {
    case ordinary, wide

    package static let words = [
        Word("ordinary", en: "below the threshold", es: "por debajo del umbral"),
        Word("wide", en: "at or over the threshold", es: "en el umbral o por encima"),
    ]
}

/// The outcome or, before it, the forecast.
package enum Prospect: UInt8, SituationValue {
    case favourable, unfavourable, unknown

    package static let words = [
        Word("favourable", en: "favourable", es: "favorable"),
        Word("unfavourable", en: "unfavourable", es: "desfavorable"),
        Word("unknown", en: "not known yet", es: "aún no se sabe"),
    ]
}

/// Whether the problem is solved; `no` while the case is open.
package enum SolvedExtent: UInt8, SituationValue {
    case no, partly, yes

    package static let words = [
        Word("no", en: "no", es: "no"), Word("partly", en: "partly", es: "en parte"), Word("yes", en: "yes", es: "sí"),
    ]
}

/// The state of follow-ups.
package enum FollowUpStage: UInt8, SituationValue {
    /// None is open, and none was done since the case ended; in an open case, since our last reply.
    case none
    /// One is open and due later.
    case scheduled
    /// One is open and due.
    case due
    /// None is open, and one was done since the case ended; in an open case, since our last reply.
    case done

    package static let words = [
        Word("none", en: "none planned", es: "sin planificar"), Word("scheduled", en: "planned", es: "planificado"),
        Word("due", en: "due", es: "pendiente ahora"), Word("done", en: "done", es: "hecho"),
    ]
}
