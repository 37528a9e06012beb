import ArgumentParser
import CaseModel

/// `cmcase case follow-up …`
struct CaseFollowUpGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Plan to look again at a case, or record what looking found (S18).",
        subcommands: [
            CaseFollowUpScheduleCommand.self, CaseFollowUpDoneCommand.self, CaseFollowUpCancelCommand.self,
        ])
}

/// `cmcase case follow-up schedule`
struct CaseFollowUpScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Plan to look again; it replaces the usual one of an ended case.",
        discussion: "Example: cmcase case follow-up schedule 1 --due 3d --purpose evolution")

    @OptionGroup var on: CaseOptions

    @Option(name: .long, help: "A time, or so long from now: 3d.")
    var due: String

    @Option(name: .long, help: "What it looks for: recurrence or evolution.")
    var purpose: FollowUpPurpose

    func run() throws { try on.record(.scheduleFollowUp(due: try on.later(due, "--due"), purpose)) }
}

/// `cmcase case follow-up done`
struct CaseFollowUpDoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "Record what looking again found.",
        discussion: "Example: cmcase case follow-up done 225 quiet")

    @OptionGroup var on: CaseOptions

    @Argument(help: "quiet, recurrence, improved or worse.")
    var finding: FollowUpFinding

    @Option(name: .long, help: "Which one (default the earliest due).")
    var followUp: Int64?

    func run() throws { try on.record(.completeFollowUp(followUp, finding, note: on.note)) }
}

/// `cmcase case follow-up cancel`
struct CaseFollowUpCancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Drop a follow-up; an ended case keeps at least one.",
        discussion: "Example: cmcase case guide 1 There && cmcase case follow-up cancel 1")

    @OptionGroup var on: CaseOptions

    @Option(name: .long, help: "Which one (default the earliest due).")
    var followUp: Int64?

    func run() throws { try on.record(.cancelFollowUp(followUp, reason: on.note)) }
}
