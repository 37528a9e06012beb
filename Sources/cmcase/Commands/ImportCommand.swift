import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import Intake
import JSON
import Terminal

/// `cmcase import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what people said, from a CSV or NDJSON file.",
        discussion: """
            Example: cmcase import mentions.ndjson --mapping canonical

            A mapping says which column is what: canonical (NDJSON), support-threads, labelled-mentions, or a YAML file of \
            yours. The same file twice adds nothing; an interrupted import goes on where it stopped. Rows that can't be \
            taken in go to a rejects file beside the store, to be mended and imported again. A store that isn't there is \
            made.

            An import is history: no clock of today starts for it. With --live all of it is today's work, like messages \
            that are captured as they come in; with --live-since TIME what happened since then is. What a person wrote \
            after their case had ended takes it up again either way.
            """)

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @Option(name: .long, help: "A built-in mapping's name or a YAML file (default canonical for .ndjson and .jsonl).")
    var mapping: String?

    @Option(name: .long, help: "An account that is the brand's own; its posts are our replies. Can be repeated.")
    var brand: [String] = []

    @Option(name: .long, help: "The brand all messages are about, where the file doesn't say it.")
    var about: String?

    @Flag(name: .long, help: "All of it is today's work: clocks start as for messages that are captured.")
    var live = false

    @Option(
        name: .long,
        help: ArgumentHelp("What happened since then is today's work; what is older is history.", valueName: "time"))
    var liveSince: String?

    @Flag(name: .long, help: "Refuse the whole file rather than leave rows out.")
    var strict = false

    @Flag(name: .long, help: "Do everything but keep nothing.")
    var dryRun = false

    @Option(
        name: .long,
        help: "Where rows go that can't be taken in; a file there with other rows stays, and the name gets a number.")
    var rejects: String?

    @Option(name: .long, help: ArgumentHelp("Rows that are recorded together.", visibility: .hidden))
    var rowsPerCommit = 20_000

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var request = ImportRequest(source: file, mapping: try chosenMapping())
        request.brandAccounts = Set(brand)
        request.brand = about.map(Brand.init)
        request.work = try work()
        request.isStrict = strict
        request.isDryRun = dryRun
        request.rejectsPath = rejects
        guard rowsPerCommit > 0 else { throw WrongCommand("--rows-per-commit is 1 or more") }
        request.rowsPerCommit = rowsPerCommit
        for other in [file, try store.path] where rejects.map({ Self.isSameFile($0, other) }) ?? false {
            throw WrongCommand("--rejects would replace \(other); name another file")
        }
        let bars = ImportProgress()
        request.progress = bars.update
        let report: ImportReport
        do { report = try dryRun ? dry(request) : wet(request) } catch DeskError.strict(let rejected, let first) {
            bars.finish()
            ImportReport.print(first, of: rejected)
            throw DeskError.strict(rejected: rejected, first)
        }
        bars.finish()
        if output.json { report.printJSON() } else { try report.printText(output) }
    }

    private func work() throws -> ImportedWork {
        guard let liveSince else { return live ? .live : .history }
        guard !live else {
            throw WrongCommand(
                "--live makes all of the file today's work, --live-since only part of it; give one of them")
        }
        return .liveSince(try output.time(liveSince, option: "--live-since"))
    }

    /// A store that can't be used is said before the source is read, and a source that can't be read makes no store.
    private func wet(_ request: ImportRequest) throws -> ImportReport {
        let standing: CaseDesk? = access(try store.path, F_OK) == 0 ? try store.desk(.create) : nil
        defer { standing?.close() }
        let prepared = try PreparedImport(
            request, rejectsFolder: CaseDesk.folder(of: try store.path), now: StoreOptions.now())
        if let standing { return try standing.importSource(prepared) }
        let desk = try store.desk(.create)
        defer { desk.close() }
        return try desk.importSource(prepared)
    }

    /// Without a store, a dry run has one of its own that goes with it.
    private func dry(_ request: ImportRequest) throws -> ImportReport {
        if access(try store.path, F_OK) == 0 {
            let desk = try store.desk(.write)
            defer { desk.close() }
            return try desk.importSource(request)
        }
        var template: [CChar] = Array("\(StoreOptions.environment("TMPDIR") ?? "/tmp")/cmcase-dry-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw WrongCommand("no temporary folder can be made; set TMPDIR") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path: String = folder + "/dry.db"
        let desk = try CaseDesk(store: path, access: .create, clock: StoreOptions.now)
        defer {
            desk.close()
            for suffix in ["", "-wal", "-shm", "-lock"] { unlink(path + suffix) }
            rmdir(folder)
        }
        return try desk.importSource(request)
    }

    private static func isSameFile(_ path: String, _ other: String) -> Bool {
        var (one, two) = (stat(), stat())
        guard stat(path, &one) == 0, stat(other, &two) == 0 else { return path == other }
        return one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    private func chosenMapping() throws -> SourceMapping {
        guard let mapping else {
            if file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") { return .canonical }
            throw WrongCommand(
                "say with --mapping which column is what: \(SourceMapping.builtInNames.joined(separator: ", ")), or a YAML file"
            )
        }
        if let builtIn = SourceMapping.builtIn(mapping) { return builtIn }
        guard mapping.hasSuffix(".yaml") || mapping.hasSuffix(".yml") || access(mapping, F_OK) == 0 else {
            throw WrongCommand(
                "there is no mapping \(mapping); built in are \(SourceMapping.builtInNames.joined(separator: ", ")), "
                    + "or name a YAML file")
        }
        let text: String = try TextFile.read(mapping, limit: 1 << 20)
        let base: Substring = mapping.split(separator: "/").last ?? "mapping"
        let name = String(base.split(separator: ".").first ?? base)
        do { return try SourceMapping(yaml: text, name: name) } catch {
            throw WrongCommand("\(mapping): \(error)")
        }
    }
}

/// Shows on a terminal how far an import is.
final class ImportProgress {
    private var line: ProgressLine?
    private var phase: ImportRequest.Phase?

    func update(_ phase: ImportRequest.Phase, _ done: Int, _ total: Int) {
        if phase != self.phase {
            finish()
            self.phase = phase
            line = .onStandardError(phase == .reading ? "reading bytes" : "recording rows", total: total)
        }
        line?.update(done: done)
    }

    func finish() { line?.finish() }
}
