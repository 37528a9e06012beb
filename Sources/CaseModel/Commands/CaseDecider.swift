/// Decides commands on one case. Pure.
///
/// Gets the combined case, merged messages included. A classification is recorded in the stream that holds the mention,
/// so that unmerging moves it along.
package enum CaseDecider {
    /// An event that a command leads to, with its content.
    struct Step {
        var event: Event
        var content = Content()
        /// The case whose stream records it, if not the case itself.
        var home: CaseNumber?

        init(_ event: Event, note: String? = nil, text: String? = nil) {
            self.event = event
            content = Content(text: text, note: note)
        }
    }

    /// Decides a command. The recording side calls it inside the write transaction and appends what it returns.
    ///
    /// - Parameters:
    ///   - home: the case whose stream holds a mention, if not the case itself.
    ///   - delays: when follow-ups are due that the command gives no time for.
    /// - Returns: the events in order; the one that the command asks for comes first.
    /// - Throws: `Refusal`; nothing is recorded then.
    package static func decide(
        _ command: CaseCommand, _ state: CaseState, home: (SourceKey) -> CaseNumber? = { _ in nil },
        delays: FollowUpDelays = .week, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        try refuseIfRetracted(state)
        try refuseIfMerged(state)
        let steps: [Step] = try steps(command, state, home, delays, context)
        for step in steps {
            if var refusal = step.event.brokenInvariant(at: context.at) {
                refusal.caseNumber = state.number
                throw refusal
            }
        }
        try refuseIfTooEarly(command, state, context.at)
        var decisions: [Decision] = steps.map { step in
            Decision(
                .case(step.home ?? state.number), step.event, at: context.at,
                content: step.content, owner: state.person, rule: context.rule)
        }
        decisions[0].take(context)
        return decisions
    }

    /// The events of a command; the first is the one it asks for.
    private static func steps(
        _ command: CaseCommand, _ state: CaseState, _ home: (SourceKey) -> CaseNumber?, _ delays: FollowUpDelays,
        _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        func legal(_ event: Event, note: String? = nil, text: String? = nil) throws(Refusal) -> [Step] {
            try refuseUnlessLegal(event, in: state, isOverride: context.override != nil)
            return [Step(event, note: note, text: text)]
        }
        return switch command {
        case .classify(let mention, let label): [try classify(mention, label, state, home)]
        case .reply(let reply): try self.reply(reply, state, context)
        case .move(let to, let consent, let note): [try move(to, consent, note, state, context)]

        case .assign(let to, let note): [try assign(to, note, state)]
        case .unassign(let note): [try unassign(note, state)]
        case .prioritise(let priority, let reason): [try prioritise(priority, reason, state)]
        case .tag(let tag): [try self.tag(tag, state)]
        case .untag(let tag): [try untag(tag, state)]
        case .note(let note): [try self.note(note, state)]
        case .snooze(let until, let wakesOnReply, let reason):
            [try snooze(CaseSnoozed(until: until, wakesOnReply: wakesOnReply), reason, state, context)]
        case .wake(let reason): [try wake(reason, state)]

        case .acknowledge(let note): try legal(.complaintAcknowledged(ComplaintAcknowledged()), note: note)
        case .investigate(let sources, let finding):
            try legal(.authorInvestigated(AuthorInvestigated(sources: sources)), note: finding)
        case .assess(let founded, let grounds, let signals, let note):
            try legal(
                .complaintAssessed(ComplaintAssessed(founded: founded, grounds: grounds, signals: signals)), note: note)
        case .forecast(let forecast, let basis, let note):
            try legal(.outcomeForecast(OutcomeForecast(forecast: forecast, basis: basis)), note: note)
        case .identifyProblem(let cause, let product, let severity, let description):
            try legal(
                .problemIdentified(ProblemIdentified(cause: cause, product: product, severity: severity)),
                note: description)
        case .explainPlan(let plan, let by): try legal(.planExplained(PlanExplained(by: by)), text: plan)
        case .help(let what): try legal(.helpProvided(HelpProvided()), note: what)
        case .guide(let steps, let due): try guide(steps, due, after: delays.guided, state, context)
        case .escalate(let to, let level, let reason):
            try legal(.caseEscalated(CaseEscalated(to: to, level: level)), note: reason)

        case .resolve(let outcome, let solved, let issues, let confirmedBy, let note, let followUp):
            try resolve(
                CaseResolved(outcome: outcome, solved: solved, issues: issues, confirmedBy: confirmedBy), note,
                followUp, delays, state, context)
        case .publish(let note): try legal(.resolutionPublished(ResolutionPublished()), note: note)
        case .dismiss(let ground, let reason, let followUp):
            try dismiss(ground, reason, followUp, delays, state, context)
        case .reopen(let trigger, let reason): try legal(.caseReopened(reopened(trigger, state)), note: reason)
        case .close(let reason): try legal(.caseClosed(CaseClosed()), note: reason)
        case .scheduleFollowUp(let due, let purpose): try schedule(due, purpose, state, context)
        case .completeFollowUp(let number, let finding, let note): [try complete(number, finding, note, state)]
        case .cancelFollowUp(let number, let reason): [try cancel(number, reason, state)]
        }
    }

    // MARK: Shared rules

    /// Refuses every command on a case whose import was retracted.
    package static func refuseIfRetracted(_ state: CaseState) throws(Refusal) {
        guard let position = state.retractedAt else { return }
        throw Refusal(
            .retracted, state.number,
            "case \(state.number) came in by an import that was taken back at position \(position); "
                + "import the file again, and go on with the case it opens then")
    }

    static func refuseIfMerged(_ state: CaseState) throws(Refusal) {
        guard let into = state.mergedInto else { return }
        throw Refusal(
            .merged, state.number,
            "case \(state.number) goes on in case \(into); name case \(into), or take the merge back first")
    }

    static func refuseIfClosed(_ state: CaseState) throws(Refusal) {
        if case .closed = state.lifecycle {
            throw Refusal(.closed, state.number, "case \(state.number) is closed; reopen it first")
        }
    }

    static func refuseIfEnded(_ state: CaseState) throws(Refusal) {
        switch state.lifecycle {
        case .open: return
        case .closed: try refuseIfClosed(state)
        case .resolved:
            throw Refusal(
                .alreadyResolved, state.number,
                "case \(state.number) is resolved already; reopen it first if there is more to do")
        case .dismissed:
            throw Refusal(
                .alreadyDismissed, state.number,
                "case \(state.number) was dismissed; reopen it first if there is more to do")
        }
    }

    static func refuseUnlessComplaint(_ state: CaseState) throws(Refusal) {
        guard state.complainedAbout.isEmpty else { return }
        throw Refusal(
            .notAComplaint, state.number,
            "case \(state.number) holds no complaint; classify its mention as one first, if it is one")
    }

    static func unchanged(_ state: CaseState, _ what: String) -> Refusal {
        Refusal(.nothingChanged, state.number, "case \(state.number) \(what) already; there is nothing to record")
    }
}
