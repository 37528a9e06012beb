import CaseDesk
import TestSupport

/// An empty store to copy: ids have the same keys in every copy, so that stores can be compared.
struct StoreTemplate {
    private let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("empty.db")
        let clock = TestClock()
        try CaseDesk(store: path, access: .create) { clock.now }.close()
    }

    /// The state of all cases after an import of its own for each part.
    ///
    /// - Throws: `NotWhatTheLogSays` where a replay ends in other rows.
    func facts(of parts: [[Message]]) throws -> [String: CaseFacts] {
        let desk = try TestDesk(copying: path)
        for part in parts {
            try desk.take(part)
            desk.clock.advance(hours: 1)
        }
        let differences: [String] = try desk.differences()
        guard differences.isEmpty else { throw NotWhatTheLogSays(differences: differences) }
        return try desk.facts()
    }

    struct NotWhatTheLogSays: Error {
        var differences: [String]
    }
}
