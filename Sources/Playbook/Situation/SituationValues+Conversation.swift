/// Whose turn it is in an episode.
package enum Turn: UInt8, SituationValue {
    /// We have not replied yet.
    case opening
    /// They answered us.
    case theirs
    /// The last message is ours.
    case ours

    package static let words = [
        Word("opening", en: "we have not answered yet", es: "aún no hemos contestado"),
        Word("theirs", en: "they answered us", es: "nos han contestado"),
        Word("ours", en: "we spoke last", es: "hemos hablado los últimos"),
    ]
}

/// The classification of the newest mention since our last reply or, in an ended case, since its end.
package enum News: UInt8, SituationValue {
    case none, unjudged, positive, complaint, other

    package static let words = [
        Word("none", en: "nothing", es: "nada"),
        Word("unjudged", en: "something not judged yet", es: "algo sin evaluar"),
        Word("positive", en: "something positive", es: "algo positivo"),
        Word("complaint", en: "a complaint", es: "una queja"), Word("other", en: "something else", es: "otra cosa"),
    ]
}

/// The present visibility of the conversation.
package enum Place: UInt8, SituationValue {
    case isPublic, isPrivate

    package static let words = [
        Word("public", en: "in public", es: "en público"), Word("private", en: "in private", es: "en privado"),
    ]
}

/// Whether we can help with the product ourselves (S7, S8).
package enum HelpPossible: UInt8, SituationValue {
    case unknown, yes, no

    package static let words = [
        Word("unknown", en: "not known yet", es: "aún no se sabe"), Word("yes", en: "yes", es: "sí"),
        Word("no", en: "no", es: "no"),
    ]
}

/// Whether the complaint about the brand is founded (S10).
package enum Assessment: UInt8, SituationValue {
    case no, founded, unfounded

    package static let words = [
        Word("no", en: "not assessed yet", es: "sin valorar"), Word("founded", en: "founded", es: "fundada"),
        Word("unfounded", en: "not founded", es: "sin fundamento"),
    ]
}

/// The kind of author, by the current assessment unless it has expired (S11).
package enum AuthorKind: UInt8, SituationValue {
    case unknown, customer, suspectedTroll, troll, spammer

    package static let words = [
        Word("unknown", en: "unknown", es: "desconocido"), Word("customer", en: "a customer", es: "un cliente"),
        Word("suspected-troll", en: "a suspected troll", es: "un posible troll"),
        Word("troll", en: "a troll", es: "un troll"), Word("spammer", en: "a spammer", es: "un spammer"),
    ]
}
