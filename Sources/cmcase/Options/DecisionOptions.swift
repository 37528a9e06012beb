import ArgumentParser
import CaseModel

/// What goes with every command on a person: when, who, and by or against which rule.
struct DecisionOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            When it happened (default now), as in 2026-03-02T10:15:00+01:00; without an offset in --tz, and of an hour that \
            the clock shows twice the first: write the offset for the second.
            """)
    var at: String?

    @Option(name: .long, help: "The playbook's rule that advised it.")
    var rule: String?

    @Option(name: .long, help: "Why the playbook's rule was not followed.")
    var override: String?

    @Option(name: .long, help: "Why, in words; it never leaves the house.")
    var note: String?

    @OptionGroup var actor: ActorOptions

    func context(_ output: OutputOptions) throws -> CommandContext {
        CommandContext(
            at: try at.map { try output.time($0, option: "--at") } ?? StoreOptions.now(), rule: rule,
            override: override, note: note)
    }
}
