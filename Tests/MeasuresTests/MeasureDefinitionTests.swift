import CaseModel
import Measures
import Testing

@Suite("Definitions as data")
struct MeasureDefinitionTests {
    @Test("are named with their version")
    func names() {
        #expect(
            ConversionVersion.allCases.map { MeasureDefinition.conversion($0).id } == ["conversion@1", "conversion@2"])
        #expect(MeasureDefinition.firstResponse.id == "first-response@1")
    }

    @Test(
        "settle what every measure has to settle",
        arguments: [MeasureDefinition.conversion(.first), .conversion(.second), .firstResponse],
        ["unit", "clock start", "clock stop", "window", "horizon", "censoring"])
    func clauses(definition: MeasureDefinition, name: String) {
        #expect(definition[name]?.english.isEmpty == false)
    }

    @Test("the versions of the conversion differ in what is evidence, and the later says how it came about")
    func versions() throws {
        let (first, second) = (MeasureDefinition.conversion(.first), MeasureDefinition.conversion(.second))
        #expect(zip(first.clauses, second.clauses).filter { $0 != $1 }.map(\.0.name.english) == ["evidence"])
        let evidence = try #require(second["evidence"]?.english)
        #expect(evidence.contains("that comes after a reply of ours in its own case, public or private"))
        #expect(evidence.contains("A positive mention in private: passive."))
        #expect(second["versions"]?.english.contains("--definition 1") == true)
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
