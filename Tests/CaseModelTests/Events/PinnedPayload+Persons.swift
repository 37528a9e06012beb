import CaseModel

extension PinnedPayload {
    static let persons: [PinnedPayload] = [
        PinnedPayload(
            "PersonIdentified",
            .personIdentified(PersonIdentified(person: PersonNumber(7), identity: key, channel: Channel("twitter"))),
            #"{"person":7,"identity":"0123456789abcdeffedcba9876543210","channel":"twitter"}"#),
        PinnedPayload(
            "PersonIdentified",
            .personIdentified(
                PersonIdentified(person: PersonNumber(7), identity: key, channel: Channel("twitter"), isNobody: true)),
            #"{"person":7,"identity":"0123456789abcdeffedcba9876543210","channel":"twitter","nobody":true}"#),
        PinnedPayload(
            "IdentityLinked",
            .identityLinked(IdentityLinked(person: PersonNumber(7), other: PersonNumber(31), basis: .house)),
            #"{"person":7,"other":31,"basis":"operator"}"#),
        PinnedPayload(
            "IdentityUnlinked",
            .identityUnlinked(IdentityUnlinked(person: PersonNumber(7), other: PersonNumber(31))),
            #"{"person":7,"other":31}"#),
        PinnedPayload(
            "AuthorAssessed",
            .authorAssessed(
                AuthorAssessed(
                    assessment: .suspectedTroll, evidence: ["no-purchase", "many-brands"], expires: time)),
            """
            {"assessment":"suspected-troll","evidence":["no-purchase","many-brands"],"expires":1700000000123456}
            """),
        PinnedPayload(
            "AuthorAssessed",
            .authorAssessed(AuthorAssessed(assessment: .customer, evidence: [], expires: nil)),
            #"{"assessment":"customer","evidence":[]}"#),
        PinnedPayload(
            "SurveyOffered",
            .surveyOffered(SurveyOffered(offer: 1, instrument: .nps, case: CaseNumber(12))),
            #"{"offer":1,"instrument":"NPS","case":12}"#),
        PinnedPayload(
            "SurveyOffered", .surveyOffered(SurveyOffered(offer: 2, instrument: .ces, case: nil)),
            #"{"offer":2,"instrument":"CES"}"#),
        PinnedPayload(
            "SurveyAnswered",
            .surveyAnswered(
                SurveyAnswered(
                    offer: 1, instrument: .nps, minimum: 0, maximum: 10, score: 9, case: CaseNumber(12))),
            #"{"offer":1,"instrument":"NPS","minimum":0,"maximum":10,"score":9,"case":12}"#),
        PinnedPayload(
            "StanceEvidenced",
            .stanceEvidenced(
                StanceEvidenced(
                    stance: .promoter, kind: .publicRecommendation, event: Position(91), case: CaseNumber(12))),
            #"{"stance":"promoter","kind":"public-recommendation","event":91,"case":12}"#),
        PinnedPayload(
            "StanceEvidenced",
            .stanceEvidenced(StanceEvidenced(stance: .passive, kind: .thanks, event: nil, case: nil)),
            #"{"stance":"passive","kind":"thanks"}"#),
    ]

    static let erasures: [PinnedPayload] = [
        PinnedPayload(
            "PersonErased", .personErased(PersonErased(scope: .everything, legalBasis: "gdpr-17-1-b")),
            #"{"scope":"everything","legalBasis":"gdpr-17-1-b"}"#),
        PinnedPayload(
            "ContentErased",
            .contentErased(ContentErased(positions: [Position(5), Position(8)], legalBasis: "network-terms")),
            #"{"positions":[5,8],"legalBasis":"network-terms"}"#),
        PinnedPayload(
            "ContentRedacted",
            .contentRedacted(ContentRedacted(position: Position(5), commitment: sha256)),
            """
            {"position":5,"commitment":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
            """),
        PinnedPayload(
            "LegalHoldSet", .legalHoldSet(LegalHoldSet(legalBasis: "gdpr-17-3-e")), #"{"legalBasis":"gdpr-17-3-e"}"#),
        PinnedPayload("LegalHoldLifted", .legalHoldLifted(LegalHoldLifted()), "{}"),
        PinnedPayload(
            "AccountGone", .accountGone(AccountGone(identity: key, reason: .suspended)),
            #"{"identity":"0123456789abcdeffedcba9876543210","reason":"suspended"}"#),
    ]
}
