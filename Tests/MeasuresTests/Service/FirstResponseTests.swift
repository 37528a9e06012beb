import Basics
import CaseModel
import Measures
import Testing

@Suite("First response")
struct FirstResponseTests {
    /// An episode of the person's only case, or of another one.
    private func fact(_ person: Int64, _ opened: Int64, _ replied: Int64?, case number: Int64? = nil) -> ServiceFact {
        ServiceFact(
            number: CaseNumber(number ?? person), person: person == 0 ? nil : PersonNumber(person),
            openedAt: Timestamp(seconds: opened),
            firstReplyAt: replied.map { Timestamp(seconds: $0) })
    }

    private func answer(
        _ facts: [ServiceFact], end: Int64 = 1000, window: Window = Window(), target: Int64? = nil,
        by facet: Facet? = nil
    ) -> FirstResponse {
        var fold = FirstResponseFold(
            FirstResponseQuestion(
                endOfData: Timestamp(seconds: end), window: window, target: target.map { $0 * 1_000_000 },
                grouping: facet.map { Grouping(by: $0) }))
        for fact in facts { fold.add(fact, facets: Facets(["a", "b", "c"][Int((fact.person?.rawValue ?? 0) % 3)])) }
        return fold.finish()
    }

    @Test("median and p90 over the answered, the censored median with the unanswered in it")
    func medians() {
        let figures = answer([
            fact(1, 0, 10), fact(1, 0, 20), fact(2, 0, 30), fact(3, 0, 40), fact(4, 0, nil), fact(5, 985, nil),
        ]).figures
        #expect([figures.episodes, figures.answered, figures.unanswered, figures.persons] == [6, 4, 2, 5])
        #expect(figures.medianSeconds == 25)
        #expect(figures.p90Seconds == 37)
        // 5/6 at 10; one censored at 15; 5/6 · 3/4 at 20; 5/6 · 2/4 at 30.
        #expect(figures.medianSecondsCensored == 30)
        #expect(figures.target == nil)
    }

    @Test("where more than half wait to the end, there is no censored median")
    func mostUnanswered() {
        let figures = answer([fact(1, 0, 10), fact(2, 0, nil), fact(3, 0, nil)]).figures
        #expect(figures.medianSeconds == 10)
        #expect(figures.medianSecondsCensored == nil)
    }

    @Test("the median with the unanswered is the median where nobody is unanswered")
    func nobodyWaits() {
        let figures = answer([fact(1, 0, 10), fact(2, 0, 20)]).figures
        #expect(figures.medianSeconds == 15)
        #expect(figures.medianSecondsCensored == 15)
    }

    @Test("two episodes of one case are two episodes, one case, one person")
    func episodes() {
        let figures = answer([fact(1, 0, 10), fact(1, 500, nil), fact(2, 0, 10, case: 7), fact(2, 3, 10, case: 8)])
            .figures
        #expect([figures.episodes, figures.cases, figures.persons] == [4, 3, 2])
    }

    @Test("an anonymous author is no person, but their episodes count")
    func nobody() {
        let figures = answer([fact(0, 0, 10, case: 1), fact(0, 0, 20, case: 2), fact(3, 0, nil)], target: 60).figures
        #expect([figures.episodes, figures.cases, figures.persons, figures.ofNobody] == [3, 3, 1, 2])
        #expect(figures.target?.interval?.method == .wilson)
    }

    @Test(
        "the share within the target has the bootstrap by person where a person has two decided episodes, else Wilson")
    func interval() throws {
        let one = try #require(answer([fact(1, 0, 10), fact(2, 0, 90)], target: 60).figures.target)
        #expect(one.interval?.method == .wilson)
        #expect(one.interval?.interval == one.share.wilson95)
        let alone = try #require(answer([fact(1, 0, 10), fact(1, 0, 90)], target: 60).figures.target)
        #expect(alone.interval?.method == .wilsonByPerson)
        #expect((alone.interval?.interval).map { $0.upper - $0.lower > 0.8 } == true)
        let twice = try #require(answer([fact(1, 0, 10), fact(1, 0, 90), fact(2, 0, 5)], target: 60).figures.target)
        #expect(twice.interval?.method == .bootstrapByPerson(.byPerson))
        // Where all came out the same, each person is one trial: drawing them again would give an interval without width.
        let same = try #require(answer([fact(1, 0, 10), fact(1, 0, 20), fact(2, 0, 5)], target: 60).figures.target)
        #expect(same.interval?.method == .wilsonByPerson)
        #expect(same.interval?.interval == Proportion(2, of: 2).wilson95)
        let none = try #require(answer([fact(1, 0, 80), fact(1, 0, 90), fact(2, 0, 70)], target: 60).figures.target)
        #expect(none.interval?.interval == Proportion(0, of: 2).wilson95)
        // What is pending yet is no trial.
        let pending = try #require(answer([fact(1, 0, 10), fact(1, 990, nil)], target: 60).figures.target)
        #expect(pending.interval?.method == .wilson)
    }

    @Test("an episode whose time is not up is neither met nor missed")
    func target() {
        let target = answer(
            [
                fact(1, 0, 60), fact(2, 0, 61), fact(3, 0, nil), fact(4, 940, nil), fact(5, 939, nil),
                fact(6, 990, 995),
            ], target: 60
        ).figures.target
        #expect([target?.met, target?.missed, target?.pending] == [2, 3, 1])
        #expect(target?.share == Proportion(2, of: 5))
    }

    @Test("a reply before the first mention answers nothing; one at the same moment takes no time")
    func replyBefore() {
        #expect(answer([fact(1, 50, 49)]).figures.unanswered == 1)
        #expect(answer([fact(1, 50, 50)]).figures.medianSeconds == 0)
    }

    @Test("cases count by their first mention, the window's start included, its end not")
    func window() {
        let window = Window(since: Timestamp(seconds: 10), until: Timestamp(seconds: 20))
        let facts = [fact(1, 9, 15), fact(2, 10, 500), fact(3, 19, nil), fact(4, 20, 21)]
        let figures = answer(facts, window: window).figures
        #expect([figures.episodes, figures.answered] == [2, 1])
    }

    @Test("the parts add up to the whole, in whatever order the facts come", arguments: 1...20 as ClosedRange<UInt64>)
    func parts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var facts = (0..<200).map { _ in
            let opened = Int64.random(in: 0...900, using: &random)
            return fact(
                .random(in: 1...50, using: &random), opened,
                Bool.random(using: &random) ? opened + .random(in: 0...300, using: &random) : nil)
        }
        let whole = answer(facts, target: 60, by: .channel)
        #expect(whole.groups.map(\.key.text) == ["a", "b", "c"], "seed \(seed)")
        #expect(whole.groups.map(\.figures.answered).reduce(0, +) == whole.figures.answered, "seed \(seed)")
        #expect(whole.groups.map(\.figures.episodes).reduce(0, +) == 200, "seed \(seed)")
        #expect(
            whole.groups.compactMap(\.figures.target?.missed).reduce(0, +) == whole.figures.target?.missed,
            "seed \(seed)")
        facts.shuffle(using: &random)
        #expect(answer(facts, target: 60, by: .channel) == whole, "seed \(seed)")
    }

    @Test("of no cases there are counts and no times")
    func nothing() {
        let figures = answer([], target: 60).figures
        #expect([figures.episodes, figures.cases] == [0, 0])
        #expect(figures.medianSeconds == nil && figures.p90Seconds == nil && figures.medianSecondsCensored == nil)
        #expect(figures.target?.share.value == nil)
    }
}
