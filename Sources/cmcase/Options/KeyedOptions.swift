import ArgumentParser

/// What goes with every command on a person, an incident or an event: when, who, why, under which key, into which
/// store.
struct KeyedOptions: ParsableArguments {
    @OptionGroup var decision: DecisionOptions

    @OptionGroup private var sent: KeyOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    /// The key that somebody gave the command.
    var key: String? { sent.key }
}

/// By what a command is known when it is sent again.
struct KeyOptions: ParsableArguments {
    @Option(name: .long, help: "A key of your own: the same key again records nothing.")
    var key: String?
}
