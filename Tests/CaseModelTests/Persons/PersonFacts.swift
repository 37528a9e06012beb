import CaseModel
import Testing

/// What person 3 has been through.
struct GivenPerson {
    let state: PersonState

    /// The person is met at minute 0; then these events, each at its minute.
    init(_ number: PersonNumber = ana, _ facts: Fact..., isNobody: Bool = false) {
        let met = PersonIdentified(
            person: number, identity: key(UInt64(number.rawValue)), channel: Channel("twitter"), isNobody: isNobody)
        var state: PersonState?
        for (index, fact) in ([Fact(.personIdentified(met), at: 0)] + facts).enumerated() {
            let place = Int64(index + 1)
            PersonState.evolve(
                &state, fact.event,
                EventMoment(position: Position(100 + place), version: place, occurredAt: fact.at))
        }
        guard let state else { preconditionFailure("a person who was met has a state") }
        self.state = state
    }

    /// Somebody asks for something at a minute.
    func when(
        _ command: PersonCommand, at: Int64 = 1_000, isTheirs: Bool? = true
    ) throws(Refusal) -> [Decision] {
        try PersonDecider.decide(command, state, isTheirs: { _ in isTheirs }, CommandContext(at: minute(at)))
    }

    /// Somebody asks that another is known as this person.
    func whenLinked(
        _ other: GivenPerson, lineage: [PersonNumber] = [], reason: String? = nil
    ) throws(Refusal) -> [Decision] {
        try LinkDecider.link(
            other.state, to: state, lineage: lineage, basis: .given, reason: reason, CommandContext(at: minute(1_000)))
    }

    /// Somebody asks that another is known as themselves again.
    func whenUnlinked(_ other: GivenPerson, merges: [CasesMerged] = []) throws(Refusal) -> [Decision] {
        try LinkDecider.unlink(
            other.state, from: state, merges: merges, reason: nil, CommandContext(at: minute(1_000)))
    }
}

extension Fact {
    static func linked(_ other: Int64, to person: Int64, at: Int64) -> Fact {
        Fact(
            .identityLinked(
                IdentityLinked(person: PersonNumber(person), other: PersonNumber(other), basis: .given)), at: at)
    }

    static func unlinked(_ other: Int64, from person: Int64, at: Int64) -> Fact {
        Fact(
            .identityUnlinked(IdentityUnlinked(person: PersonNumber(person), other: PersonNumber(other))), at: at)
    }

    static func assessed(_ assessment: AuthorAssessment, until: Int64?, at: Int64) -> Fact {
        Fact(
            .authorAssessed(AuthorAssessed(assessment: assessment, evidence: [], expires: until.map(minute))), at: at)
    }

    static func offered(_ offer: Int64, _ instrument: SurveyInstrument, at: Int64) -> Fact {
        Fact(.surveyOffered(SurveyOffered(offer: offer, instrument: instrument, case: seven)), at: at)
    }

    static func answered(_ offer: Int64, _ score: Int64, at: Int64) -> Fact {
        Fact(
            .surveyAnswered(
                SurveyAnswered(offer: offer, instrument: .nps, minimum: 0, maximum: 10, score: score, case: seven)),
            at: at)
    }
}

extension Refusal.Code {
    /// What only commands on persons and corrections are refused for.
    static let ofOthers: Set<Refusal.Code> = [
        .noSuchPerson, .samePerson, .alreadyLinked, .linkCircle, .notLinked, .mergedAcross, .noCode, .oneSignal,
        .noSuchOffer, .alreadyAnswered, .scoreOutOfScale, .noSuchEvent, .notTakenBack, .notCorrectable, .badValue,
        .retracted, .noSuchImport, .builtUpon, .wholeCase, .splitAlready,
        .noSuchRule, .offeredAlready, .needsCase, .inIncident, .noSuchIncident, .incidentClosed, .keyTaken,
        .nobodyKnown,
    ]
}
