import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase case correct`
struct CaseCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Correct what a recorded event says; the original stays and is shown.",
        discussion: """
            Example: cmcase case correct 3 --set language=fr

            From now on the corrected fields hold in every list, figure and replay; what was known before reads as it did. \
            Keys, numbers and what others hold on to can't be corrected. A value is a word, JSON, a time, or words with \
            commas between; null takes the field away.
            """)

    @Argument(help: "The position of the event, as audit and log show it.")
    var position: Int64

    @Option(name: .long, help: "A field and its right value, as in polarity=neutral; can be repeated.")
    var set: [String]

    @Option(name: .long, help: "The version of the case you looked at; refused where it has moved on since.")
    var expecting: Int64?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let settings: [CorrectionDecider.Setting] = try set.map { text in
            guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
                throw WrongCommand("--set names a field and its right value, as in polarity=neutral")
            }
            let (field, value) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
            return CorrectionDecider.Setting(field, try time(value, of: field) ?? value)
        }
        let desk = try recording.store.desk(.write)
        defer { desk.close() }
        let receipt = try desk.correct(
            Position(position), settings, reason: recording.decision.note,
            try recording.decision.context(recording.output), by: try recording.decision.actor.value(),
            key: recording.key, expecting: expecting)
        if recording.output.json {
            StandardOutput.json { receipt.write(to: &$0) }
        } else {
            receipt.printText(try recording.output.times(), try recording.output.language)
        }
    }
}

extension CaseCorrectCommand {
    /// A time as it is typed elsewhere, where the field is one.
    fileprivate func time(_ text: String, of field: String) throws -> String? {
        guard ["due", "by", "until", "followUpAt"].contains(field), text != "null" else { return nil }
        let option: String = "--set \(field)="
        return TimeText.format(
            try field == "until"
                ? recording.output.time(text, option: option) : recording.output.deadline(text, option: option))
    }
}

extension CorrectionReceipt {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("event", event.rawValue)
        writer.field("known", wasKnown)
        writer.field("type", type.rawValue)
        writer.key("fields")
        writer.changes(fields)
        switch subject {
        case .ofCase(let receipt):
            writer.nullable("case", receipt.number?.rawValue)
            writer.field("position", receipt.positions.lowerBound)
            writer.key("changes")
            writer.changes(receipt.changes)
        case .ofPerson(let receipt):
            writer.field("person", receipt.number.rawValue)
            writer.field("position", receipt.positions.lowerBound)
            writer.key("changes")
            writer.changes(receipt.changes)
        }
        writer.endObject()
    }

    private var wasKnown: Bool {
        switch subject {
        case .ofCase(let receipt): receipt.wasKnown
        case .ofPerson(let receipt): receipt.wasKnown
        }
    }

    func printText(_ times: TimePrinter, _ language: Language) {
        let words = ReceiptWords(language)
        let (who, place, changes): (String, Int64, [AuditTrail.Change]) =
            switch subject {
            case .ofCase(let receipt): (words.subject(receipt.number), receipt.positions.lowerBound, receipt.changes)
            case .ofPerson(let receipt): (words.person(receipt.number), receipt.positions.lowerBound, receipt.changes)
            }
        if wasKnown { return StandardOutput.line(words.known(who, words.events([(place, .eventCorrected)]))) }
        StandardOutput.line(words.corrected(type, event, of: who, at: place))
        // The fields of an event are named and written as --set takes them.
        for field in fields {
            StandardOutput.line(SafeText.safe("  \(field.field) \(field.before ?? "-") → \(field.after ?? "-")"))
        }
        for change in changes {
            let change: String = words.changed(change.field, change.before, change.after) { times.shown($0) }
            StandardOutput.line(SafeText.safe("  " + change))
        }
    }
}

extension JSONWriter {
    mutating func changes(_ changes: [AuditTrail.Change]) {
        beginArray()
        for change in changes {
            beginObject()
            field("field", change.field)
            nullable("before", change.before)
            nullable("after", change.after)
            endObject()
        }
        endArray()
    }
}
