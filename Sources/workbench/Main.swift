import ArgumentParser

/// `workbench`: what the benchmark and the trials need besides cmcase.
@main
struct Workbench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make input of any size for cmcase, the same for the same seed, and time what no command times.",
        subcommands: [
            ThreadsCommand.self, GenerateCommand.self, DurableCommand.self, RowsPerCommitCommand.self,
            MutateCommand.self,
        ])
}
