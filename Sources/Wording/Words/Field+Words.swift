package import CaseModel

extension CaseField: Worded {
    package var spanish: String {
        switch self {
        case .status: "estado"
        case .brand: "marca"
        case .polarity: "tipo"
        case .targets: "objeto"
        case .topics: "temas"
        case .openedAt: "abierto"
        case .firstReplyAt: "primera respuesta"
        case .mentions: "menciones"
        case .replies: "respuestas"
        case .revisions: "ediciones"
        case .episode: "episodio"
        case .outcome: "desenlace"
        case .nextFollowUpAt: "próximo seguimiento"
        case .assignee: "a cargo de"
        case .priority: "prioridad"
        case .tags: "etiquetas"
        case .snoozedUntil: "aplazado hasta"
        }
    }

    /// A value of the field as people read it.
    package func value(_ value: String, _ language: Language) -> String {
        switch self {
        case .status: CaseStatus.word(named: value, language)
        case .polarity: Polarity.word(named: value, language)
        case .targets: TargetSet(named: value).word(language)
        case .outcome: Outcome.word(named: value, language)
        case .priority: Priority.word(named: value, language)
        case .brand, .topics, .openedAt, .firstReplyAt, .mentions, .replies, .revisions, .episode, .nextFollowUpAt,
            .assignee, .tags, .snoozedUntil:
            value
        }
    }
}

extension PersonField: Worded {
    package var spanish: String {
        switch self {
        case .knownAs: "conocida como persona"
        case .assessment: "valoración"
        case .expires: "caduca"
        case .surveysOffered: "encuestas ofrecidas"
        case .surveysAnswered: "encuestas contestadas"
        case .evidence: "indicios de su postura"
        }
    }

    /// A value of the field as people read it.
    package func value(_ value: String, _ language: Language) -> String {
        switch self {
        case .assessment: AuthorAssessment.word(named: value, language)
        case .knownAs, .expires, .surveysOffered, .surveysAnswered, .evidence: value
        }
    }
}
