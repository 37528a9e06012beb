import Foundation
import Testing

@Suite("Help")
struct HelpTests {
    /// A command that does something, with what its help says first.
    struct Command: Sendable, CustomStringConvertible {
        var words: [String]
        var about: String

        var description: String { words.joined(separator: " ") }

        /// The example that its help shows.
        var example: String? {
            about.split(separator: "\n").first { $0.hasPrefix("Example: ") }.map { String($0.dropFirst(9)) }
        }
    }

    /// Every command that does something, as the program itself lists them, all at once: in a program that was not
    /// optimised the parser takes a second or two for the help of one.
    static let commands: [Command] = {
        struct Tool: Decodable { var command: Node }
        struct Node: Decodable {
            var commandName: String
            var abstract: String?
            var discussion: String?
            var subcommands: [Node]?
            var superCommands: [String]?
            /// The parser's own `help` beside our `case help`.
            var isOfACase: Bool { superCommands?.contains("case") == true }
        }
        func leaves(_ node: Node, _ path: [String]) -> [Command] {
            let inner: [Node] = (node.subcommands ?? []).filter { $0.commandName != "help" || $0.isOfACase }
            let about: String = [node.abstract, node.discussion].compactMap(\.self).joined(separator: "\n")
            return inner.isEmpty
                ? [Command(words: path, about: about)] : inner.flatMap { leaves($0, path + [$0.commandName]) }
        }
        guard let place = try? Workplace(), let dump = try? place.run("--experimental-dump-help"),
            let tool = try? JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8))
        else { return [] }
        return leaves(tool.command, [])
    }()

    /// The sample, taken in once: each example works on a copy.
    private static let taken: Workplace = {
        do {
            let place = try Workplace()
            for name in ["mentions.ndjson", "decisions.ndjson"] {
                try place.write(try String(contentsOfFile: Workplace.sample + "/" + name, encoding: .utf8), to: name)
            }
            try place.done("import", "mentions.ndjson")
            return place
        } catch {
            fatalError("\(error)")
        }
    }()

    @Test("there are commands, and the help of one says what it is, with its example")
    func some() throws {
        #expect(Self.commands.count >= 60)
        let command = try #require(Self.commands.first { $0.words == ["case", "reply"] })
        let help: String = try Workplace().done("case", "reply", "--help")
        #expect(help.hasPrefix("OVERVIEW: "))
        #expect(help.contains("\nExample: \(try #require(command.example))\n"), "\(help)")
    }

    @Test("the example of each command works as it stands", arguments: commands)
    func example(_ command: Command) throws {
        let example: String = try #require(command.example)
        #expect(example.contains("cmcase \(command)"))
        let place = try Workplace()
        for name in Self.taken.names where command.words != ["init"] {
            if command.words == ["import"], name.hasPrefix("cmcase.db") { continue }
            try place.write(try Self.taken.bytes(of: name), to: name)
        }
        // Only a case that has ended can be shown, looked at again, and closed; only what was decided be taken back.
        if ["publish", "done", "close", "take-back"].contains(command.words.last) {
            try place.done("case", "apply", "decisions.ndjson")
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
