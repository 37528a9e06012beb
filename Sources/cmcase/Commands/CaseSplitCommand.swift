import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase case split`
struct CaseSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Split messages that are another matter off into a case of their own.",
        discussion: """
            Example: cmcase case split twitter:tw-13032 twitter:tw-13046

            The messages and our replies to them go along, and so does whatever answers them later. Merging the two cases \
            undoes it.
            """)

    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @Argument(help: "The messages, as channel:message.")
    var mentions: [String]

    @Option(name: .long, help: "The version of the case you looked at; refused where it has moved on since.")
    var expecting: Int64?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let desk = try recording.store.desk(.write)
        defer { desk.close() }
        let receipt = try desk.split(
            try CaseReference.parsing(reference), off: try mentions.map { try CaseReference.parsing($0) },
            reason: recording.decision.note, try recording.decision.context(recording.output),
            by: try recording.decision.actor.value(), key: recording.key, expecting: expecting)
        if recording.output.json {
            StandardOutput.json { receipt.write(to: &$0) }
        } else {
            let words = ReceiptWords(try recording.output.language)
            let subject: String = words.subject(receipt.number)
            StandardOutput.line(
                receipt.wasKnown
                    ? words.known(subject, words.events(zip(receipt.positions, receipt.types).map { ($0, $1) }))
                    : words.split(subject, at: receipt.positions.lowerBound))
        }
    }
}
