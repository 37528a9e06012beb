import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// What the house did about a case that isn't a message of its conversation.
struct HouseStep {
    let step: AuditTrail.Step

    private var content: Content? { if case .present(let content) = step.content { content } else { nil } }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", step.position.rawValue)
        writer.field("type", step.event.type.rawValue)
        writer.field("occurredAt", step.holds.occurredAt)
        writer.field("actor", step.actor)
        writer.key("payload")
        if let value = try? JSONValue.parse(step.holds.payload) { writer.value(value) } else { writer.null() }
        writer.nullable("text", content?.text)
        writer.nullable("note", content?.note)
        writer.nullable("takenBackAt", step.takenBack?.at.rawValue)
        writer.endObject()
    }

    fileprivate func printText(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let palette = terminal.palette
        let width: Int = max(terminal.width ?? 120, 40)
        let sentence: String = EventSentence(event: step.holds.event, times: times, language: language).text
        StandardOutput.line(
            "  \(times.time(step.holds.occurredAt.microseconds))  "
                + palette.paint("\(SafeText.safe(step.actor))  #\(step.position)", .muted))
        StandardOutput.lines(sentence.wrapped(toWidth: width, indent: "      ", firstIndent: "    "))
        step.printTakenBack(times, terminal, language, indent: "      ")
        if case .erased = step.content {
            StandardOutput.line(palette.paint("      " + CaseWords(language).wordsErased, .muted))
        }
        for words in [content?.text, content?.note].compactMap(\.self) {
            for line in SafeText.safe(words, newlines: .keep).split(separator: "\n", omittingEmptySubsequences: false) {
                StandardOutput.lines(String(line).wrapped(toWidth: width, indent: "      ", firstIndent: "      "))
            }
        }
    }
}

extension AuditTrail {
    /// The notes, findings, forecasts, help and escalations of the case, in the world's order.
    var houseWork: [HouseStep] {
        steps.filter { $0.retractedAt == nil && $0.event.isHouseWork }
            .sorted { ($0.holds.occurredAt, $0.position) < ($1.holds.occurredAt, $1.position) }
            .map(HouseStep.init)
    }

    func printHouseWork(_ times: TimePrinter, _ terminal: TerminalSettings, _ language: Language) {
        let work: [HouseStep] = houseWork
        guard !work.isEmpty else { return }
        StandardOutput.line()
        StandardOutput.line(terminal.palette.paint(CaseWords(language).houseWork, .heading))
        for step in work { step.printText(times, terminal, language) }
    }
}

extension Event {
    fileprivate var isHouseWork: Bool {
        switch self {
        case .noteAdded, .authorInvestigated, .complaintAssessed, .outcomeForecast, .problemIdentified, .planExplained,
            .helpProvided, .guidanceGiven, .caseEscalated, .followUpDone:
            true
        default: false
        }
    }
}
