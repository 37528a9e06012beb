import ArgumentParser
import CaseModel

/// In which language results are written.
struct LanguageOptions: ParsableArguments {
    @Option(name: .long, help: "The language: en or es (default the system's, by LC_ALL, LC_MESSAGES or LANG).")
    var lang: Language?

    var language: Language { lang ?? Self.system }

    /// Spanish where the system says so, else English (POSIX, section 8.2, for the order of the variables).
    private static var system: Language {
        let name: String? = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { StoreOptions.environment($0) }.first
        return name?.hasPrefix("es") == true ? .spanish : .english
    }
}

extension Language: ExpressibleByArgument {}
