import ArgumentParser
import JSON
import Terminal

/// `cmcase manual`
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, made from the help of every command.",
        discussion: """
            Example: cmcase manual

            To read it: cmcase manual | man -l -
            """)

    func run() throws {
        // What `--experimental-dump-help` prints: the parser's own account of every command and option.
        let dump: JSONValue
        do { dump = try JSONValue.parse(Array(Cmcase._dumpHelp().utf8)) } catch {
            throw WrongCommand("the help of the commands can't be read (\(error)); this is a defect of cmcase")
        }
        guard let command = dump.objectValue?["command"]?.objectValue else {
            throw WrongCommand("the help of the commands has another form; this is a defect of cmcase")
        }
        StandardOutput.lines(ManualPage(of: command, version: Cmcase.configuration.version).lines)
    }
}
