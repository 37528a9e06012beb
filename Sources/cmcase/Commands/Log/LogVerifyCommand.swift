import ArgumentParser
import CaseDesk
import EventStore
import JSON
import Terminal
import Wording

/// `cmcase log verify`
struct LogVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare every event and every content with the hash it was recorded with.",
        discussion: """
            Example: cmcase log verify

            Reads the whole log once and changes nothing. It finds a changed column of an event, changed or missing words, \
            and gaps in the positions of the log and the versions of a stream: exit 1 and the first differences. What it \
            can't find: an event that was changed together with its hash, and a log whose end was cut off.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        var bar: ProgressLine?
        let start = ContinuousClock.now
        let found: LogVerification = try desk.verifyLog { done, total in
            if bar == nil { bar = .onStandardError("verifying events", total: Int(total)) }
            bar?.update(done: Int(done))
        }
        bar?.finish()
        let seconds: Double = (ContinuousClock.now - start) / .seconds(1)
        if output.json {
            found.printJSON(seconds)
        } else {
            found.printText(seconds, output.terminal.palette, VerificationWords(try output.language))
        }
        if !found.isIntact { throw Answer.no }
    }
}
