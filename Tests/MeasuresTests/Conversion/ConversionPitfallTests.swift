import CaseModel
import Measures
import Testing

/// Each way in which such a figure is known to go wrong.
@Suite("Pitfalls of the conversion")
struct ConversionPitfallTests {
    @Test("a recent complaint is not a failure of the mature: its horizon hasn't passed")
    func recentCases() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 1, .promoter)
        history.add(2, 10, .complaint)
        history.add(3, 10.5, .complaint)
        let figures = history.conversion(end: 40).figures
        #expect(figures.all.conversion == Proportion(1, of: 3))
        #expect(figures.mature.conversion == Proportion(1, of: 2))
    }

    @Test("the headline holds those whom nobody answered, whose case is open, and who were never heard of again")
    func survivorship() {
        var history = History()
        history.add(1, 0, .complaint(answered: 1, resolved: 2))
        history.add(1, 3, .promoter)
        history.add(2, 0, .complaint(answered: 1, resolved: 2))
        history.add(3, 0, .complaint(answered: 1))
        history.add(3, 3, .detractor)
        history.add(4, 0, .complaint)
        let figures = history.conversion().figures
        #expect(figures.all.conversion == Proportion(1, of: 4))
        #expect(figures.answered.conversion == Proportion(1, of: 3))
        #expect(figures.unanswered.conversion == Proportion(0, of: 1))
        #expect(figures.resolved.conversion == Proportion(1, of: 2))
        #expect(figures.heardAfterResolution.conversion == Proportion(1, of: 1))
    }

    @Test("the clock starts at the complaint, not at its resolution")
    func immortalTime() {
        var history = History()
        history.add(1, 0, .complaint(answered: 1, resolved: 25))
        history.add(1, 40, .promoter)  // 15 days after the resolution, 40 after the complaint
        history.add(2, 0, .complaint(answered: 1, resolved: 31))
        history.add(2, 2, .promoter)
        let figures = history.conversion().figures
        #expect(figures.all.conversion == Proportion(1, of: 2))
        #expect(figures.resolved.conversion == Proportion(0, of: 1))
    }

    @Test("an answer or a resolution outside of the horizon is none")
    func handledOutside() {
        var history = History()
        history.add(1, 5, .complaint(answered: 35, resolved: 35))
        history.add(2, 5, .complaint(answered: 35.5, resolved: 35.5))
        history.add(3, 5, .complaint(answered: 4, resolved: 4))
        let figures = history.conversion().figures
        #expect(figures.answered.detractors == 1)
        #expect(figures.unanswered.detractors == 2)
        #expect(figures.resolved.detractors == 1)
    }

    @Test("what shows at the very moment of the resolution is not after it")
    func heardAtResolution() {
        var history = History()
        history.add(1, 0, .complaint(resolved: 2))
        history.add(1, 2, .promoter)
        history.add(2, 0, .complaint(resolved: 2))
        history.add(2, 2.5, .promoter)
        #expect(history.conversion().figures.heardAfterResolution.conversion == Proportion(1, of: 1))
    }

    @Test("praise in the window by somebody whose complaint lies outside of it is in no numerator")
    func numeratorInsideDenominator() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 12, .promoter)
        history.add(2, 11, .complaint)
        let figures = history.conversion(window: Window(since: History.at(10))).figures
        #expect(figures.all.conversion == Proportion(0, of: 1))
    }

    @Test("merged persons and merged cases count once")
    func mergedOnce() {
        var apart = History()
        apart.add(1, 0, .complaint)
        apart.add(1, 5, .promoter)
        apart.add(2, 1, .complaint)
        #expect(apart.conversion().figures.all.counts == [2, 1, 0, 1])
        // The same, after the two accounts turned out to be one person's.
        var merged = History()
        merged.add(1, 0, .complaint)
        merged.add(1, 1, .complaint)
        merged.add(1, 5, .promoter)
        #expect(merged.conversion().figures.all.counts == [1, 1, 0, 0])
        // The same again, each mention standing in two cases that were merged.
        var twice = History()
        for item in merged.items { twice.items += [item, item] }
        #expect(twice.conversion().figures == merged.conversion().figures)
    }

    @Test("of overlapping cases that of the index complaint counts, in one group, and the definition says so")
    func overlappingCases() {
        var history = History()
        history.add(1, 0, .complaint, in: Facets("twitter"))
        history.add(1, 1, .complaint(answered: 2, resolved: 3), in: Facets("email"))
        history.add(1, 4, .promoter)
        let result = history.conversion(by: Grouping(by: .channel))
        #expect(result.groups.map(\.key.description) == ["twitter"])
        #expect(result.figures.resolved.detractors == 0)
        #expect(
            MeasureDefinition.conversion(.current)["attribution"]?.english == """
                Answered, resolved and every group are those of the index complaint and its case. A person's other \
                cases within H share in the outcome and are not counted again.
                """)
    }

    @Test("excluded complaints are reported, with the figure that includes them")
    func dismissedPeople() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 1, .promoter)
        history.add(2, 0, .complaint(excluded: .troll))
        history.add(2, 3, .complaint(excluded: .unfounded))
        history.add(3, 0, .complaint(excluded: .troll))  // counts later, by a founded complaint
        history.add(3, 40, .complaint)
        history.add(4, 0, .complaint(excluded: .offTopic))
        let result = history.conversion()
        #expect(result.figures.all.counts == [2, 1, 0, 1])
        #expect(result.excluded.complaints == [.troll: 2, .unfounded: 1, .offTopic: 1])
        #expect(result.excluded.persons == 3)
        #expect(result.excluded.personsLeftOut == 2)
        #expect(result.excluded.figuresWithThem.all.counts == [5, 1, 0, 3])
    }

    @Test("dismissing a later complaint doesn't turn a relapse into a conversion")
    func dismissedRelapse() {
        var history = History()
        history.add(1, 0, .complaint)
        history.add(1, 1, .promoter)
        history.add(1, 2, .complaint(excluded: .troll))
        #expect(history.conversion().figures.all.counts == [1, 0, 1, 0])
    }

    @Test("what is excluded is counted in the window alone")
    func excludedInWindow() {
        var history = History()
        history.add(1, 0, .complaint(excluded: .spam))
        history.add(2, 20, .complaint(excluded: .spam))
        let excluded = history.conversion(window: Window(since: History.at(10))).excluded
        #expect(excluded.complaints == [.spam: 1])
        #expect(excluded.persons == 1)
        #expect(excluded.personsLeftOut == 1)
        #expect(excluded.figuresWithThem.all.detractors == 1)
    }

    @Test("a dismissal as duplicate excludes nothing")
    func duplicates() {
        #expect(Exclusion(.duplicate) == nil)
        #expect(Exclusion(.troll) == .troll)
        #expect(Exclusion(.spam) == .spam)
        #expect(Exclusion(.offTopic) == .offTopic)
    }
}
