import CaseModel
import Measures
import Testing

@Suite("Parts of a figure")
struct GroupingTests {
    private var history: History {
        var history = History()
        history.add(1, 0, .complaint, in: Facets("twitter", brand: "United", topic: "delay"))
        history.add(1, 1, .promoter)
        history.add(2, 20, .complaint, in: Facets("email", brand: "Delta", targets: [.product, .brand]))
        history.add(3, 40, .complaint, in: Facets("twitter", targets: .brand, topic: "rude"))
        history.add(4, -10, .complaint, in: Facets("twitter", brand: "Delta", targets: [], topic: "delay"))
        return history
    }

    @Test(
        "each facet has its parts, in a fixed order, what has none last",
        arguments: [
            (Facet.channel, "email 1/0, twitter 3/1"), (.brand, "Delta 2/0, United 1/1, (none) 1/0"),
            (.target, "both 1/0, brand 1/0, product 1/1, (none) 1/0"), (.topic, "delay 2/1, rude 1/0, (none) 1/0"),
            (.month, "1969-12 1/0, 1970-01 2/1, 1970-02 1/0"),
        ])
    func parts(facet: Facet, expected: String) {
        let groups = history.conversion(by: Grouping(by: facet)).groups
        let shown = groups.map { "\($0.key) \($0.figures.all.detractors)/\($0.figures.all.converted)" }
        #expect(shown.joined(separator: ", ") == expected)
    }

    @Test("months are cut by the clock that is given")
    func monthsByClock() {
        var history = History()
        history.add(1, 31, .complaint)
        #expect(history.conversion(by: Grouping(by: .month)).groups.map(\.key.text) == ["1970-02"])
        let west = Grouping(by: .month) { _ in -3600 }
        #expect(history.conversion(by: west).groups.map(\.key.text) == ["1970-01"])
    }

    @Test(
        "a month is written with four digits of year and two of month",
        arguments: [
            (2017 * 12, "2017-01"), (2017 * 12 + 11, "2017-12"), (5 * 12 + 8, "0005-09"), (-1, "-0001-12"),
        ])
    func monthNames(month: Int, text: String) {
        #expect(GroupKey.month(month).text == text)
    }

    @Test("without a facet there are no parts")
    func whole() {
        #expect(history.conversion().groups.isEmpty)
    }
}
