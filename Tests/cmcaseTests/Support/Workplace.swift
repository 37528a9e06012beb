import Foundation
import Testing

/// A folder of a test's own with a store in it, removed when the test lets go of it.
final class Workplace: Sendable {
    let folder: String
    var store: String { folder + "/cmcase.db" }

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "cmcase-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    func bytes(of name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path(name)))) }

    func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    // MARK: Running

    /// Runs the program to its end.
    func run(_ arguments: String..., input: String = "/dev/null", environment: [String: String] = [:]) throws
        -> Program.Ending
    {
        try run(arguments, input: input, environment: environment)
    }

    /// Runs the program to its end.
    func run(_ arguments: [String], input: String = "/dev/null", environment: [String: String] = [:]) throws
        -> Program.Ending
    {
        try Program.start(
            Program.path, arguments, Program.Circumstances(folder: folder, input: input, environment: environment)
        ).ending()
    }

    /// Runs the program, which must say that all went well, and returns what it printed.
    @discardableResult
    func done(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String {
        let ending = try Program.start(Program.path, arguments, Program.Circumstances(folder: folder)).ending()
        #expect(ending.code == 0, "\(arguments): \(ending.errors)", sourceLocation: location)
        return ending.output
    }

    /// Runs a line of shell.
    func shell(_ line: String, environment: [String: String] = [:]) throws -> Program.Ending {
        try Program.start(
            "/bin/sh", ["-c", line], Program.Circumstances(folder: folder, environment: environment)
        ).ending()
    }

    /// Runs statements in the stock shell of SQLite.
    func sqlite(_ statements: String) throws -> Program.Ending {
        try Program.start("/usr/bin/sqlite3", [store, statements], Program.Circumstances(folder: folder)).ending()
    }

    static let hasSQLiteShell: Bool = access("/usr/bin/sqlite3", X_OK) == 0

    /// Runs a question with `--json` and reads the answer, which must be one object and nothing else.
    func question(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
        let ending = try Program.start(
            Program.path, arguments + ["--json"], Program.Circumstances(folder: folder)
        ).ending()
        let value: Any = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        return try #require(value as? [String: Any], "\(arguments): \(ending.errors)", sourceLocation: location)
    }

    // MARK: What stands in a store

    /// Every case by number, without the codes that are random.
    func cases() throws -> String {
        let value = try question("cases", "--sort", "number", "--ascending", "--merged")
        let cases = try #require(value["cases"] as? [[String: Any]])
        let plain: [[String: Any]] = cases.map { listing in
            listing.filter { !["tracking", "root"].contains($0.key) }
        }
        let data = try JSONSerialization.data(withJSONObject: plain, options: [.sortedKeys, .prettyPrinted])
        return String(decoding: data, as: UTF8.self)
    }

    /// The shipped sample.
    static let sample: String = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.appending(path: "Scripts/sample").path()
    }()
}
