import CaseModel
import Testing

@Suite("What is recorded of a person")
struct PersonDeciderTests {
    private let person = GivenPerson()

    private func code(_ body: () throws -> [Decision]) -> Refusal.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    @Test("a judgement of a troll rests on two pieces of evidence that differ and passes after 90 days")
    func troll() throws {
        let assess = PersonCommand.Assessment(.suspectedTroll, evidence: ["many-brands", "no-purchase"], note: "seen")
        let decided = try person.when(.assess(assess))
        expectSame(
            decided,
            [
                Decision(
                    .person(ana),
                    .authorAssessed(
                        AuthorAssessed(
                            assessment: .suspectedTroll, evidence: ["many-brands", "no-purchase"],
                            expires: minute(1_000 + 90 * 24 * 60))),
                    at: minute(1_000), content: Content(note: "seen"), owner: ana)
            ])
    }

    @Test(
        "nobody is a troll by one signal alone, nor by the same one twice",
        arguments: [AuthorAssessment.troll, .suspectedTroll], [[], ["rude"], ["rude", "rude"]])
    func oneSignal(assessment: AuthorAssessment, evidence: [String]) {
        let refused = code { try person.when(.assess(.init(assessment, evidence: evidence))) }
        #expect(refused == .oneSignal)
    }

    @Test("a customer needs no evidence and stays one; a spammer passes")
    func customer() throws {
        let events = try [AuthorAssessment.customer, .spammer].map { try person.when(.assess(.init($0)))[0].event }
        #expect(
            events == [
                .authorAssessed(AuthorAssessed(assessment: .customer, evidence: [], expires: nil)),
                .authorAssessed(
                    AuthorAssessed(assessment: .spammer, evidence: [], expires: minute(1_000 + 90 * 24 * 60))),
            ])
    }

    @Test("evidence is named by codes, since the log holds no words")
    func codes() {
        #expect(code { try person.when(.assess(.init(.customer, evidence: ["Ana said so"]))) } == .noCode)
        #expect(code { try person.when(.assess(.init(.customer, evidence: [""]))) } == .noCode)
    }

    @Test("a judgement expires after it was made")
    func expiry() {
        #expect(code { try person.when(.assess(.init(.spammer, expires: minute(1_000)))) } == .dueInThePast)
    }

    @Test("a judgement counts until it expires, the latest made by then first")
    func assessmentAt() {
        let state = GivenPerson(
            ana, .assessed(.spammer, until: 100, at: 10), .assessed(.customer, until: nil, at: 50),
            .assessed(.troll, until: 90, at: 60)
        ).state
        let at: [Int64: AuthorAssessment] = [5: .unknown, 10: .spammer, 50: .customer, 89: .troll, 90: .unknown]
        for (moment, expected) in at { #expect(state.assessment(at: minute(moment)) == expected, "minute \(moment)") }
    }

    @Test("offers are counted from 1, and are about a case of the person")
    func offers() throws {
        let offered = GivenPerson(ana, .offered(1, .csat, at: 5))
        #expect(
            try offered.when(.offerSurvey(.nps, case: seven)).map(\.event) == [
                .surveyOffered(SurveyOffered(offer: 2, instrument: .nps, case: seven))
            ])
        #expect(code { try person.when(.offerSurvey(.nps, case: seven), isTheirs: false) } == .otherPerson)
        #expect(code { try person.when(.offerSurvey(.nps, case: seven), isTheirs: nil) } == .noSuchCase)
    }

    @Test(
        "an answer lies on the scale of what was asked",
        arguments: [(SurveyInstrument.nps, Int64(0), Int64(10)), (.csat, 1, 5), (.ces, 1, 7)])
    func scale(instrument: SurveyInstrument, lowest: Int64, highest: Int64) throws {
        let asked = GivenPerson(ana, .offered(1, instrument, at: 5))
        for score in [lowest, highest] {
            let decided = try asked.when(.answerSurvey(nil, score: score, words: nil))
            #expect(
                decided.map(\.event) == [
                    .surveyAnswered(
                        SurveyAnswered(
                            offer: 1, instrument: instrument, minimum: lowest, maximum: highest, score: score,
                            case: seven))
                ])
        }
        for score in [lowest - 1, highest + 1] {
            #expect(code { try asked.when(.answerSurvey(1, score: score, words: nil)) } == .scoreOutOfScale)
        }
    }

    @Test("one answer an offer, to an offer that was made, after it")
    func oneAnswer() {
        let answered = GivenPerson(ana, .offered(1, .nps, at: 5), .answered(1, 9, at: 6))
        #expect(code { try answered.when(.answerSurvey(1, score: 8, words: nil)) } == .alreadyAnswered)
        #expect(code { try answered.when(.answerSurvey(nil, score: 8, words: nil)) } == .noSuchOffer)
        #expect(code { try answered.when(.answerSurvey(2, score: 8, words: nil)) } == .noSuchOffer)
        let asked = GivenPerson(ana, .offered(1, .nps, at: 5))
        #expect(code { try asked.when(.answerSurvey(1, score: 8, words: nil), at: 4) } == .outOfOrder)
    }

    @Test(
        "recommending us is advocacy, thanking us is not",
        arguments: [
            (EvidenceKind.publicRecommendation, Stance.promoter), (.unsolicitedPraise, .promoter), (.thanks, .passive),
            (.newComplaint, .detractor),
        ])
    func evidence(kind: EvidenceKind, stance: Stance) throws {
        let decided = try person.when(.recordEvidence(kind, case: nil, event: Position(9), note: "heard"))
        #expect(
            decided.map(\.event) == [
                .stanceEvidenced(StanceEvidenced(stance: stance, kind: kind, event: Position(9), case: nil))
            ])
        #expect(decided.map(\.content) == [Content(note: "heard")])
    }

    @Test("an answer to a survey is no evidence without its score")
    func surveyEvidence() {
        #expect(code { try person.when(.recordEvidence(.survey, case: nil, event: nil, note: nil)) } == .malformed)
    }

    @Test("NPS 0 to 6 shows a detractor, 7 and 8 a passive, 9 and 10 a promoter; other instruments show none")
    func netPromoter() {
        let stances: [Stance?] = (0...10).map { SurveyInstrument.nps.stance(of: $0) }
        #expect(stances == Array(repeating: .detractor, count: 7) + [.passive, .passive, .promoter, .promoter])
        #expect(SurveyInstrument.csat.stance(of: 5) == nil)
        #expect(SurveyInstrument.ces.stance(of: 1) == nil)
    }
}
