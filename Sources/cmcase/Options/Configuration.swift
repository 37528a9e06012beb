import Glibc

/// What a person keeps in `~/.config/cmcase/config.yaml` (or under XDG_CONFIG_HOME) so as not to type it each time.
///
/// Lines of `key: value`, a subset of YAML: `store`, `actor`, `tz`, `lang`. An option and the environment go before it.
struct Configuration {
    var store: String?
    var actor: String?
    var tz: String?
    var lang: String?

    private static let loaded: Result<Configuration, WrongCommand> = {
        do {
            guard let path, access(path, F_OK) == 0 else { return .success(Configuration()) }
            return .success(try Configuration(parsing: TextFile.read(path, limit: 65_536), path))
        } catch {
            return .failure(error as? WrongCommand ?? WrongCommand("the configuration can't be read: \(error)"))
        }
    }()

    /// The person's configuration; empty where there is no file.
    ///
    /// - Throws: `WrongCommand` where the file is there and can't be understood.
    static func current() throws -> Configuration { try loaded.get() }

    private static var path: String? {
        if let folder = StoreOptions.environment("XDG_CONFIG_HOME") { return folder + "/cmcase/config.yaml" }
        return StoreOptions.environment("HOME").map { $0 + "/.config/cmcase/config.yaml" }
    }

    private init() {}

    init(parsing text: String, _ path: String) throws {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line: Substring = Self.trimmed(Self.withoutComment(line))
            if line.isEmpty || line == "---" { continue }
            guard let colon = line.firstIndex(of: ":") else {
                throw WrongCommand("\(path), line \(index + 1): a line is key: value")
            }
            let value: String = Self.unquoted(Self.trimmed(line[line.index(after: colon)...]))
            try set(String(Self.trimmed(line[..<colon])), value, "\(path), line \(index + 1)")
        }
    }

    private mutating func set(_ key: String, _ value: String, _ place: String) throws {
        let value: String? = value.isEmpty ? nil : value
        switch key {
        case "store": store = value.map(Self.inHome)
        case "actor": actor = value
        case "tz": tz = value
        case "lang": lang = value
        default:
            throw WrongCommand("\(place): the keys are store, actor, tz and lang; mend the spelling or remove the line")
        }
    }

    /// A comment begins at the line's start or after a space, and not within quotes.
    private static func withoutComment(_ line: Substring) -> Substring {
        var quote: Unicode.Scalar?
        var before: Unicode.Scalar = " "
        for (index, scalar) in zip(line.unicodeScalars.indices, line.unicodeScalars) {
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "#", before == " " || before == "\t" {
                return line[..<index]
            }
            before = scalar
        }
        return line
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.unicodeScalars.first, [" ", "\t", "\r"].contains(first) { text = text.dropFirst() }
        while let last = text.unicodeScalars.last, [" ", "\t", "\r"].contains(last) { text = text.dropLast() }
        return text
    }

    /// A path that begins with `~/` stands in one's own home: no shell has read it.
    private static func inHome(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = StoreOptions.environment("HOME") else { return path }
        return home + path.dropFirst()
    }

    private static func unquoted(_ text: Substring) -> String {
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return String(text)
    }
}
