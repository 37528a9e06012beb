package import CaseModel

/// The inputs of decision tables. Each has finitely many values, so that a table can be proved complete.
package enum SituationInput: UInt8, CaseIterable, Hashable, Sendable {
    case lifecycle, polarity, echo, targets, reach
    case turn, news, turnsLeft, silent, place, privateData, answeredInPublic, contactable, consent
    case canHelp, helped, guided, acknowledged, escalated
    case investigated, assessed, author, courtesy, problemIdentified, planExplained
    case prospect, solved, published, followUp, recurrence, quiet, survey, incident, promiseDue
    case praisedInPublic, asked

    /// In YAML.
    package var name: String { word.name }

    package init?(named name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// The possible values, by raw value.
    package var values: [Word] {
        switch self {
        case .lifecycle: CaseStage.words
        case .polarity: Judgement.words
        case .targets: ComplaintTargets.words
        case .reach: ReachClass.words
        case .turn: Turn.words
        case .news: News.words
        case .place: Place.words
        case .canHelp: HelpPossible.words
        case .assessed: Assessment.words
        case .author: AuthorKind.words
        case .prospect: Prospect.words
        case .solved: SolvedExtent.words
        case .followUp: FollowUpStage.words
        case .echo, .turnsLeft, .silent, .privateData, .answeredInPublic, .contactable, .consent, .helped, .guided,
            .acknowledged, .escalated, .investigated, .courtesy, .problemIdentified, .planExplained, .published,
            .recurrence, .quiet, .survey, .incident, .promiseDue, .praisedInPublic, .asked:
            YesNo.words
        }
    }

    /// The name in YAML and its meaning for people.
    package var word: Word {
        switch self {
        case .lifecycle: Word("lifecycle", en: "the case is", es: "el caso está")
        case .polarity: Word("polarity", en: "judged as", es: "evaluado como")
        case .echo: Word("echo", en: "only repeats what others said", es: "solo repite lo que otros dijeron")
        case .targets: Word("targets", en: "complains about", es: "se queja de")
        case .reach: Word("reach", en: "reach", es: "alcance")
        case .turn: Word("turn", en: "turn", es: "turno")
        case .news: Word("news", en: "what they said since", es: "lo que han dicho desde entonces")
        case .turnsLeft: Word("turns-left", en: "turns left", es: "quedan turnos")
        case .silent: Word("silent", en: "silent for the set days", es: "en silencio los días fijados")
        case .place: Word("place", en: "the conversation stands", es: "la conversación está")
        case .privateData:
            Word("private-data", en: "private data or third parties", es: "datos privados o de terceros")
        case .answeredInPublic: Word("answered-in-public", en: "answered in public", es: "contestado en público")
        case .contactable: Word("contactable", en: "can be reached", es: "se le puede contactar")
        case .consent: Word("consent", en: "agrees to go public", es: "consiente que sea público")
        case .canHelp: Word("can-help", en: "we can help", es: "podemos ayudar")
        case .helped: Word("helped", en: "helped", es: "ayudado")
        case .guided: Word("guided", en: "guided", es: "pautas dadas")
        case .acknowledged: Word("acknowledged", en: "acknowledged", es: "acuse de recibo")
        case .escalated: Word("escalated", en: "escalated", es: "escalado")
        case .investigated: Word("investigated", en: "author investigated", es: "autor investigado")
        case .assessed: Word("assessed", en: "the complaint is", es: "la queja está")
        case .author: Word("author", en: "the author is", es: "el autor es")
        case .courtesy: Word("courtesy", en: "courteous reply sent", es: "respuesta cortés enviada")
        case .problemIdentified: Word("problem-identified", en: "problem identified", es: "problema identificado")
        case .planExplained: Word("plan-explained", en: "plan explained", es: "plan explicado")
        case .prospect: Word("prospect", en: "the end is", es: "el final es")
        case .solved: Word("solved", en: "solved", es: "solucionado")
        case .published: Word("published", en: "resolution published", es: "resolución publicada")
        case .followUp: Word("follow-up", en: "follow-up", es: "seguimiento")
        case .recurrence: Word("recurrence", en: "came back", es: "ha vuelto")
        case .quiet: Word("quiet", en: "quiet for the horizon", es: "tranquilo todo el plazo")
        case .incident: Word("incident", en: "part of an incident", es: "parte de un incidente")
        case .promiseDue: Word("promise-due", en: "what was promised is due", es: "vence lo prometido")
        case .asked: Word("asked", en: "asked what the problem is", es: "preguntado cuál es el problema")
        case .praisedInPublic: Word("praised-in-public", en: "praised us in public", es: "elogio en público")
        case .survey: Word("survey", en: "survey offered", es: "encuesta ofrecida")
        }
    }

    /// Input and value in words: `turn: we spoke last`.
    package func sentence(_ value: Int, _ language: Language) -> String {
        "\(word.meaning[language]): \(values[value].meaning[language])"
    }
}
