import ArgumentParser
import CaseModel

/// In which language people read results. JSON and CSV are the same in every language.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "The language: en or es (default the configuration's, else the system's: LC_ALL, LC_MESSAGES, LANG).")
    var lang: Language?

    /// The language that was asked for, else the person's own, else the system's.
    ///
    /// - Throws: `WrongCommand` where the configuration names none that the program speaks.
    var language: Language {
        get throws {
            if let lang { return lang }
            guard let name = try Configuration.current().lang else { return Self.system }
            guard let language = Language(rawValue: name) else {
                throw WrongCommand("lang in the configuration is en or es; mend it, or give --lang")
            }
            return language
        }
    }

    /// Spanish where the system says so, else English (POSIX, section 8.2, for the order of the variables).
    private static var system: Language {
        let name: String? = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { StoreOptions.environment($0) }.first
        return name?.hasPrefix("es") == true ? .spanish : .english
    }
}

extension Language: ExpressibleByArgument {}
