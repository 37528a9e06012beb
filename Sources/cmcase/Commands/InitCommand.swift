import ArgumentParser
import CaseDesk
import JSON
import Terminal
import Wording

/// `cmcase init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new, empty store.",
        discussion: "Example: cmcase init --store cmcase.db")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        if let desk = try? store.desk(.read) {
            desk.close()
            throw WrongCommand("\(try store.path) is a store already; nothing was changed")
        }
        let desk = try store.desk(.create)
        defer { desk.close() }
        // Somebody else may have made it at this very moment.
        guard desk.wasMade else {
            throw WrongCommand("\(try store.path) is a store already; nothing was changed")
        }
        try desk.makeTables()
        let path: String = try store.path
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                writer.field("store", path)
                writer.endObject()
            }
        } else {
            StandardOutput.line(ReceiptWords(try output.language).madeStore(SafeText.safe(path)))
        }
    }
}
