import ArgumentParser

/// `cmcase log …`
struct LogGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List the events of the log, and verify that they are as they were recorded.",
        subcommands: [LogListCommand.self, LogVerifyCommand.self], defaultSubcommand: LogListCommand.self)
}
