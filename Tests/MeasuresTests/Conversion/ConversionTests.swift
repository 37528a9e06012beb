import CaseModel
import Measures
import Testing

@Suite("Conversion of detractors")
struct ConversionTests {
    @Test("the stance at the end of the horizon decides")
    func stances() {
        var history = History()
        history.add(1, 0, .complaint)  // promoter at the end
        history.add(1, 2, .promoter)
        history.add(2, 0, .complaint)  // relapsed
        history.add(2, 2, .promoter)
        history.add(2, 3, .complaint)
        history.add(3, 0, .complaint)  // recovered by thanks
        history.add(3, 1, .passive)
        history.add(4, 0, .complaint)  // nothing more
        history.add(5, 0, .complaint)  // complains on, never was a promoter
        history.add(5, 1, .detractor)
        history.add(6, 0, .complaint)  // was a promoter, ends passive: neither converted nor relapsed
        history.add(6, 1, .promoter)
        history.add(6, 2, .passive)
        history.add(7, 0, .promoter)  // never complained
        let tally = history.conversion().figures.all
        #expect([.detractor, .passive, .promoter, .unknown].map(tally.transitions(to:)) == [2, 2, 1, 1])
        #expect(tally.detractors == 6)
        #expect(tally.conversion == Proportion(1, of: 6))
        #expect(tally.recovery == Proportion(3, of: 6))
        #expect(tally.relapse == Proportion(1, of: 3))
        #expect(tally.conversionBounds == Interval(lower: 1.0 / 6, upper: 2.0 / 6))
    }

    @Test("the last microsecond of the horizon belongs to it, the next does not")
    func endIncluded() {
        for (late, counts) in [(Int64(0), [1, 1, 0, 0]), (1, [1, 0, 0, 1])] {
            var history = History()
            history.add(1, 0, .complaint)
            history.add(1, 30, .promoter)
            history.items[1].evidence.at = history.items[1].evidence.at.later(by: late)
            #expect(history.conversion().figures.all.counts == counts)
        }
    }

    @Test("of simultaneous evidence the graver counts last, in any order of input, and the other end is reported")
    func sameMoment() {
        for kinds in [[.complaint, .promoter], [.promoter, .complaint]] as [[ConversionEvidence.Kind]] {
            var history = History()
            for kind in kinds { history.add(1, 0, kind) }
            let all = history.conversion().figures.all
            #expect(all.counts == [1, 0, 0, 1])
            #expect(all.onTie == 1)
            #expect(all.conversionAtOtherEnd == Proportion(1, of: 1))
            #expect(all.recoveryAtOtherEnd == Proportion(1, of: 1))
        }
        // The same between evidence after the complaint; what decides later lifts the doubt.
        var later = History()
        later.add(1, 0, .complaint)
        later.add(1, 1, .promoter)
        later.add(1, 1, .detractor)
        #expect(later.conversion().figures.all.counts == [1, 0, 1, 0])
        #expect(later.conversion().figures.all.onTie == 1)
        later.add(1, 2, .passive)
        let decided = later.conversion().figures.all
        #expect(decided.counts == [1, 0, 0, 0])
        #expect(decided.onTie == 0)
        // Equally grave evidence is no tie.
        var equal = History()
        for _ in 0..<3 { equal.add(1, 0, .complaint) }
        #expect(equal.conversion().figures.all.onTie == 0)
    }

    @Test("what answers evidence of its own moment comes after it, and so does what its source counts later")
    func certainOrder() {
        func all(_ change: (inout [ConversionEvidence]) -> Void) -> ConversionTally {
            var evidence = [ConversionEvidence.Kind.promoter, .complaint].enumerated().map { place, kind in
                ConversionEvidence(
                    person: PersonNumber(1), at: History.at(0), kind: kind, position: Position(Int64(place + 1)))
            }
            change(&evidence)
            var fold = ConversionFold(ConversionQuestion(horizonDays: 30, endOfData: History.at(90)))
            for item in evidence { fold.add(item, facets: .twitter) }
            return fold.finish().figures.all
        }
        let answered = all { $0[0].follows = Position(2) }
        #expect(answered.counts == [1, 1, 0, 0])
        #expect(answered.onTie == 0)
        let complained = all { $0[1].follows = Position(1) }
        #expect(complained.counts == [1, 0, 0, 1])
        #expect(complained.onTie == 0)
        let sequenced = all {
            $0[0].sequence = SourceSequence(place: 2, list: 7)
            $0[1].sequence = SourceSequence(place: 1, list: 7)
        }
        #expect(sequenced.counts == [1, 1, 0, 0])
        #expect(sequenced.onTie == 0)
        let elsewhere = all {
            $0[0].sequence = SourceSequence(place: 2, list: 7)
            $0[1].sequence = SourceSequence(place: 1, list: 8)
        }
        #expect(elsewhere.onTie == 1)
    }

    @Test("evidence whose stance depends on a tie counts at the other end")
    func tiedStance() {
        var fold = ConversionFold(ConversionQuestion(horizonDays: 30, endOfData: History.at(90)))
        fold.add(
            ConversionEvidence(person: PersonNumber(1), at: History.at(0), kind: .complaint, position: Position(1)),
            facets: .twitter)
        fold.add(
            ConversionEvidence(
                person: PersonNumber(1), at: History.at(1), kind: .passive, position: Position(2),
                stanceAtOtherEnd: .promoter), facets: .twitter)
        let all = fold.finish().figures.all
        #expect([all.converted, all.recovered, all.onTie, all.otherEnd.converted] == [0, 1, 1, 1])
    }

    @Test("of complaints of the same moment the index is the same in every order in which they come")
    func sameIndex() {
        let items: [(ConversionEvidence.Kind, Facets)] = [
            (.complaint(answered: 1), Facets("email")), (.complaint, Facets("twitter")),
            (.complaint(excluded: .troll), Facets("web")), (.complaint(resolved: 2), Facets("forum")),
        ]
        var seen: Set<[String]> = []
        for shift in 0..<4 {
            var history = History()
            for place in 0..<4 { history.add(1, 0, items[(place + shift) % 4].0, in: items[(place + shift) % 4].1) }
            let result = history.conversion(by: Grouping(by: .channel))
            seen.insert(
                result.groups.map(\.key.description) + ["\(result.figures.answered.detractors)"])
        }
        #expect(seen.count == 1, "\(seen)")
    }

    @Test("within the washout there is no second index complaint; the first complaint after it is the next")
    func washout() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 29, .complaint)
        history.add(1, 30, .complaint)
        history.add(1, 31, .complaint)
        history.add(1, 62, .promoter)
        history.add(1, 90, .complaint)
        let result = history.conversion(days: 30)
        #expect(result.figures.all.counts == [3, 0, 0, 2])
        #expect(result.persons == 1)
        #expect(result.figures.all.conversionMethod == .wilsonByPerson)
        // A shorter horizon is about the same complaints, a longer one washes out as long as it is.
        #expect(history.conversion(days: 1).figures.all.counts == [3, 0, 0, 3])
        #expect(history.conversion(days: 31).figures.all.counts == [2, 0, 0, 1])
        #expect(history.conversion(days: 1, washout: 1).figures.all.counts == [4, 0, 0, 3])
        #expect(history.conversion(days: 1, washout: .max).figures.all.counts == [1, 0, 0, 1])
        #expect(history.conversion(days: 31).washout == 31 * History.day)
    }

    @Test("the index is found over the whole history, so that a window splits the whole into parts")
    func windowAfterwards() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 20, .complaint)  // within the first's horizon: no index in any window
        history.add(1, 25, .promoter)
        let from10 = Window(since: History.at(10))
        let to10 = Window(until: History.at(10))
        #expect(history.conversion(window: from10).figures.all.counts == [0, 0, 0, 0])
        #expect(history.conversion(window: to10).figures.all.counts == [1, 1, 0, 0])
        #expect(
            history.conversion(window: Window(since: History.at(0), until: History.at(0))).figures.all.counts == [
                0, 0, 0, 0,
            ])
    }

    @Test("each index complaint is reported with the events that decided it")
    func explained() {
        var history = History()
        history.add(4, 1, .promoter)
        history.add(4, 2, .complaint)
        history.add(4, 3, .passive)
        history.add(4, 4, .promoter)
        history.add(4, 5, .complaint)
        history.add(9, 2, .complaint)
        history.items[1].evidence.judgedAt = Position(77)
        var told: [IndexComplaint] = []
        _ = history.conversion(onIndex: { told.append($0) })
        #expect(told.map(\.person.rawValue) == [4, 9])
        #expect(told.map(\.position.rawValue) == [2, 6])
        #expect(told.map(\.judgedAt?.rawValue) == [77, nil])
        #expect(told.map(\.decidedBy?.rawValue) == [5, nil])
        #expect(told.map(\.stanceAtEnd) == [.detractor, .unknown])
        #expect(told.map(\.isRelapsed) == [true, false])
        #expect(told.map(\.firstPromotionAt) == [History.at(4), nil])
        #expect(told.map(\.end) == [History.at(32), History.at(32)])
    }

    @Test("a horizon that Int64 can't hold is one for ever")
    func endless() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 90_000, .promoter)
        #expect(history.conversion(days: .max).figures.all.counts == [1, 1, 0, 0])
        #expect(history.conversion(days: .max).figures.mature.detractors == 0)
        #expect(history.conversion(days: -1).figures.all.counts == [1, 0, 0, 1])
    }

    @Test(
        "the interval is by person where a person counts twice: in the headline, a denominator and a group each for itself"
    )
    func intervals() throws {
        var history = History()
        // One person complains twice, answered the first time only, and on another channel the second time.
        history.add(1, 0, .complaint(answered: 1))
        history.add(1, 1, .promoter)
        history.add(1, 50, .complaint, in: Facets("email"))
        history.add(2, 0, .complaint(answered: 1))
        history.add(3, 0, .complaint, in: Facets("email"))
        history.add(3, 60, .complaint, in: Facets("email"))
        let result = history.conversion(by: Grouping(by: .channel))
        #expect(result.figures.all.conversionMethod == .bootstrapByPerson(.byPerson))
        #expect(result.figures.answered.conversionMethod == .wilson)
        #expect(result.figures.answered.conversionInterval?.interval == Proportion(1, of: 2).wilson95)
        #expect(result.figures.unanswered.conversionMethod == .wilsonByPerson)
        #expect(result.figures.resolved.conversionInterval == nil)
        let methods = result.groups.map { [$0.key.description, $0.figures.all.conversionMethod.name] }
        #expect(methods == [["email", "wilson-by-person"], ["twitter", "wilson"]])
        let drawn = try #require(result.figures.all.conversionInterval)
        #expect(drawn.interval == ClusterBootstrap.byPerson.interval95(of: result.figures.all.persons))
        #expect(result.figures.all.persons.count == 3)
    }

    @Test("evidence of nobody known is counted in its window and in no figure")
    func ofNobody() {
        var fold = ConversionFold(
            ConversionQuestion(
                horizonDays: 30, endOfData: History.at(90), window: Window(since: History.at(1), until: History.at(2))))
        for day in [0, 1, 1.5, 2] { fold.leaveOut(ofNobodyAt: History.at(day)) }
        let result = fold.finish()
        #expect(result.evidenceOfNobody == 2)
        #expect(result.figures == ConversionFigures())
    }

    @Test("of nobody there are counts and no shares")
    func nobody() {
        let result = History().conversion()
        #expect(result.figures.all.counts == [0, 0, 0, 0])
        #expect(result.figures.all.conversion.value == nil)
        #expect(result.figures.all.conversionBounds == nil)
        #expect(result.persons == 0)
        #expect(result.figures.all.conversionInterval == nil)
    }
}
