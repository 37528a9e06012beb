import Basics
import Glibc
import JSON

/// The commands of cmcase with their options, as the program itself tells them, and random command lines of them.
struct CommandTree {
    struct Leaf {
        var path: [String]
        /// Names of options that want a value, with their dashes, and of flags.
        var options: [String] = []
        var flags: [String] = []
        var positionals: [String] = []
    }

    private(set) var leaves: [Leaf] = []

    /// Reads what `--experimental-dump-help` prints.
    init(dump: [UInt8]) throws {
        guard let root = try? JSONValue.parse(dump).objectValue?["command"] else {
            throw WorkbenchError.input("the program doesn't tell its commands")
        }
        add(root, [])
    }

    private mutating func add(_ command: JSONValue, _ path: [String]) {
        let children: [JSONValue] = command.objectValue?["subcommands"]?.arrayValue ?? []
        for child in children {
            guard let name = child.objectValue?["commandName"]?.stringValue else { continue }
            add(child, path + [name])
        }
        var leaf = Leaf(path: path)
        for argument in command.objectValue?["arguments"]?.arrayValue ?? [] {
            let names: [String] = (argument.objectValue?["names"]?.arrayValue ?? []).compactMap { name in
                guard let text = name.objectValue?["name"]?.stringValue else { return nil }
                return (text.utf8.count == 1 ? "-" : "--") + text
            }
            switch argument.objectValue?["kind"]?.stringValue {
            case "option": leaf.options += names
            case "flag": leaf.flags += names
            default: leaf.positionals.append(argument.objectValue?["valueName"]?.stringValue ?? "")
            }
        }
        leaves.append(leaf)
    }

    /// What goes on until somebody ends it, or waits for somebody.
    private static let endless: Set<String> = ["--watch", "--follow"]

    /// Values that some options and places of the command line take.
    private static let plausible = [
        "1", "2", "3", "12", "twitter:1", "twitter:ana", "complaint", "positive", "favourable", "troll", "customer",
        "public", "NPS", "9",
        "2026-01-08", "7d", "in.ndjson", "decisions.ndjson", "own.yaml", "canonical", "community-manager", "always",
        "standard", "product", "ana",
        "quiet", "decision", "operator", "level=2", "polarity=\"neutral\"", "brand", "words", "yes", "high", "help",
        "T3.2", "last", "es", "4h",
    ]

    /// A command line of a command with hostile and with plausible values.
    func line(_ random: inout SplitMix64) -> [[UInt8]] {
        let leaf: Leaf = random.pick(leaves)
        var words: [[UInt8]] = leaf.path.map { Array($0.utf8) }
        for _ in leaf.positionals where random.chance(0.95) { words.append(Self.value(&random)) }
        for _ in 0..<random.integer(below: 5) where !leaf.options.isEmpty {
            let name: String = random.pick(leaf.options)
            // Another store than the trial's own is named seldom.
            if name == "--store", random.chance(0.9) { continue }
            words.append(Array("\(name)=".utf8) + Self.value(&random))
        }
        for _ in 0..<random.integer(below: 3) where !leaf.flags.isEmpty {
            let name: String = random.pick(leaf.flags)
            if !Self.endless.contains(name) { words.append(Array(name.utf8)) }
        }
        if random.chance(0.1) { words.insert(HostileValues.any(&random), at: random.integer(below: words.count + 1)) }
        return words
    }

    private static func value(_ random: inout SplitMix64) -> [UInt8] {
        random.chance(0.45) ? Array(random.pick(plausible).utf8) : HostileValues.any(&random)
    }
}
