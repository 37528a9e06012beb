import Foundation
import Testing

/// Reads the import lines of all sources: a room imports only what lies below it. `Scripts/imports` prints the graph.
@Suite("What each room imports")
struct ImportDirectionTests {
    private static let sources: URL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// What each room may import of the project. A new room gets a line here.
    private static let allowed: [String: Set<String>] = [
        "Basics": [], "Threads": [], "YAML": ["Basics"], "JSON": ["Basics"], "Terminal": ["Basics"],
        "SQLite": ["CSQLite"], "CaseModel": ["Basics", "JSON"], "Measures": ["Basics", "CaseModel"],
        "ServiceLevels": ["Basics", "CaseModel", "YAML"], "Playbook": ["Basics", "CaseModel", "YAML"],
        "Intake": ["Basics", "CaseModel", "JSON", "YAML"],
        "EventStore": ["Basics", "SQLite", "Threads", "Migrations"],
        "Projections": ["Basics", "CaseModel", "EventStore", "JSON", "SQLite", "Threads"],
        "Wording": ["Basics", "CaseModel", "Measures", "Playbook", "ServiceLevels", "Terminal"],
        "CaseDesk": [
            "Basics", "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook", "Projections",
            "ServiceLevels",
            "Threads",
        ],
        "cmcase": [
            "Basics", "CaseDesk", "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook", "Projections",
            "ServiceLevels", "Terminal", "Wording", "YAML",
        ],
        "workbench": ["Basics", "CaseDesk", "CaseModel", "Intake", "JSON", "Playbook", "ServiceLevels"],
    ]

    /// Each source file with its room and its text.
    private static func files() throws -> [(room: String, name: String, text: String)] {
        let manager = FileManager.default
        var found: [(room: String, name: String, text: String)] = []
        for room in try manager.contentsOfDirectory(atPath: sources.path()).sorted() {
            let folder: URL = sources.appending(path: room)
            for case let path as String in manager.enumerator(atPath: folder.path()) ?? .init()
            where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                found.append((room, "\(room)/\(path)", text))
            }
        }
        return found
    }

    @Test("lies below it; the core and the program import no Foundation")
    func direction() throws {
        let files = try Self.files()
        #expect(files.count > 400)
        for (room, name, text) in files {
            let allowed: Set<String> = try #require(Self.allowed[room], "\(room) has no line in this test")
            for line in text.split(separator: "\n") {
                let words: [Substring] = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place < 2, words.count > place + 1 else { continue }
                let module = String(words[place + 1])
                #expect(module != "Foundation", "\(name)")
                let isOurs: Bool = Self.allowed[module] != nil || module == "Migrations" || module == "CSQLite"
                #expect(!isOurs || allowed.contains(module), "\(name) imports \(module)")
            }
        }
    }

    @Test("SQL stands with the owner of its table: in the log, and in the projections")
    func statements() throws {
        let rooms: Set<String> = ["SQLite", "EventStore", "Projections"]
        for (room, name, text) in try Self.files() where !rooms.contains(room) {
            #expect(!text.contains("SELECT "), "\(name)")
        }
    }
}
