import CaseModel

extension Told {
    static let persons: [Told] = [
        Told(
            .personIdentified(PersonIdentified(person: PersonNumber(7), identity: key, channel: Channel("twitter"))),
            en: "Person 7 is met on twitter", es: "La persona 7 aparece en twitter"),
        Told(
            .personIdentified(
                PersonIdentified(
                    person: PersonNumber(7), identity: key, channel: Channel("google-play"), isNobody: true)),
            en: "Person 7 is met on google-play under a name that names nobody",
            es: "La persona 7 aparece en google-play con un nombre que no es de nadie"),
        Told(
            .identityLinked(IdentityLinked(person: PersonNumber(7), other: PersonNumber(31), basis: .given)),
            en: "Person 31 is known as person 7, basis given",
            es: "La persona 31 pasa a conocerse como la persona 7 (lo dijo la persona)"),
        Told(
            .identityUnlinked(IdentityUnlinked(person: PersonNumber(7), other: PersonNumber(31))),
            en: "Person 31 is known as themselves again, not as 7",
            es: "La persona 31 vuelve a conocerse por sí misma, no como la 7"),
        Told(
            .authorAssessed(
                AuthorAssessed(
                    assessment: .suspectedTroll, evidence: ["no-purchase", "many-brands"], expires: time)),
            en: "The author was judged suspected-troll; seen: no-purchase, many-brands; until "
                + "2026-03-02 10:15:00 +00:00",
            es: "Se valoró al autor como posible troll; indicios: no-purchase, many-brands; hasta "
                + "2026-03-02 10:15:00 +00:00"),
        Told(
            .authorAssessed(AuthorAssessed(assessment: .customer, evidence: [], expires: nil)),
            en: "The author was judged customer", es: "Se valoró al autor como cliente"),
        Told(
            .surveyOffered(SurveyOffered(offer: 1, instrument: .nps, case: nil)),
            en: "Asked how content they are (NPS, offer 1)",
            es: "Se ofreció una encuesta de satisfacción (NPS, oferta 1)"),
        Told(
            .surveyAnswered(
                SurveyAnswered(offer: 1, instrument: .nps, minimum: 0, maximum: 10, score: 9, case: nil)),
            en: "Answered NPS offer 1: 9, from 0 to 10", es: "Contestó la encuesta NPS, oferta 1: 9, de 0 a 10"),
        Told(
            .stanceEvidenced(
                StanceEvidenced(stance: .promoter, kind: .publicRecommendation, event: nil, case: nil)),
            en: "Shows as a promoter by public-recommendation",
            es: "Muestra su postura: prescriptor, por recomendación pública"),
        Told(
            .personErased(PersonErased(scope: .everything, legalBasis: "gdpr-17-1-b")),
            en: "The person was erased (everything), by gdpr-17-1-b",
            es: "Se borró a la persona (todo), según gdpr-17-1-b"),
        Told(
            .contentErased(ContentErased(positions: [Position(5), Position(8)], legalBasis: "network-terms")),
            en: "The words of 2 events were erased", es: "Se borraron las palabras de 2 eventos"),
        Told(
            .contentErased(ContentErased(positions: [Position(5)], legalBasis: "network-terms")),
            en: "The words of 1 events were erased", es: "Se borraron las palabras de 1 evento"),
        Told(
            .contentRedacted(ContentRedacted(position: Position(5), commitment: "")),
            en: "The words of #5 were redacted", es: "Se tacharon palabras de #5"),
        Told(
            .legalHoldSet(LegalHoldSet(legalBasis: "gdpr-17-3-e")),
            en: "A legal hold forbids erasing, by gdpr-17-3-e",
            es: "Una retención legal prohíbe borrar, según gdpr-17-3-e"),
        Told(.legalHoldLifted(LegalHoldLifted()), en: "The legal hold is lifted", es: "Se levantó la retención legal"),
        Told(
            .accountGone(AccountGone(identity: key, reason: .suspended)), en: "The account is gone (suspended)",
            es: "La cuenta ya no existe (suspendida)"),
    ]
}
