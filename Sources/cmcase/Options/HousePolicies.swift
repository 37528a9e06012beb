import CaseDesk
import CaseModel
import Glibc
import Playbook
import ServiceLevels

/// Playbooks, calendars and service levels by what people call them: a built-in name, a file, standard input, or what the house
/// adopted.
struct HousePolicies {
    private let history: PolicyHistory
    private let shelf: PolicyShelf
    private let now: Timestamp

    /// Reads them from the store, where there is one.
    init(_ store: StoreOptions) throws {
        var history = PolicyHistory()
        if access(try store.path, F_OK) == 0 {
            let desk = try store.desk()
            defer { desk.close() }
            history = try desk.policies()
        }
        self.history = history
        shelf = try PolicyShelf(history)
        now = StoreOptions.now()
    }

    /// The text of a calendar; without a name, of the one in which the present service level tells its times.
    func calendar(_ source: String?) throws -> (text: String, source: String) {
        let name: String = source ?? shelf.serviceLevel(at: now).time.calendar.name
        if let text = adopted(.calendar, name) { return (text, name) }
        if WorkingCalendar.builtInNames.contains(name) { return (WorkingCalendar.alwaysText, name) }
        return (try Self.file(name, limit: WorkingCalendar.longest), name)
    }

    /// The adopted calendars in which the present service level doesn't tell its times.
    var idleCalendars: [String] {
        let used: String = shelf.serviceLevel(at: now).policy.calendar
        return Set(history.adopted.filter { $0.kind == .calendar }.map(\.policy.name)).subtracting([used]).sorted()
    }

    /// The text of a service level; without a name, of the one in force.
    func serviceLevel(_ source: String?) throws -> (text: String, source: String) {
        let name: String = source ?? shelf.serviceLevel(at: now).policy.name
        if let text = adopted(.serviceLevel, name) { return (text, name) }
        if name == ServiceLevelPolicy.standard.name { return (ServiceLevelPolicy.standardText, name) }
        return (try Self.file(name, limit: ServiceLevelPolicy.longest), name)
    }

    /// The text of a playbook; without a name, of the one that a case opening now would run under.
    func playbook(_ source: String?) throws -> (text: String, source: String) {
        guard let name = source ?? history.inForce(.playbook, at: now)?.policy.name else {
            return (BuiltInPlaybook.communityManager.yaml, BuiltInPlaybook.communityManager.rawValue)
        }
        if let text = adopted(.playbook, name) { return (text, name) }
        if let builtIn = BuiltInPlaybook(rawValue: name) { return (builtIn.yaml, name) }
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name == "-" || access(name, F_OK) == 0 else {
            let builtIn: String = BuiltInPlaybook.allCases.map(\.rawValue).joined(separator: ", ")
            let names: Set<String> = Set(history.adopted.filter { $0.kind == .playbook }.map(\.policy.name))
            let adopted: String = names.isEmpty ? "" : "; adopted are \(names.sorted().joined(separator: ", "))"
            throw WrongCommand(
                "there is no playbook \(name); built in are \(builtIn)\(adopted), or name a YAML file")
        }
        return (try Self.file(name, limit: 1 << 20), name)
    }

    private func adopted(_ kind: PolicyKind, _ name: String) -> String? {
        let versions = history.adopted.filter { $0.kind == kind && $0.policy.name == name }
        return (versions.inForce(kind, at: now) ?? versions.first).flatMap { history.texts[$0.position] }
    }

    /// The text of a file, or of standard input for `-`.
    static func file(_ path: String, limit: Int) throws -> String {
        try TextFile.read(path == "-" ? "/dev/stdin" : path, limit: limit)
    }
}
