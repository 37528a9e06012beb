import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import JSON
import Terminal

/// The command line: parsing and printing only; the work is CaseDesk's.
@main
struct Cmcase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cmcase",
        abstract: "Follow a complaint from the first mention to the end, on a log that proves what happened.",
        discussion: """
            Every mention, classification, reply and resolution is one event in one SQLite file, the store. It is named \
            with --store or CMCASE_STORE; without them it is cmcase.db in the present folder.

            Exit codes: 0 done, 1 the answer is no, 2 a refused or wrong command, 3 the store can't be used, 4 the \
            answer can't be written.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, ImportCommand.self, RetractCommand.self,
            InboxCommand.self, CasesCommand.self, WaitingCommand.self, CaseGroup.self, PersonGroup.self,
            IncidentGroup.self,
            SearchCommand.self, AuditCommand.self, ReplayCommand.self, MetricsGroup.self,
            PlaybookGroup.self, CalendarGroup.self, ServiceLevelGroup.self,
            LogGroup.self, DoctorCommand.self, ManualCommand.self,
        ])

    static func main() {
        // A limit on the size of files is told as a sentence; the signal would end the program without one.
        signal(SIGXFSZ, SIG_IGN)
        var code: Int32 = 0
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            code = end(error)
        }
        // A reader who went away has read enough.
        if let failure = StandardOutput.finish(), failure != .readerGone {
            complain(
                "standard output can't be written: \(failure); the answer is incomplete, and what was recorded is kept: "
                    + "let it go elsewhere and ask again")
            if code == 0 { code = 4 }
        }
        Glibc.exit(code)
    }

    /// Says on standard error why a command ended, and with which code.
    private static func end(_ error: any Error) -> Int32 {
        switch error {
        case let error as Answer:
            return error.code
        case is OutputError:
            // It is told where the output is ended.
            return 0
        case let error as DeskError:
            if case .refused(let refusal) = error, CommandLine.arguments.contains("--json") { answer(refusal) }
            complain(error.description)
            return error.isStoreUnusable ? 3 : 2
        case let error as WrongCommand:
            complain(error.description)
            return 2
        default:
            if let error = DeskError(error, path: "the store") { return end(error) }
            let code = exitCode(for: error)
            if code == .success {
                StandardOutput.line(fullMessage(for: error))
                return 0
            }
            let message: String = fullMessage(for: error)
            if !message.isEmpty { StandardError.line(message) }
            return 2
        }
    }

    /// Whoever asked for JSON learns by it what was refused, as a line of `case apply` says it.
    private static func answer(_ refusal: Refusal) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("result", "refused")
            writer.field("code", refusal.code.rawValue)
            writer.nullable("case", refusal.caseNumber?.rawValue)
            writer.field("reason", refusal.description)
            writer.endObject()
        }
    }

    private static func complain(_ sentence: String) { StandardError.line("cmcase: \(sentence)") }
}

/// Ends a command whose answer is no.
struct Answer: Error {
    let code: Int32
    static let no = Answer(code: 1)
    static let refused = Answer(code: 2)
}

/// A command that can't be carried out as it was typed.
struct WrongCommand: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
