import CaseDesk
import CaseModel
import Glibc
import ServiceLevels

/// Calendars and service levels by what people call them: a built-in name, a file, standard input, or what the house
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

    /// The text of a service level; without a name, of the one in force.
    func serviceLevel(_ source: String?) throws -> (text: String, source: String) {
        let name: String = source ?? shelf.serviceLevel(at: now).policy.name
        if let text = adopted(.serviceLevel, name) { return (text, name) }
        if name == ServiceLevelPolicy.standard.name { return (ServiceLevelPolicy.standardText, name) }
        return (try Self.file(name, limit: ServiceLevelPolicy.longest), name)
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
