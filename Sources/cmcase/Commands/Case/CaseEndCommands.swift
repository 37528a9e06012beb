import ArgumentParser
import CaseDesk
import CaseModel

/// `cmcase case resolve`
struct CaseResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "End the matter, or one of its issues.",
        discussion: """
            Example: cmcase case resolve 1 favourable --solved yes --confirmed-by agent

            Somebody looks again (S18): when the playbook of the case says (solved: evolution; partly or not: sooner), or \
            when --follow-up says; --follow-up none wants --override. This follow-up takes the place of those that are open.
            """)

    @OptionGroup var on: CaseOptions

    @Argument(help: "favourable or unfavourable, for the image of the brand.")
    var outcome: Outcome

    @Option(name: .long, help: "Whether the problem is gone: yes, partly or no.")
    var solved: Solved

    @Option(name: .long, help: "Who says so: customer, agent or silence.")
    var confirmedBy: Confirmation

    @Option(name: .long, help: "Only this issue: product or brand.")
    var issue: Target?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try on.record(
            .resolve(
                outcome: outcome, solved: solved, issues: issue.map { TargetSet([$0]) } ?? [],
                confirmedBy: confirmedBy, note: on.note, followUp: try watch.plan(on.recording)))
    }
}

/// When somebody looks again at a case that ends.
struct WatchOptions: ParsableArguments {
    @Option(name: .long, help: "When somebody looks again: a time, so long from now as in 7d, or none.")
    var followUp: String?

    @Option(name: .long, help: "What it looks for: recurrence or evolution.")
    var followUpPurpose: FollowUpPurpose?

    func plan(_ recording: RecordingOptions) throws -> FollowUpPlan {
        try recording.followUpPlan(followUp, followUpPurpose)
    }
}

/// `cmcase case publish`
struct CasePublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Record that others can see how the matter ended (S16).",
        discussion: """
            Example: cmcase case publish 113

            Only what ended favourably; a private matter with the person's consent. Else --override says why.
            """)

    @OptionGroup var on: CaseOptions

    func run() throws { try on.record(.publish(note: on.note)) }
}

/// `cmcase case dismiss`
struct CaseDismissCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Let the matter be; it is still watched (S12, S18).",
        discussion: """
            Example: cmcase case dismiss 1 off-topic

            Somebody looks again: when the playbook of the case says (recurrence), or when --follow-up says; --follow-up \
            none wants --override.
            """)

    @OptionGroup var on: CaseOptions

    @Argument(help: "troll, spam, off-topic or duplicate.")
    var ground: DismissalGround

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try on.record(.dismiss(ground, reason: on.note, followUp: try watch.plan(on.recording)))
    }
}

/// `cmcase case reopen`
struct CaseReopenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Take an ended case up again: a new episode begins.",
        discussion: "Example: cmcase case dismiss 1 spam && cmcase case reopen 1")

    @OptionGroup var on: CaseOptions

    @Option(name: .long, help: "What brought it back: mention, person, decision or follow-up.")
    var because: ReopeningTrigger = .decision

    func run() throws { try on.record(.reopen(because, reason: on.note)) }
}

/// `cmcase case close`
struct CaseCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Stop watching a case that has ended and was looked at since.",
        discussion: "Example: cmcase case follow-up done 225 quiet && cmcase case close 225")

    @OptionGroup var on: CaseOptions

    func run() throws { try on.record(.close(reason: on.note)) }
}

/// `cmcase case merge`
struct CaseMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Let one case go on in another of the same person.",
        discussion: """
            Example: cmcase case merge 216 34

            Nothing is deleted, and `cmcase case unmerge` takes it back.
            """)

    @Argument(help: "The case that goes on in the other.")
    var from: String

    @Argument(help: "The case it goes on in.")
    var into: String

    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let (from, into) = (try CaseReference.parsing(from), try CaseReference.parsing(into))
        try recording.record { _ in .merge(from: from, into: into, reason: recording.decision.note) }
    }
}

/// `cmcase case unmerge`
struct CaseUnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Let a merged case go on by itself again.",
        discussion: "Example: cmcase case merge 216 34 && cmcase case unmerge 216")

    @Argument(help: "The case that was merged.")
    var from: String

    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let from = try CaseReference.parsing(from)
        try recording.record { _ in .unmerge(from: from, into: nil, reason: recording.decision.note) }
    }
}
