import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase case take-back`
struct CaseTakeBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-back",
        abstract: "Take back what was recorded by mistake; the log keeps it, and it is shown.",
        discussion: """
            Example: cmcase case take-back 1183 --note "it was the other customer"

            From now on every list, figure, advice and replay is as if it had never been; what was known before reads as it \
            did. What its command recorded with it goes along: the follow-up with a resolution, the acknowledgement with a \
            reply. It is refused where something that came since stands on it, and says what; the last goes first. Works on \
            persons too: judgements, surveys, evidence. Merges, links and imports have commands of their own for it \
            (case unmerge, person unlink, retract).
            """)

    @Argument(help: "The position of the event, as audit and log show it.")
    var position: Int64

    @Option(name: .long, help: "The version of the case you looked at; refused where it has moved on since.")
    var expecting: Int64?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let desk = try recording.store.desk(.write)
        defer { desk.close() }
        let receipt = try desk.takeBack(
            Position(position), reason: recording.decision.note, try recording.decision.context(recording.output),
            by: try recording.decision.actor.value(), key: recording.key, expecting: expecting)
        if recording.output.json {
            StandardOutput.json { receipt.write(to: &$0) }
        } else {
            receipt.printText(try recording.output.times(), try recording.output.language)
        }
    }
}

extension TakenBackReceipt {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("events", events.map(\.position.rawValue))
        writer.field("types", events.map(\.type.rawValue))
        switch subject {
        case .ofCase(let receipt):
            writer.field("known", receipt.wasKnown)
            writer.nullable("case", receipt.number?.rawValue)
            writer.field("position", receipt.positions.lowerBound)
            writer.nullable("version", receipt.version)
            writer.key("changes")
            writer.changes(receipt.changes)
        case .ofPerson(let receipt):
            writer.field("known", receipt.wasKnown)
            writer.field("person", receipt.number.rawValue)
            writer.field("position", receipt.positions.lowerBound)
            writer.key("changes")
            writer.changes(receipt.changes)
        }
        writer.endObject()
    }

    func printText(_ times: TimePrinter, _ language: Language) {
        let words = ReceiptWords(language)
        let (who, place, wasKnown, changes): (String, Int64, Bool, [AuditTrail.Change]) =
            switch subject {
            case .ofCase(let receipt):
                (words.subject(receipt.number), receipt.positions.lowerBound, receipt.wasKnown, receipt.changes)
            case .ofPerson(let receipt):
                (words.person(receipt.number), receipt.positions.lowerBound, receipt.wasKnown, receipt.changes)
            }
        if wasKnown { return StandardOutput.line(words.known(who, words.events([(place, .eventTakenBack)]))) }
        StandardOutput.line(
            words.takenBack(who, words.events(events.map { ($0.position.rawValue, $0.type) }), at: place))
        for change in changes {
            let change: String = words.changed(change.field, change.before, change.after) { times.shown($0) }
            StandardOutput.line(SafeText.safe("  " + change))
        }
    }
}
