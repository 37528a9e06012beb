import CaseModel
import Measures
import Testing

@Suite("Definitions as data")
struct MeasureDefinitionTests {
    @Test("are named with their version")
    func names() {
        #expect(MeasureDefinition.conversion.id == "conversion@1")
        #expect(MeasureDefinition.firstResponse.id == "first-response@1")
    }

    @Test(
        "settle what every measure has to settle",
        arguments: [MeasureDefinition.conversion, .firstResponse],
        ["unit", "clock start", "clock stop", "window", "horizon", "censoring"])
    func clauses(definition: MeasureDefinition, name: String) {
        #expect(definition[name]?.english.isEmpty == false)
    }

    @Test("say how the unanswered are censored")
    func censoring() {
        #expect(
            MeasureDefinition.firstResponse["censoring"]?.english == """
                The censored median takes in the unanswered: each is right-censored at the end of the data less its first \
                mention. It is the first time at which Kaplan and Meier's estimate is at most one half. Where nobody is \
                unanswered it is the median itself.
                """)
        #expect(MeasureDefinition.firstResponse["no such clause"] == nil)
    }
}
