import CaseDesk
import CaseModel
import JSON
import Measures
import Terminal
import Wording

/// The cases and episodes that the first response time rests on, each with its events.
extension ServiceAnswer {
    func printWaits(_ times: TimePrinter, _ words: FigureWords) {
        StandardOutput.line()
        for wait in waits {
            let answer: (position: Position, after: String)? = wait.answered.map { position in
                let length: Int64 =
                    (wait.answeredAt?.microseconds ?? wait.openedAt.microseconds) - wait.openedAt.microseconds
                return (position, DurationText.compact(seconds: length / 1_000_000))
            }
            StandardOutput.line(
                words.wait(
                    wait.number, episode: wait.episode, of: wait.person, opened: wait.opened,
                    at: times.time(wait.openedAt.microseconds), answer: answer))
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
