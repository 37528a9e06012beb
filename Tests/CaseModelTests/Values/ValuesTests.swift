import CaseModel
import Testing

@Suite("Small values")
struct ValuesTests {
    @Test(
        "a stream's name is read back",
        arguments: [StreamName.book, .case(CaseNumber(1)), .person(PersonNumber(123_456_789_012_345_678))])
    func streamName(_ name: StreamName) {
        #expect(StreamName(name.description) == name)
    }

    @Test(
        "another text names no stream",
        arguments: [
            "", "Book", "book ", "case", "case-", "case-0", "case-01", "case--1", "case-+1", "case-1 ", "person-x",
        ])
    func noStreamName(_ text: String) {
        #expect(StreamName(text) == nil)
    }

    @Test(
        "an actor is read from its text, a bare name as a human's",
        arguments: [
            ("ana", "human:ana"), ("human:ana", "human:ana"), ("import:a:b", "import:a:b"), ("rule:T1", "rule:T1"),
            ("boss:ana", "human:boss:ana"), ("Zoë Ñ", "human:Zoë Ñ"),
        ])
    func actor(_ text: String, _ written: String) {
        #expect(Actor(text)?.description == written)
        #expect(Actor(written)?.description == written)
    }

    @Test(
        "a name that is empty, long or has control characters is no actor's",
        arguments: ["", "human:", "a\nb", "a\u{7F}", "a\u{9B}31m", String(repeating: "ñ", count: 33)])
    func noActor(_ text: String) {
        #expect(Actor(text) == nil)
    }

    @Test("targets are listed product first, and made from a list")
    func targets() {
        #expect(TargetSet([.brand, .product]) == [.product, .brand])
        #expect(([.brand, .product] as TargetSet).members == [.product, .brand])
        #expect(TargetSet([]).members == [])
    }
}
