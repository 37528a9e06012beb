import ArgumentParser
import CaseDesk
import Terminal
import Wording

/// `cmcase init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new, empty store.",
        discussion: "Example: cmcase init --store cmcase.db")

    @OptionGroup var store: StoreOptions
    @OptionGroup var chosen: LanguageOptions

    func run() throws {
        if let desk = try? store.desk(.read) {
            desk.close()
            throw WrongCommand("\(try store.path) is a store already; nothing was changed")
        }
        let desk = try store.desk(.create)
        desk.close()
        StandardOutput.line(ReceiptWords(try chosen.language).madeStore(SafeText.safe(try store.path)))
    }
}
