import Measures
import Testing

@Suite("Proportion and Wilson's interval")
struct ProportionTests {
    @Test(
        "the interval is Wilson's at 95 %",
        arguments: [
            (7, 50, "0.0695", "0.2619"), (0, 10, "0.0000", "0.2775"), (10, 10, "0.7225", "1.0000"),
            (224, 3532, "0.0558", "0.0719"),
        ])
    func golden(count: Int, total: Int, lower: String, upper: String) throws {
        let interval = try #require(Proportion(count, of: total).wilson95)
        #expect(fixed(interval.lower, 4) == lower)
        #expect(fixed(interval.upper, 4) == upper)
    }

    @Test("none has 0 as its lower end, and all has 1 as its upper, exactly", arguments: 1...200)
    func ends(total: Int) throws {
        #expect(try #require(Proportion(0, of: total).wilson95).lower == 0)
        #expect(try #require(Proportion(total, of: total).wilson95).upper == 1)
    }

    @Test("of nothing there is no share and no interval")
    func nothing() {
        #expect(Proportion(0, of: 0).value == nil)
        #expect(Proportion(0, of: 0).wilson95 == nil)
    }
}
