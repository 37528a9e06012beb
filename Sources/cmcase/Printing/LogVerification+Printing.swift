import CaseModel
import EventStore
import JSON
import Terminal
import Wording

extension LogVerification {
    func printJSON(_ seconds: Double) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("events", events)
            writer.field("contents", contents)
            writer.field("contentsMissing", contentsMissing)
            writer.field("seconds", seconds)
            writer.field("eventsPerSecond", seconds > 0 ? Double(events) / seconds : 0)
            writer.field("intact", isIntact)
            writer.field("differenceCount", differenceCount)
            writer.key("differences")
            writer.beginArray()
            for difference in differences { difference.write(to: &writer) }
            writer.endArray()
            writer.endObject()
        }
    }

    func printText(_ seconds: Double, _ palette: Palette, _ words: VerificationWords) {
        StandardOutput.line(words.checked(events, contents, seconds: seconds))
        if isIntact { return StandardOutput.line(palette.paint(words.intact, .good)) }
        if contentsMissing > 0 { StandardOutput.line(words.missing(contentsMissing)) }
        StandardOutput.line(palette.paint(words.different(differenceCount, shown: differences.count), .bad))
        for difference in differences {
            let head: String = ["#\(difference.position)", difference.type].compactMap(\.self).joined(separator: " ")
            StandardOutput.line(
                "  " + SafeText.safe("\(head)  \(difference.kind.sentence(words, at: difference.position))"))
        }
        StandardOutput.line(words.remedy)
    }
}

extension LogDifference {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("position", position)
        writer.nullable("type", type)
        writer.field("part", kind.part.rawValue)
        writer.field("kind", kind.name)
        writer.field("difference", kind.sentence(VerificationWords(.english), at: position))
        writer.endObject()
    }
}

extension LogDifference.Kind {
    fileprivate func sentence(_ words: VerificationWords, at position: Int64) -> String {
        switch self {
        case .rowChanged: words.rowChanged
        case .contentChanged: words.contentChanged
        case .contentMissing: words.contentMissing
        case .contentUncommitted: words.contentUncommitted
        case .contentWithoutEvent: words.contentWithoutEvent
        case .positionsMissing(let last): words.positionsMissing(from: position, through: last)
        case .positionOutside: words.positionOutside
        case .versionGap(let stream, let expected, let found):
            words.versionGap(stream, expected: expected, found: found)
        case .versionOutOfOrder(let stream, let version): words.versionOutOfOrder(stream, version: version)
        case .recordedEarlier: words.recordedEarlier
        }
    }
}
