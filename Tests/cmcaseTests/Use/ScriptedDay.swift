import Foundation
import Testing

/// A working day as a file tells it, played through the built program.
///
/// A line with `round` begins a round: a name, and the moment at which the inbox is asked. The lines after it are commands
/// as `case apply` takes them, with two additions: `at` is a time of the round's day, and `refused` the sentence that
/// refuses it.
struct ScriptedDay {
    struct Round {
        var name: String
        var now: String
        var commands: [[String: Any]] = []
    }

    /// One piece of advice as the inbox gave it before a round.
    struct Given {
        var action: String
        /// The rules that led to it, and the one that says where it is said.
        var rules: [String]
    }

    let rounds: [Round]

    init(_ path: String) throws {
        var rounds: [Round] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let value: Any = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let object = try #require(value as? [String: Any])
            if let name = object["round"] as? String {
                rounds.append(Round(name: name, now: try #require(object["now"] as? String)))
            } else {
                rounds[rounds.count - 1].commands.append(object)
            }
        }
        self.rounds = rounds
    }

    static let folder: String = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Day/").path()
}

extension ScriptedDay.Round {
    /// The lines as `case apply` takes them.
    var lines: String {
        get throws {
            try commands.map { command in
                var line: [String: Any] = command
                line["refused"] = nil
                line["at"] = (command["at"] as? String).map { now.prefix(11) + $0 + now.dropFirst(16) } ?? now
                return String(
                    decoding: try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys]), as: UTF8.self)
            }.joined(separator: "\n") + "\n"
        }
    }
}
