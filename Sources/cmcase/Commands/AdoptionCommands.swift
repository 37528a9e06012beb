import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import ServiceLevels
import Terminal
import Wording

/// From when on a policy is in force, and who adopts it.
struct AdoptionOptions: ParsableArguments {
    @Option(name: .long, help: "Cases that open at or after this time run under it (default now).")
    var effectiveFrom: String?

    @OptionGroup var actor: ActorOptions
    @OptionGroup var sent: KeyOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    /// Adopts a policy and says so.
    ///
    /// - Parameter remark: what is to be said of it beside, for people.
    func adopt(
        _ body: (CaseDesk, Timestamp?, Actor, String?) throws -> AdoptionReceipt,
        remark: (AdoptedPolicy, PolicyShelf, ReceiptWords) -> String? = { _, _, _ in nil }
    ) throws {
        let from: Timestamp? = try effectiveFrom.map { try output.time($0, option: "--effective-from") }
        let desk = try store.desk(.write)
        defer { desk.close() }
        let receipt = try body(desk, from, try actor.value(), sent.key)
        let adopted: AdoptedPolicy = receipt.adopted
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                writer.field("name", adopted.policy.name)
                writer.field("version", adopted.policy.version)
                writer.field("effectiveFrom", adopted.policy.effectiveFrom)
                writer.field("sha256", adopted.policy.sha256)
                writer.field("position", adopted.position.rawValue)
                writer.field("known", receipt.wasKnown)
                writer.endObject()
            }
            return
        }
        let times = try output.times()
        let words = ReceiptWords(try output.language)
        StandardOutput.line(
            words.adopted(
                SafeText.safe(adopted.policy.name), SafeText.safe(adopted.policy.version), at: adopted.position,
                from: times.time(adopted.policy.effectiveFrom.microseconds), wasKnown: receipt.wasKnown))
        let shelf = try PolicyShelf(desk.policies())
        if let remark = remark(adopted, shelf, words) { StandardOutput.line(remark) }
    }
}

/// `cmcase calendar adopt`
struct CalendarAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Let a calendar tell the working time of cases that open from now on.",
        discussion: """
            Example: cmcase calendar show --yaml | cmcase calendar adopt -

            It is recorded with its text and its holidays. A service level names the calendar in which it tells its times: \
            until the one in force names this calendar, no deadline runs by it.
            """)

    @Argument(help: "The calendar's file, or - for standard input.")
    var file: String

    @OptionGroup var calendar: CalendarOptions
    @OptionGroup var adoption: AdoptionOptions

    func run() throws {
        let yaml: String = try HousePolicies.file(file, limit: WorkingCalendar.longest)
        let text = try calendar.adding(to: yaml, of: file)
        try adoption.adopt { desk, from, actor, key in
            try desk.adoptCalendar(text, source: file, effectiveFrom: from, by: actor, key: key)
        } remark: { adopted, shelf, words in
            let level = shelf.serviceLevel(at: adopted.policy.effectiveFrom)
            guard level.policy.calendar != adopted.policy.name else { return nil }
            return words.unused(
                calendar: adopted.policy.name, by: level.policy.name, level.policy.version, of: level.policy.calendar)
        }
    }
}

/// `cmcase service-level adopt`
struct ServiceLevelAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Promise a service level to the cases that open from now on.",
        discussion: """
            Example: cmcase service-level show --yaml | cmcase service-level adopt -

            It is recorded with its text. A case keeps the version in force when it opened. One without targets promises \
            nothing.
            """)

    @Argument(help: "The service level's file, or - for standard input.")
    var file: String

    @OptionGroup var adoption: AdoptionOptions

    func run() throws {
        let text: String = try HousePolicies.file(file, limit: ServiceLevelPolicy.longest)
        try adoption.adopt { desk, from, actor, key in
            try desk.adoptServiceLevel(text, source: file, effectiveFrom: from, by: actor, key: key)
        }
    }
}
