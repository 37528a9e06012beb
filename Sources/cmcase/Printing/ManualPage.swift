import Basics
import JSON

/// The manual page in the macros of man(7), from the parser's account of a program's commands.
struct ManualPage {
    private(set) var lines: [String] = []

    init(of program: JSONObject, version: String) {
        let name: String = program["commandName"]?.stringValue ?? ""
        lines = [
            ".TH \(name.uppercased()) 1 \"\" \"\(Roff.text(name)) \(Roff.text(version))\" \"User Commands\"",
            ".SH NAME", "\(Roff.text(name)) \\- \(Roff.text(program["abstract"]?.stringValue ?? ""))",
            ".SH SYNOPSIS", ".B \(Roff.text(name))", ".I command", "[\\fIoptions\\fR]",
            ".SH DESCRIPTION",
        ]
        paragraphs(program["discussion"]?.stringValue ?? "")
        lines.append(".SH COMMANDS")
        commands(of: program, after: name)
        section("EXIT STATUS", Self.exitStatus)
        section("ENVIRONMENT", Self.environment)
        section("FILES", Self.files)
    }

    /// The commands that do something, each with its options.
    private mutating func commands(of group: JSONObject, after path: String) {
        for value in group["subcommands"]?.arrayValue ?? [] {
            guard let command = value.objectValue, let name = command["commandName"]?.stringValue,
                command["shouldDisplay"]?.boolValue != false
            else { continue }
            // The parser's own has no example; `case help` is ours.
            if name == "help", command["discussion"]?.stringValue == nil { continue }
            let path: String = "\(path) \(name)"
            if command["subcommands"]?.arrayValue?.isEmpty == false {
                commands(of: command, after: path)
            } else {
                section(command, path)
            }
        }
    }

    private mutating func section(_ command: JSONObject, _ path: String) {
        let arguments: [Argument] = (command["arguments"]?.arrayValue ?? []).compactMap {
            $0.objectValue.flatMap(Argument.init)
        }
        lines.append(".SS \(Roff.text(path))")
        let words: [String] = arguments.filter(\.isPositional).map(\.synopsis)
        lines.append("\\fB\(Roff.text(path))\\fR \((words + ["[\\fIoptions\\fR]"]).joined(separator: " "))")
        paragraphs(command["abstract"]?.stringValue ?? "")
        paragraphs(command["discussion"]?.stringValue ?? "")
        for argument in arguments where argument.isShown {
            lines += [".TP", argument.heading, Roff.line(argument.help)]
        }
    }

    private mutating func paragraphs(_ text: String) {
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words: Substring = line.drop { $0 == " " }
            if words.isEmpty {
                isOpen = false
                continue
            }
            if !isOpen { lines.append(".PP") }
            isOpen = true
            lines.append(Roff.line(String(words)))
        }
    }

    private mutating func section(_ title: String, _ entries: KeyValuePairs<String, String>) {
        lines.append(".SH \(title)")
        for (name, meaning) in entries { lines += [".TP", ".B \(Roff.text(name))", Roff.line(meaning)] }
    }

    private static let exitStatus: KeyValuePairs = [
        "0": "Done.",
        "1": "The answer is no: a check found something.",
        "2": "The command is wrong or was refused; nothing was recorded.",
        "3": "The store can't be used.",
        "4": "The answer can't be written to standard output, or not all of it; what was recorded is kept.",
    ]

    private static let environment: KeyValuePairs = [
        "CMCASE_STORE": "The store's file, where --store doesn't name it.",
        "CMCASE_ACTOR": "Who records what a command says, where --actor doesn't say it; else USER or LOGNAME.",
        "VISUAL, EDITOR": "What opens where a command needs words and none are given.",
        "TZ": "The time zone to print times in, where --tz doesn't say it.",
        "LC_ALL, LC_MESSAGES, LANG": "Spanish where the first that is set begins with es.",
        "NO_COLOR": "Set to anything: no colour where --color doesn't ask for it.",
    ]

    private static let files: KeyValuePairs = [
        "cmcase.db": "The store, where neither --store nor CMCASE_STORE nor the configuration names another.",
        "cmcase.db-lock": "Held by the one who writes to the store.",
        "cmcase.db-wal, cmcase.db-shm": "SQLite's journal: a part of the store while they are there.",
        "$XDG_CONFIG_HOME/cmcase/config.yaml, ~/.config/cmcase/config.yaml":
            "What a person keeps so as not to type it each time: store, actor, tz, lang.",
    ]
}

/// One argument, option or flag of a command.
private struct Argument {
    var isPositional: Bool
    var isShown: Bool
    var names: [String]
    var value: String?
    var isOptional: Bool
    var isRepeating: Bool
    var help: String

    init?(_ object: JSONObject) {
        guard let kind = object["kind"]?.stringValue else { return nil }
        isPositional = kind == "positional"
        names = (object["names"]?.arrayValue ?? []).compactMap { value in
            guard let name = value.objectValue?["name"]?.stringValue else { return nil }
            return (value.objectValue?["kind"]?.stringValue == "long" ? "--" : "-") + name
        }
        value = kind == "flag" ? nil : object["valueName"]?.stringValue
        isOptional = object["isOptional"]?.boolValue ?? false
        isRepeating = object["isRepeating"]?.boolValue ?? false
        help = object["abstract"]?.stringValue ?? ""
        if let standard = object["defaultValue"]?.stringValue { help += " (default: \(standard))" }
        isShown =
            object["shouldDisplay"]?.boolValue != false && !names.contains("--help") && !names.contains("--version")
    }

    var synopsis: String {
        let text: String = "\\fI\(Roff.text(value ?? ""))\\fR" + (isRepeating ? " ..." : "")
        return isOptional ? "[\(text)]" : text
    }

    var heading: String {
        let named: String = names.map { "\\fB\(Roff.text($0))\\fR" }.joined(separator: ", ")
        return ([named] + (value.map { ["\\fI\(Roff.text($0))\\fR"] } ?? [])).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

/// Text as troff takes it (groff_char(7), man(7)).
enum Roff {
    /// A line of text: one that would begin like a request is kept from being one.
    static func line(_ text: String) -> String {
        let escaped: String = self.text(text)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    /// Text within a line: a backslash, a hyphen that is typed, and what isn't ASCII are spelled out.
    static func text(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\n": result += " "
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                result += "\\[u\(Hexadecimal.text(scalar.value, digits: 4, uppercase: true))]"
            }
        }
    }
}
