import CaseDesk
import CaseModel
import Glibc
import JSON

/// What of the inbox somebody wants to see, as it is saved under a name.
struct InboxFilter: Hashable {
    var assignee: String?
    var isUnassigned = false
    var channel: String?
    var brand: String?
    var priorities: [Priority] = []
    var tags: [String] = []
    var isOverdue = false
    var includesHistory = false

    var query: InboxQuery {
        var query = InboxQuery()
        query.assignee = assignee
        query.isUnassigned = isUnassigned
        query.channel = channel.map(Channel.init)
        query.brand = brand
        query.priorities = priorities
        query.tags = tags
        query.isOverdue = isOverdue
        query.includesHistory = includesHistory
        return query
    }

    /// The options that say the same.
    var options: [String] {
        var words: [String] = []
        if let assignee { words.append("--assignee \(assignee)") }
        if isUnassigned { words.append("--unassigned") }
        if let channel { words.append("--channel \(channel)") }
        if let brand { words.append("--brand \(brand)") }
        words += priorities.map { "--priority \($0.rawValue)" } + tags.map { "--tag \($0)" }
        if isOverdue { words.append("--overdue") }
        if includesHistory { words.append("--history") }
        return words
    }

    init() {}

    init(_ object: JSONObject) {
        assignee = object["assignee"]?.stringValue
        isUnassigned = object["unassigned"]?.boolValue ?? false
        channel = object["channel"]?.stringValue
        brand = object["brand"]?.stringValue
        priorities = object["priority"]?.arrayValue?.compactMap { $0.stringValue.flatMap(Priority.init) } ?? []
        tags = object["tag"]?.arrayValue?.compactMap(\.stringValue) ?? []
        isOverdue = object["overdue"]?.boolValue ?? false
        includesHistory = object["history"]?.boolValue ?? false
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("assignee", assignee)
        writer.field("unassigned", isUnassigned)
        writer.field("channel", channel)
        writer.field("brand", brand)
        writer.field("priority", priorities.map(\.rawValue))
        writer.field("tag", tags)
        writer.field("overdue", isOverdue)
        writer.field("history", includesHistory)
        writer.endObject()
    }
}

/// The filters that this user of the machine saved: one JSON object a line, with its name, in
/// `$XDG_CONFIG_HOME/cmcase/filters.ndjson` (`~/.config` where that is not set; XDG Base Directory Specification 0.8).
enum SavedFilters {
    /// Every saved filter, by name.
    static func all() throws -> [(name: String, filter: InboxFilter)] {
        let path: String = try path()
        guard access(path, F_OK) == 0 else { return [] }
        return try TextFile.read(path, limit: 1 << 20).utf8.split(separator: UInt8(ascii: "\n")).map { line in
            guard let object = try? JSONValue.parse(Array(line)).objectValue, let name = object["name"]?.stringValue,
                let filter = object["filter"]?.objectValue
            else { throw WrongCommand("\(path) has a line that is no filter; mend or remove the file") }
            return (name, InboxFilter(filter))
        }
    }

    static func filter(named name: String) throws -> InboxFilter {
        let all = try all()
        guard let found = all.first(where: { $0.name == name }) else {
            let names: String = all.map(\.name).joined(separator: ", ")
            throw WrongCommand(
                "there is no saved filter \(name); " + (names.isEmpty ? "--save keeps one" : "there are: \(names)"))
        }
        return found.filter
    }

    static func save(_ filter: InboxFilter, as name: String) throws {
        guard (1...64).contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { throw WrongCommand("a filter's name is one word of at most 64 bytes") }
        try write(try all().filter { $0.name != name } + [(name, filter)])
    }

    static func forget(_ name: String) throws {
        _ = try filter(named: name)
        try write(try all().filter { $0.name != name })
    }

    /// Writes the file beside and puts it into its place, so that no half of it ever stands there.
    private static func write(_ filters: [(name: String, filter: InboxFilter)]) throws {
        let path: String = try path()
        var writer = JSONWriter()
        var text: [UInt8] = []
        for (name, filter) in filters.sorted(by: { $0.name < $1.name }) {
            writer.removeAll()
            writer.beginObject()
            writer.field("name", name)
            writer.key("filter")
            filter.write(to: &writer)
            writer.endObject()
            text += writer.bytes + [UInt8(ascii: "\n")]
        }
        let new = path + ".new"
        let file: Int32 = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(new) }
        let written: Int = Glibc.write(file, text, text.count)
        guard close(file) == 0, written == text.count, rename(new, path) == 0 else {
            unlink(new)
            throw failure(path)
        }
    }

    private static func failure(_ path: String) -> WrongCommand {
        WrongCommand("\(path) can't be written: \(String(cString: strerror(errno)))")
    }

    private static func path() throws -> String {
        guard
            let base = StoreOptions.environment("XDG_CONFIG_HOME")
                ?? StoreOptions.environment("HOME").map({ $0 + "/.config" })
        else { throw WrongCommand("neither XDG_CONFIG_HOME nor HOME says where to keep filters; set one of them") }
        for folder in [base, base + "/cmcase"] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            throw failure(folder)
        }
        return base + "/cmcase/filters.ndjson"
    }
}
