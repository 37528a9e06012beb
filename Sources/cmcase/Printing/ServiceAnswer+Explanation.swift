import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal

/// The cases and episodes that the first response time rests on, each with its events.
extension ServiceAnswer {
    func printWaits(_ times: TimePrinter) {
        StandardOutput.line()
        for wait in waits {
            let answer: String =
                wait.answered.map { position in
                    let seconds: Int64 =
                        ((wait.answeredAt?.microseconds ?? wait.openedAt.microseconds) - wait.openedAt.microseconds)
                        / 1_000_000
                    return "answered by #\(position) after \(DurationText.compact(seconds: seconds))"
                } ?? "not answered"
            StandardOutput.line(
                "case \(wait.number)\(wait.episode > 1 ? ", episode \(wait.episode)," : "") of person \(wait.person): opened by #\(wait.opened) at "
                    + "\(times.time(wait.openedAt.microseconds)), \(answer)")
        }
    }

    func explain(to writer: inout JSONWriter) {
        writer.definition(.firstResponse)
        writer.key("waits")
        writer.beginArray()
        for wait in waits {
            writer.beginObject()
            writer.field("case", wait.number.rawValue)
            writer.field("episode", wait.episode)
            writer.field("person", wait.person.rawValue)
            writer.field("position", wait.opened.rawValue)
            writer.field("at", wait.openedAt)
            writer.nullable("answeredBy", wait.answered?.rawValue)
            writer.field("answeredAt", wait.answeredAt)
            writer.endObject()
        }
        writer.endArray()
    }
}
