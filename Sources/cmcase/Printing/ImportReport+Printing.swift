import CaseDesk
import CaseModel
import Intake
import JSON
import Terminal

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
            writer.field("dryRun", isDryRun)
            writer.nullable("rejectsFile", rejectsPath)
            writer.endObject()
        }
    }

    func printText(_ output: OutputOptions) throws {
        let times = try output.times()
        let verb: String = isDryRun ? "would import" : isResumed ? "went on importing" : "imported"
        StandardOutput.line("\(verb) \(SafeText.safe(source)) as \(SafeText.safe(mapping))")
        if let from, let until {
            StandardOutput.line("  from \(times.time(from.microseconds)) until \(times.time(until.microseconds))")
        }
        for name in ImportCounts.names {
            StandardOutput.line("  \(Self.title(name)) \(NumberText.grouped(counts[name]))")
        }
        StandardOutput.line("  events recorded now \(NumberText.grouped(events))")
        if wasImported { StandardOutput.line("This file had been imported before.") }
        for rejection in rejections { StandardError.line("rejected: \(rejection)") }
        if counts.rejected > Int64(rejections.count) {
            StandardError.line("and \(counts.rejected - Int64(rejections.count)) more")
        }
        if let rejectsPath, let reasonsPath {
            StandardError.line(
                "rejected rows are in \(rejectsPath), the reasons in \(reasonsPath); mend the rows and import them")
        }
    }

    private static func title(_ name: ImportCounts.Name) -> String {
        "\(name.key)" == "casesOpened" ? "cases opened" : "\(name.key)"
    }
}
