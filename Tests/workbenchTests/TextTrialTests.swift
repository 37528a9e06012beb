import Basics
import Testing

@testable import workbench

@Suite("Mutated texts")
struct TextTrialTests {
    @Test("are read or refused, and end nothing by a signal", arguments: [1, 1_000_001] as [UInt64])
    func texts(seed: UInt64) {
        for number in 0..<1_500 as Range<UInt64> { TextTrial.run(seed: seed + number) }
    }

    @Test("are the same for the same seed")
    func repeatable() {
        let specimens: [[UInt8]] = Specimens.commands.map { Array($0.utf8) }
        var (one, other) = (Mutator(SplitMix64(seed: 7)), Mutator(SplitMix64(seed: 7)))
        for specimen in specimens {
            #expect(one.mutated(specimen, others: specimens) == other.mutated(specimen, others: specimens))
        }
    }
}
