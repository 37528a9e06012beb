import ArgumentParser
import CaseDesk
import Intake

/// `workbench rows-per-commit`
struct RowsPerCommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows-per-commit", abstract: "Say how many rows an import commits together.")

    func run() { print(ImportRequest(source: "-", mapping: .canonical).rowsPerCommit) }
}
