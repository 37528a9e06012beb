import ArgumentParser
import CaseModel

/// `cmcase case assign`
struct CaseAssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a case to somebody of the house.",
        discussion: "Example: cmcase case assign 1 ana")

    @OptionGroup var on: CaseOptions

    @Argument(help: "A person's or a team's working name.")
    var to: String

    func run() throws { try on.record(.assign(to: to, note: on.note)) }
}

/// `cmcase case unassign`
struct CaseUnassignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unassign", abstract: "Take a case from whoever has it.",
        discussion: "Example: cmcase case assign 1 ana && cmcase case unassign 1")

    @OptionGroup var on: CaseOptions

    func run() throws { try on.record(.unassign(note: on.note)) }
}

/// `cmcase case prioritise`
struct CasePrioritiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prioritise", abstract: "Say how urgent a case is.",
        discussion: "Example: cmcase case prioritise 1 urgent")

    @OptionGroup var on: CaseOptions

    @Argument(help: "low, normal, high or urgent.")
    var priority: Priority

    func run() throws { try on.record(.prioritise(priority, reason: on.note)) }
}

/// `cmcase case tag`
struct CaseTagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Give a case a word of the house's own to be found by.",
        discussion: "Example: cmcase case tag 1 press")

    @OptionGroup var on: CaseOptions

    @Argument(help: "One lower-case word.")
    var tag: String

    func run() throws { try on.record(.tag(tag.lowercased())) }
}

/// `cmcase case untag`
struct CaseUntagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untag", abstract: "Take a tag away.",
        discussion: "Example: cmcase case tag 1 press && cmcase case untag 1 press")

    @OptionGroup var on: CaseOptions

    @Argument(help: "The tag.")
    var tag: String

    func run() throws { try on.record(.untag(tag.lowercased())) }
}

/// `cmcase case note`
struct CaseNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write something down for the house; it never leaves it.",
        discussion: "Example: cmcase case note 1 \"Call back on Monday\"")

    @OptionGroup var on: CaseOptions
    @OptionGroup var text: TextOptions

    func run() throws {
        let typed = try on.words(text, "what is to be noted")
        try on.record(.note(typed.text), typed: typed)
    }
}

/// `cmcase case snooze`
struct CaseSnoozeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze", abstract: "Put a case out of sight for a while.",
        discussion: """
            Example: cmcase case snooze 1 --until 3d

            It comes back by itself, and earlier where the person writes, unless --through-replies says otherwise. Its \
            follow-ups stay.
            """)

    @OptionGroup var on: CaseOptions

    @Option(name: .long, help: "A time, or so long from now: 4h, 3d.")
    var until: String

    @Flag(name: .long, help: "Stay out of sight though the person writes.")
    var throughReplies = false

    func run() throws {
        try on.record(
            .snooze(
                until: try on.later(until, "--until", isDeadline: false), wakesOnReply: !throughReplies, reason: on.note
            ))
    }
}

/// `cmcase case wake`
struct CaseWakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wake", abstract: "Put a snoozed case back in sight.",
        discussion: "Example: cmcase case snooze 1 --until 3d && cmcase case wake 1")

    @OptionGroup var on: CaseOptions

    func run() throws { try on.record(.wake(reason: on.note)) }
}
