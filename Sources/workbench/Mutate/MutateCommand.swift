import ArgumentParser
import Glibc

/// `workbench mutate`
struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Give cmcase mutated inputs and arguments, and count what ends it by a signal.",
        discussion: """
            Example: workbench mutate .build/release/cmcase --texts 100000 --runs 2000

            --texts goes to the readers of every text that comes from outside, in child processes of this program; --runs \
            starts PROGRAM with files of mutated commands and messages, with command lines, policies and configurations. Each \
            is made from a seed, and those that end a process by a signal, or not within half a minute, are told by it: \
            --seed SEED --texts 1 (or --runs 1) repeats one. Exits with 1 where there is any.
            """)

    @Argument(help: "The program, as in .build/release/cmcase.")
    var program: String

    @Option(help: "The first seed; each further input takes the next.")
    var seed: UInt64 = 1

    @Option(help: "How many texts.")
    var texts: Int = 10_000

    @Option(help: "How many runs of the program.")
    var runs: Int = 200

    @Option(help: "A folder for the files of the runs.")
    var folder: String = ".build/mutations"

    @Flag(help: .hidden)
    var inThisProcess = false

    private static let textsPerProcess: UInt64 = 2_000
    private static let runsPerStore = 40

    func run() throws {
        let folder: String = Self.absolute(folder)
        if inThisProcess { return try readTexts(folder) }
        let trial = try ProgramTrial(program: Self.absolute(program), folder: folder)
        var failures = 0
        var inputs: [String: Int] = ["texts": texts]
        failures += try runTexts(folder)
        for number in 0..<UInt64(runs) {
            if number % UInt64(Self.runsPerStore) == 0 { try trial.reset() }
            let (ending, kind, count) = try trial.run(seed: seed &+ number)
            inputs[kind.rawValue, default: 0] += count
            if case .code(let code) = ending, code <= 4 { continue }
            failures += 1
            print("seed \(seed &+ number), \(kind.rawValue): \(ending)")
        }
        let parts: String = inputs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        print("inputs \(inputs.values.reduce(0, +)) (\(parts)), program runs \(runs), ended badly \(failures)")
        if failures > 0 { throw ExitCode(1) }
    }

    /// Has the texts read in child processes, so that one that ends by a signal takes no others with it.
    private func runTexts(_ folder: String) throws -> Int {
        let progress: String = folder + "/progress"
        var failures = 0
        var next: UInt64 = seed
        let end: UInt64 = seed &+ UInt64(texts)
        while next < end {
            let count: UInt64 = min(Self.textsPerProcess, end - next)
            let ending = try ChildProcess.run(
                Self.ownPath,
                [
                    "mutate", program, "--in-this-process", "--seed", "\(next)", "--texts", "\(count)", "--folder",
                    folder,
                ].map {
                    Array($0.utf8)
                }, environment: [], in: folder, seconds: 300)
            if ending == .code(0) {
                next += count
                continue
            }
            failures += 1
            let killer: UInt64 = UInt64(String(decoding: try InputFile.bytes(progress), as: UTF8.self)) ?? next
            print("seed \(killer), text: \(ending)")
            next = killer + 1
        }
        return failures
    }

    /// Reads one text after another; the file says which, should one of them be the last.
    private func readTexts(_ folder: String) throws {
        let file: Int32 = open(folder + "/progress", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw WorkbenchError.system("\(folder)/progress can't be written", errno: errno) }
        defer { close(file) }
        for number in seed..<seed &+ UInt64(texts) {
            let text: [UInt8] = Array("\(number)".utf8)
            guard pwrite(file, text, text.count, 0) == text.count else { break }
            TextTrial.run(seed: number)
        }
    }

    private static var ownPath: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count: Int = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The processes run in another folder.
    private static func absolute(_ path: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard !path.hasPrefix("/"), getcwd(&buffer, buffer.count) != nil else { return path }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/" + path
    }
}
