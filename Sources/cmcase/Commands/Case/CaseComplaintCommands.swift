import ArgumentParser
import CaseModel

/// `cmcase case acknowledge`
struct CaseAcknowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Record that the person was told their complaint is heard.",
        discussion: "Example: cmcase case acknowledge 1")

    @OptionGroup var on: CaseOptions

    func run() throws { try on.record(.acknowledge(note: on.note)) }
}

/// `cmcase case investigate`
struct CaseInvestigateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "investigate", abstract: "Record what looking into the author found (S11).",
        discussion: "Example: cmcase case investigate 1 \"A regular\" --source public-profile")

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    @Option(name: .long, help: "Where you looked: own-history (default) or public-profile; can be repeated.")
    var source: [InvestigationSource] = [.ownHistory]

    func run() throws {
        let typed = try text.optional()
        try on.record(.investigate(source, finding: typed?.text ?? on.note), typed: typed)
    }
}

/// `cmcase case assess`
struct CaseAssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Judge whether a complaint about the brand has a reason to be (S10).",
        discussion: """
            Example: cmcase case investigate 218 && cmcase case assess 218 founded

            Whoever complains is looked into first: cmcase case investigate.
            """)

    enum Verdict: String, ExpressibleByArgument, CaseIterable {
        case founded
        case notFounded = "not-founded"
    }

    @OptionGroup var on: CaseOptions

    @Argument(help: "founded (even a little), or not-founded.")
    var verdict: Verdict

    @Option(name: .long, help: "A reason it has, as a code; can be repeated.")
    var ground: [String] = []

    @Option(name: .long, help: "What was seen for or against it, as a code; can be repeated.")
    var signal: [String] = []

    func run() throws {
        try on.record(.assess(founded: verdict == .founded, grounds: ground, signals: signal, note: on.note))
    }
}

/// `cmcase case forecast`
struct CaseForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Say how the matter will probably end (S16, S17).",
        discussion: "Example: cmcase case forecast 1 favourable")

    @OptionGroup var on: CaseOptions

    @Argument(help: "favourable, unfavourable or unknown.")
    var forecast: Forecast

    @Option(name: .long, help: "Why, as a code.")
    var basis: String?

    func run() throws { try on.record(.forecast(forecast, basis: basis, note: on.note)) }
}

/// `cmcase case identify`
struct CaseIdentifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify", abstract: "Record what exactly the problem is (S13).",
        discussion: "Example: cmcase case identify 1 late-train")

    @OptionGroup var on: CaseOptions

    @Argument(help: "The cause, as a code.")
    var cause: String

    @OptionGroup var text: TextOptions

    @Option(name: .long, help: "The product or service.")
    var product: String?

    @Option(name: .long, help: "low, medium, high or critical.")
    var severity: Severity?

    func run() throws {
        let typed = try text.optional()
        try on.record(
            .identifyProblem(
                cause: cause, product: product, severity: severity, description: typed?.text ?? on.note),
            typed: typed)
    }
}

/// `cmcase case explain`
struct CaseExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Record that the person was told what will be done (S14).",
        discussion: """
            Example: cmcase case identify 1 late && cmcase case explain 1 Soon --by 3d

            What will be done is explained once it is known what the problem is: cmcase case identify.
            """)

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    @Option(name: .long, help: "By when it was promised: a time, or so long from now: 3d.")
    var by: String?

    func run() throws {
        let typed = try on.words(text, "what the person was told")
        try on.record(.explainPlan(typed.text, by: try by.map { try on.later($0, "--by") }), typed: typed)
    }
}

/// `cmcase case help`
struct CaseHelpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "Record that we helped with the product ourselves (S7).",
        discussion: "Example: cmcase case help 1 \"Sent a new one\"")

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    func run() throws {
        let typed = try text.optional()
        try on.record(.help(typed?.text ?? on.note), typed: typed)
    }
}

/// `cmcase case guide`
struct CaseGuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "Record whom and which steps we pointed the person to (S8).",
        discussion: """
            Example: cmcase case guide 1 "Ask the town hall" --follow-up 5d

            We stay involved (S9): a follow-up is planned with it, when the playbook of the case says (guidance), or when \
            --follow-up says.
            """)

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    @Option(name: .long, help: "When we ask how it went: a time, or so long from now: 5d.")
    var followUp: String?

    func run() throws {
        let typed = try on.words(text, "whom to contact and which steps to take")
        try on.record(
            .guide(typed.text, followUpAt: try followUp.map { try on.later($0, "--follow-up") }), typed: typed)
    }
}

/// `cmcase case escalate`
struct CaseEscalateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalate", abstract: "Bring in somebody with more say.",
        discussion: "Example: cmcase case escalate 1 legal --level 2")

    @OptionGroup var on: CaseOptions

    @Argument(help: "A person's or a team's working name.")
    var to: String

    @Option(name: .long, help: "From 1 to 4, the gravest.")
    var level: Int64 = 1

    func run() throws { try on.record(.escalate(to: to, level: level, reason: on.note)) }
}
