import Basics
import CaseModel
import Measures
import Testing

@Suite("What always holds of the conversion")
struct ConversionPropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...60

    @Test("the parts of every facet add up to the whole", arguments: seeds)
    func partsAddUp(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        for facet in Facet.allCases {
            let result = history.conversion(by: facet)
            let parts = result.groups.map { numbers($0.figures) }
            let sums = parts.reduce(Array(repeating: 0, count: 36)) { sum, part in zip(sum, part).map(+) }
            #expect(sums == numbers(result.figures), "seed \(seed), \(facet)")
        }
    }

    @Test("windows that follow each other add up to the whole", arguments: seeds)
    func windowsAddUp(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        let cut = History.at(Double(seed % 90))
        let before = history.conversion(window: Window(until: cut))
        let after = history.conversion(window: Window(since: cut))
        let whole = history.conversion()
        #expect(zip(numbers(before.figures), numbers(after.figures)).map(+) == numbers(whole.figures), "seed \(seed)")
        #expect(
            zip(numbers(before.excluded.figuresWithThem), numbers(after.excluded.figuresWithThem)).map(+)
                == numbers(whole.excluded.figuresWithThem), "seed \(seed)")
    }

    @Test(
        "it is what a plain reading of its definition gives, with the excluded complaints and without", arguments: seeds
    )
    func plainReading(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        for window in [Window(), Window(since: History.at(30)), Window(until: History.at(45))] {
            let plain = PlainConversion(
                horizon: 15 * History.day, washout: history.washout * History.day, window: window)
            let result = history.conversion(window: window)
            #expect(
                result.figures.all.counts == plain.counts(of: history.persons, countingExcluded: false), "seed \(seed)")
            #expect(
                result.excluded.figuresWithThem.all.counts
                    == plain.counts(of: history.persons, countingExcluded: true), "seed \(seed)")
        }
    }

    @Test("in which order the persons come makes no difference", arguments: seeds)
    func orderOfPersons(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        let before = history.conversion(by: .topic)
        var random = SplitMix64(seed: seed)
        history.persons.shuffle(using: &random)
        #expect(history.conversion(by: .topic) == before, "seed \(seed)")
    }

    @Test(
        "in which order the evidence of one moment comes makes no difference, in the whole and in every part",
        arguments: seeds)
    func orderOfOneMoment(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        let before = Facet.allCases.map { history.conversion(by: $0) }
        var random = SplitMix64(seed: seed)
        for person in history.persons.indices {
            history.persons[person].shuffle(using: &random)
            history.persons[person].sort { $0.evidence.at < $1.evidence.at }
        }
        #expect(Facet.allCases.map { history.conversion(by: $0) } == before, "seed \(seed)")
    }

    @Test("at the other end of the ties no fewer recover and none that rests on no tie differs", arguments: seeds)
    func otherEnd(seed: UInt64) {
        for tally in tallies(RandomHistory(seed: seed).conversion().figures) {
            #expect(tally.otherEnd.recovered >= tally.recovered, "seed \(seed)")
            #expect(abs(tally.otherEnd.converted - tally.converted) <= tally.onTie, "seed \(seed)")
            #expect(tally.onTie <= tally.detractors, "seed \(seed)")
        }
    }

    @Test("evidence after the horizon changes nothing", arguments: seeds)
    func afterHorizon(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        let before = history.conversion(by: .channel)
        for (index, evidence) in history.persons.enumerated() where !evidence.isEmpty {
            var later = History()
            for kind in [.promoter, .detractor, .passive] as [ConversionEvidence.Kind] {
                later.add(Int64(index + 1), 106, kind)  // day 90 + 15 is the last of any horizon
            }
            history.persons[index] += later.items
        }
        #expect(history.conversion(by: .channel) == before, "seed \(seed)")
    }

    @Test("converted and relapsed are disjoint, and every numerator lies within its denominator", arguments: seeds)
    func withinBounds(seed: UInt64) throws {
        let result = RandomHistory(seed: seed).conversion()
        for tally in tallies(result.figures) {
            #expect(tally.converted + tally.relapsed <= tally.everPromoters, "seed \(seed)")
            #expect(tally.everPromoters <= tally.detractors - tally.unobserved, "seed \(seed)")
            #expect(tally.relapsed <= tally.stayed, "seed \(seed)")
            #expect(Stance.allCases.map(tally.transitions(to:)).reduce(0, +) == tally.detractors, "seed \(seed)")
            if let bounds = tally.conversionBounds, let share = tally.conversion.value {
                #expect(bounds.lower == share && bounds.upper <= 1, "seed \(seed)")
            }
        }
        let figures = result.figures
        #expect(figures.answered.detractors + figures.unanswered.detractors == figures.all.detractors, "seed \(seed)")
        #expect(figures.heardAfterResolution.detractors <= figures.resolved.detractors, "seed \(seed)")
        #expect(figures.resolved.detractors <= figures.all.detractors, "seed \(seed)")
        for tally in tallies(figures) { #expect(tally.persons.proportion == tally.conversion, "seed \(seed)") }
        #expect(result.excluded.personsLeftOut <= result.excluded.persons, "seed \(seed)")
    }

    @Test("a later end of the data only makes more of them mature", arguments: seeds)
    func maturing(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        var before = 0
        for end in stride(from: 0.0, through: 120, by: 15) {
            let result = history.conversion(end: end)
            #expect(result.figures.all == history.conversion().figures.all, "seed \(seed)")
            #expect(result.figures.mature.detractors >= before, "seed \(seed)")
            before = result.figures.mature.detractors
        }
        #expect(before == history.conversion().figures.all.detractors, "seed \(seed)")
    }

    private func tallies(_ figures: ConversionFigures) -> [ConversionTally] {
        [
            figures.all, figures.mature, figures.answered, figures.unanswered, figures.resolved,
            figures.heardAfterResolution,
        ]
    }

    private func numbers(_ figures: ConversionFigures) -> [Int] {
        tallies(figures).flatMap {
            [$0.stayed, $0.passive, $0.converted, $0.unobserved, $0.relapsed, $0.everPromoters]
        }
    }
}
