import Foundation
import Testing

@Suite("Help")
struct HelpTests {
    /// Every command that does something, as the program itself lists them.
    static let commands: [[String]] = {
        struct Tool: Decodable { var command: Command }
        struct Command: Decodable {
            var commandName: String
            var subcommands: [Command]?
            var superCommands: [String]?
            /// The parser's own `help` beside our `case help`.
            var isOfACase: Bool { superCommands?.contains("case") == true }
        }
        func leaves(_ command: Command, _ path: [String]) -> [[String]] {
            let inner: [Command] = (command.subcommands ?? []).filter { $0.commandName != "help" || $0.isOfACase }
            return inner.isEmpty ? [path] : inner.flatMap { leaves($0, path + [$0.commandName]) }
        }
        guard let place = try? Workplace(), let dump = try? place.run("--experimental-dump-help"),
            let tool = try? JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8))
        else { return [] }
        return leaves(tool.command, [])
    }()

    @Test("there are commands")
    func some() {
        #expect(Self.commands.count >= 9)
    }

    @Test("the example of each command works as it stands", arguments: commands)
    func example(_ command: [String]) throws {
        let place = try Workplace()
        let help = try Program.start(Program.path, command + ["--help"], Program.Circumstances(folder: place.folder))
            .ending()
        let line = try #require(
            help.output.split(separator: "\n").first {
                $0.hasPrefix("Example: ") || $0.hasPrefix("OVERVIEW: Example: ")
            })
        let example = String(line.drop { $0 != ":" }.dropFirst(2))
        #expect(example.contains("cmcase " + command.joined(separator: " ")))
        if command != ["init"] {
            try place.write(
                try String(contentsOfFile: Workplace.sample + "/mentions.ndjson", encoding: .utf8),
                to: "mentions.ndjson")
            try place.write(
                try String(contentsOfFile: Workplace.sample + "/decisions.ndjson", encoding: .utf8),
                to: "decisions.ndjson")
            if command != ["import"] { try place.done("import", "mentions.ndjson") }
            // Only a case that has ended can be shown, looked at again, and closed.
            if ["publish", "done", "close"].contains(command.last) {
                try place.done("case", "apply", "decisions.ndjson")
            }
        }
        let ending = try place.shell(example)
        #expect(ending.code == 0, "\(example): \(ending.errors)")
        #expect(ending.errors == "")
    }

    @Test("completions are made for the shells, and bash takes them")
    func completions() throws {
        let place = try Workplace()
        for shell in ["bash", "zsh", "fish"] {
            let ending = try place.run("--generate-completion-script", shell)
            #expect(ending.code == 0)
            #expect(ending.output.contains("cmcase"))
            try place.write(ending.output, to: "completions.\(shell)")
        }
        #expect(try place.text(of: "completions.bash").contains("complete -o filenames -F _cmcase cmcase"))
        let check = try place.shell("bash -n completions.bash")
        #expect(check.code == 0, "\(check.errors)")
    }
}
