internal import CaseModel
internal import EventStore
internal import Projections

/// A command of whatever kind as the gate sees it: on a case, a person, an incident, an event, an import, a policy, or what
/// time brought about.
protocol HouseCommand: Sendable {
    associatedtype Receipt: RecordedReceipt

    /// What makes it the same command when it is sent again.
    func identity(_ context: CommandContext) -> CommandIdentity
    /// The key under which a network knows what it records, whoever tells us of it first.
    var networkKey: SourceKey? { get }
    /// When it says that something happened, besides the time that goes with every command.
    var happenedAt: [Timestamp] { get }
    /// The one case that it is about, as that goes on; nil where it is about none, or about several.
    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState?
    /// What was recorded before under its key; nil where the command finds that out by itself.
    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> Receipt?
    /// Decides on the present state, and records.
    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> Receipt
}

extension HouseCommand {
    var networkKey: SourceKey? { nil }
    var happenedAt: [Timestamp] { [] }
    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState? { nil }
}

/// What a command recorded, or had recorded before.
protocol RecordedReceipt: Sendable {
    /// Where its events stand; nil where it came to none.
    var recorded: ClosedRange<Int64>? { get }
}

/// What goes with a command of whatever kind.
struct SentWith {
    var context: CommandContext
    var key: CommandKey?
    /// The version that the case had when the person looked at it; nil not to check.
    var expecting: Int64?
}

/// A command that passed the gate. Nothing else makes one, so that no command is recorded which did not.
struct PassedCommand {
    let context: CommandContext
    let key: CommandKey?
    /// The case that it is about, as the command itself named it.
    let subject: CaseState?

    fileprivate init(_ sent: SentWith, key: CommandKey?, subject: CaseState?) {
        context = sent.context
        self.key = key
        self.subject = subject
    }
}

extension CaseDesk {
    /// Sends one command through the gate. Durable when it returns.
    ///
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    func send<C: HouseCommand>(
        _ command: C, _ context: CommandContext, by actor: Actor, key: String? = nil, expecting: Int64? = nil
    ) throws -> C.Receipt {
        try write(by: actor, now: clock()) { session in
            try pass(command, SentWith(context: context, key: commandKey(key), expecting: expecting), session)
        }
    }

    /// The gate: the one way of every command, alone or in a file, to be recorded. What all of them obey stands here: the
    /// same command again is recorded once, nothing has happened in the future, the case is what the person looked at, the
    /// rule is one of the playbook. What people wrote beside it is kept by `Session.record(_:_:)`, which asks for a command
    /// that has passed. O(log n), and O(messages of the case).
    func pass<C: HouseCommand>(_ command: C, _ sent: SentWith, _ session: Session) throws -> C.Receipt {
        let context: CommandContext = sent.context
        let identity: CommandIdentity = command.identity(context)
        let key: CommandKey? = command.networkKey.map { CommandKey(key: $0, isChosen: false) } ?? sent.key
        if let positions = try recorded(under: key, identity),
            let receipt = try command.known(positions, context, self, session)
        {
            return receipt
        }
        for time in [context.at] + command.happenedAt {
            try CaseDecider.refuseIfInTheFuture(time, now: session.now)
        }
        let subject: CaseState? = try command.subject(self, session)
        try refuseIfMovedOn(subject, sent.expecting, session)
        try refuseUnknownRule(context, of: subject)
        let receipt = try command.carryOut(PassedCommand(sent, key: key, subject: subject), self, session)
        if let recorded = receipt.recorded { try keep(key, identity, for: recorded, session) }
        return receipt
    }
}

extension Session {
    /// Records what a command that passed the gate comes to, as one batch, and folds it. What its sender wrote beside it,
    /// and no decider took along, is kept with the first event.
    ///
    /// - Returns: the positions of its events.
    @discardableResult
    func record(_ decisions: [Decision], _ passed: PassedCommand) throws -> ClosedRange<Int64> {
        var decisions: [Decision] = decisions
        if !decisions.isEmpty, !decisions.contains(where: { $0.keeps(passed.context) }) {
            decisions[0] = decisions[0].telling(passed.context)
        }
        guard let first = try record(decisions, key: passed.key?.key) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        return first...(first + Int64(decisions.count) - 1)
    }
}

extension Decision {
    /// Whether its content has what people wrote beside a command, if they did.
    fileprivate func keeps(_ context: CommandContext) -> Bool {
        let given: [String] = [context.note, context.override].compactMap(\.self).filter { !$0.isEmpty }
        return Set(given).isSubset(of: [content?.text, content?.note, content?.override].compactMap(\.self))
    }
}
