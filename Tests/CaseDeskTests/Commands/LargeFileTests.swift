import CaseDesk
import CaseModel
import Testing

@Suite("Files of commands that are larger than memory should be")
struct LargeFileTests {
    @Test("a line longer than any command needs is refused, and the others are recorded in their order")
    func longLine() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let long: String = #"{"do":"note","case":1,"note":""# + String(repeating: "x", count: 9 << 20) + #""}"#
        var lines: [String] = (0..<1_100).map { #"{"do":"note","case":1,"note":"n\#($0)"}"# }
        lines.insert(long, at: 700)
        let applied = try desk.apply(lines)
        #expect(applied.map(\.line) == Array(1...1_101))
        let refused = applied.filter { if case .refused = $0.result { true } else { false } }
        #expect(refused.map(\.line) == [701])
        guard case .refused(let refusal)? = refused.first?.result else { return }
        #expect(refusal.description.contains("longer than 8388608 bytes"))
    }
}
