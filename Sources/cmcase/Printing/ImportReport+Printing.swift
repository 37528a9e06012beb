import CaseDesk
import CaseModel
import Intake
import JSON
import Terminal
import Wording

extension ImportReport {
    func printJSON() {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("source", source)
            writer.field("mapping", mapping)
            writer.field("sha256", sha256)
            for name in ImportCounts.names { writer.field(name.key, counts[name]) }
            writer.field("events", events)
            writer.field("from", from)
            writer.field("until", until)
            writer.field("resumed", isResumed)
            writer.field("alreadyImported", wasImported)
            writer.field("live", work != .history)
            if case .liveSince(let moment) = work { writer.field("liveSince", moment) }
            if let workBefore {
                writer.field("importedBeforeAsLive", workBefore != .history)
                if case .liveSince(let moment) = workBefore { writer.field("importedBeforeAsLiveSince", moment) }
            }
            writer.field("dryRun", isDryRun)
            writer.nullable("rejectsFile", rejectsPath)
            writer.endObject()
        }
    }

    /// The first rows that can't be taken in and why, and how many more there are.
    static func print(_ rejections: [Rejection], of rejected: Int64) {
        for rejection in rejections { StandardError.line("rejected: \(rejection)") }
        if rejected > Int64(rejections.count) { StandardError.line("and \(rejected - Int64(rejections.count)) more") }
    }

    func printText(_ output: OutputOptions) throws {
        let times = try output.times()
        let words = ImportWords(try output.language)
        let act: ImportWords.Act = isDryRun ? .rehearsed : isResumed ? .resumed : .imported
        StandardOutput.line(words.heading(act, SafeText.safe(source), SafeText.safe(mapping)))
        if let from, let until {
            StandardOutput.line("  " + words.period(times.time(from.microseconds), times.time(until.microseconds)))
        }
        for name in ImportCounts.names { StandardOutput.line("  " + words.count(name, counts[name])) }
        StandardOutput.line("  " + words.eventsRecorded(events))
        if counts.unattached > 0 { StandardOutput.line(words.listsUnattached) }
        func time(_ moment: Timestamp) -> String { times.time(moment.microseconds) }
        if let workBefore {
            StandardOutput.line(words.before(as: workBefore, time))
        } else {
            if wasImported { StandardOutput.line(words.before) }
            StandardOutput.line(words.taken(as: work, time))
        }
        Self.print(rejections, of: counts.rejected)
        if let rejectsPath, let reasonsPath {
            StandardError.line(
                "rejected rows are in \(rejectsPath), the reasons in \(reasonsPath); mend the rows and import them")
        }
    }
}
