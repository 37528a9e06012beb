import ArgumentParser
import CaseDesk
import CaseModel
import Terminal

/// Which case a command is about, and what goes with every such command.
struct CaseOptions: ParsableArguments {
    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @OptionGroup var recording: RecordingOptions

    /// Carries a command on the case out and prints what it recorded.
    ///
    /// - Parameter mention: the mention it concerns; where none is named, the one that names the case.
    func record(_ command: CaseCommand, mention: String? = nil, typed: TypedText? = nil) throws {
        try recording.record(typed: typed) { desk in
            let reference = try CaseReference.parsing(reference)
            let concerned: CaseReference = try mention.map { try CaseReference.parsing($0) } ?? reference
            return .onCase(reference, command, mention: desk.messageKey(concerned))
        }
    }

    /// The words a command wants, and, where somebody sits over them, the version of the case they decide on.
    func words(_ text: TextOptions, _ wanted: String) throws -> TypedText {
        let version: Int64? = try? recording.version(of: CaseReference.parsing(reference))
        var typed: TypedText = try text.required(wanted)
        if typed.wasEdited { typed.version = version }
        return typed
    }

    /// The time of a later moment, as in 2026-03-02T10:15 or 7d.
    func later(_ text: String, _ option: String, isDeadline: Bool = true) throws -> Timestamp {
        try recording.later(text, option, isDeadline: isDeadline)
    }

    var note: String? { recording.decision.note }
}

/// What goes with every command on a case: when, who, why, on which version, into which store.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var decision: DecisionOptions

    @Option(name: .long, help: "The version of the case you looked at; refused where it has moved on since.")
    var expecting: Int64?

    @OptionGroup private var sent: KeyOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    /// The key that somebody gave the command.
    var key: String? { sent.key }

    func at() throws -> Timestamp { try decision.context(output).at }

    /// Carries a command out and prints what it recorded. Where it is not recorded, what was typed is kept.
    func record(typed: TypedText? = nil, _ command: (CaseDesk) throws -> DeskCommand) throws {
        do {
            let desk = try store.desk(.write)
            defer { desk.close() }
            let receipt = try desk.carryOut(
                try command(desk), try decision.context(output), by: try decision.actor.value(), key: key,
                expecting: expecting ?? typed?.version)
            if output.json {
                StandardOutput.json { receipt.write(to: &$0) }
            } else {
                receipt.printText(try output.times(), try output.language)
            }
        } catch {
            if let typed, Self.isKept(typed, error), let path = typed.keep() {
                StandardError.line("cmcase: what you wrote is kept in \(path)")
            }
            throw error
        }
    }

    /// Words stay where they came from, unless that is nowhere; where somebody was faster, they are kept all the same.
    private static func isKept(_ typed: TypedText, _ error: any Error) -> Bool {
        if case DeskError.refused(let refusal) = error, refusal.code == .movedOn { return true }
        return typed.isKept
    }

    func version(of reference: CaseReference) throws -> Int64 {
        let desk = try store.desk()
        defer { desk.close() }
        return try desk.version(of: reference)
    }

    /// A moment: a time, or so long after the command's own time: 30m, 4h, 7d, 2w.
    func later(_ text: String, _ option: String, isDeadline: Bool = true) throws -> Timestamp {
        try output.time(text, after: try at(), option: option, isDeadline: isDeadline)
    }

    /// A plan to look again: `none`, a time, or so long from now.
    func followUpPlan(_ text: String?, _ purpose: FollowUpPurpose?) throws -> FollowUpPlan {
        guard let text else {
            if purpose != nil { throw WrongCommand("--follow-up-purpose wants --follow-up: when it is due") }
            return .usual
        }
        return text == "none" ? .unplanned : .at(try later(text, "--follow-up"), purpose)
    }
}
