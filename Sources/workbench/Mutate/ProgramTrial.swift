import Basics
import Glibc

/// Runs the program on a store of its own with what a seed makes: lines of commands, rows of imports, command lines, a
/// configuration.
struct ProgramTrial {
    /// What is given to the program.
    enum Kind: String, CaseIterable {
        /// A file of mutated commands for `case apply`.
        case commands
        /// A file of mutated messages for `import`.
        case messages
        /// One command line.
        case arguments
        /// A mutated configuration, under an ordinary question.
        case configuration
        /// A mutated playbook, calendar or service level in a file, adopted.
        case policy
    }

    let program: String
    let folder: String
    let tree: CommandTree
    /// Inputs of a file of commands or messages.
    static let inputsPerFile = 100

    /// Makes a folder for a trial's files and reads the program's commands.
    init(program: String, folder: String) throws {
        self.program = program
        self.folder = folder
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw WorkbenchError.system("\(folder) can't be made", errno: errno)
        }
        let help: String = folder + "/help.json"
        _ = try ChildProcess.run(
            program, [Array("--experimental-dump-help".utf8)], environment: [], in: folder, output: help)
        tree = try CommandTree(dump: InputFile.bytes(help))
    }

    /// Begins a store anew, with a few cases in it.
    func reset() throws {
        for name in ["cmcase.db", "cmcase.db-wal", "cmcase.db-shm", "cmcase.db.lock"] { unlink("\(folder)/\(name)") }
        let lines: String = Specimens.lines.joined(separator: "\n") + "\n"
        try write(Array(lines.utf8), "in.ndjson")
        try write(Array((Specimens.commands.joined(separator: "\n") + "\n").utf8), "decisions.ndjson")
        try write(Array(Specimens.playbooks[0].utf8), "own.yaml")
        unlink("\(folder)/.config/cmcase/config.yaml")
        _ = try run(["import", "in.ndjson"])
        _ = try run(["case", "apply", "decisions.ndjson"])
    }

    /// Runs what a seed makes.
    ///
    /// - Returns: how it ended, of which kind it was, and how many inputs it held.
    func run(seed: UInt64) throws -> (ending: ChildProcess.Ending, kind: Kind, inputs: Int) {
        var random = SplitMix64(seed: seed, 2)
        let kinds: [(Kind, weight: Double)] = [
            (.commands, 2), (.messages, 2), (.arguments, 6), (.configuration, 0.5), (.policy, 1),
        ]
        let kind: Kind = random.pick(kinds)
        switch kind {
        case .commands:
            try write(file(of: Specimens.commands, &random), "mutated.ndjson")
            return (try run(["case", "apply", "mutated.ndjson"]), kind, Self.inputsPerFile)
        case .messages:
            try write(file(of: Specimens.lines, &random), "mutated.ndjson")
            return (try run(["import", "mutated.ndjson"]), kind, Self.inputsPerFile)
        case .arguments: return (try run(tree.line(&random)), kind, 1)
        case .configuration:
            for part in ["/.config", "/.config/cmcase"] { mkdir(folder + part, 0o700) }
            let specimens: [[UInt8]] = Specimens.configurations.map { Array($0.utf8) }
            var mutator = Mutator(random)
            try write(mutator.mutated(specimens[0], others: specimens), ".config/cmcase/config.yaml")
            defer { unlink("\(folder)/.config/cmcase/config.yaml") }
            return (try run(["inbox", "--history"]), kind, 1)
        case .policy:
            let (command, texts): (String, [String]) = random.pick([
                ("playbook", Specimens.playbooks), ("calendar", Specimens.calendars),
                ("service-level", Specimens.serviceLevels),
            ])
            let specimens: [[UInt8]] = texts.map { Array($0.utf8) }
            var mutator = Mutator(random)
            try write(mutator.mutated(mutator.random.pick(specimens), others: specimens), "mutated.yaml")
            let verb: String = mutator.random.chance(0.5) ? "check" : "adopt"
            return (try run([command, verb, "mutated.yaml"]), kind, 1)
        }
    }

    private func file(of specimens: [String], _ random: inout SplitMix64) -> [UInt8] {
        let lines: [[UInt8]] = specimens.map { Array($0.utf8) }
        var mutator = Mutator(random)
        return (0..<Self.inputsPerFile).flatMap { _ in
            mutator.mutated(mutator.random.pick(lines), others: lines) + [UInt8(ascii: "\n")]
        }
    }

    private func run(_ words: [String]) throws -> ChildProcess.Ending { try run(words.map { Array($0.utf8) }) }

    private func run(_ words: [[UInt8]]) throws -> ChildProcess.Ending {
        try ChildProcess.run(
            program, words,
            environment: [
                "HOME=\(folder)", "PATH=/usr/bin:/bin", "TZ=UTC", "LANG=C.UTF-8", "USER=eva", "TMPDIR=\(folder)",
            ], in: folder,
            output: folder + "/output")
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        let path: String = folder + "/" + name
        let file: Int32 = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(file) }
        guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw WorkbenchError.system("\(path) can't be written", errno: errno)
        }
    }
}

/// A whole file at once.
enum InputFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        let file: Int32 = open(path, O_RDONLY)
        guard file >= 0 else { throw WorkbenchError.system("\(path) can't be read", errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(file, &part, part.count), count > 0 { bytes += part[..<count] }
        return bytes
    }
}
