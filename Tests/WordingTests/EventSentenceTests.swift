import CaseModel
import Testing

@Suite("Events told to people")
struct EventSentenceTests {
    @Test("each event is told in English and in Spanish", arguments: Told.all)
    func sentences(told: Told) {
        #expect(told.sentence(.english) == told.english)
        #expect(told.sentence(.spanish) == told.spanish)
    }

    @Test("no type of event is left out here")
    func complete() {
        let told: Set<EventType> = Set(Told.all.map(\.event.type))
        #expect(EventType.allCases.filter { !told.contains($0) } == [])
    }

    @Test("what a stranger named can't command the terminal")
    func hostile() {
        let told = Told(.caseAssigned(CaseAssigned(to: "ana\u{1B}[2J")), en: "", es: "")
        #expect(!told.sentence(.spanish).unicodeScalars.contains("\u{1B}"))
    }
}
