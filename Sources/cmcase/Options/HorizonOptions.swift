import ArgumentParser
import CaseDesk
import CaseModel

/// Up to where the log is believed.
struct HorizonOptions: ParsableArguments {
    @Option(name: .long, help: "Answer with what was recorded by this time; a date alone means its first moment.")
    var asOf: String?

    @Option(name: .long, help: "Answer with the log through this position.")
    var untilPosition: Int64?

    /// Whether the whole log is believed.
    var isNow: Bool { asOf == nil && untilPosition == nil }

    func horizon(_ output: OutputOptions) throws -> Horizon {
        switch (asOf, untilPosition) {
        case (nil, nil): return .now
        case (let text?, nil): return .asOf(try output.time(text, option: "--as-of"))
        case (nil, let position?):
            guard position >= 0 else { throw WrongCommand("--until-position is a position of the log, 0 or more") }
            return .until(Position(position))
        default: throw WrongCommand("--as-of and --until-position say the same thing; give one of them")
        }
    }
}
