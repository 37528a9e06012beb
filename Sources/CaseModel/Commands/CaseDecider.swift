/// Decides what a command on one case comes to: events, or a refusal. Pure.
///
/// It is given the case as it goes on, merged messages included. Classification of a mention is recorded in the stream
/// that holds the mention, so that taking a merge back takes the judgement along.
package enum CaseDecider {
    /// One event of a decision, with its words.
    struct Step {
        var event: Event
        var content = Content()
        /// The case whose stream it is recorded in, where that is another.
        var home: CaseNumber?

        init(_ event: Event, note: String? = nil) {
            self.event = event
            content.note = note
        }

        init(_ event: Event, text: String?) {
            self.event = event
            content.text = text
        }
    }

    /// - Parameters:
    ///   - home: the case whose stream holds a mention, where that is not the case that goes on.
    ///   - delays: when somebody looks again where the command doesn't say.
    package static func decide(
        _ command: CaseCommand, _ state: CaseState, home: (SourceKey) -> CaseNumber? = { _ in nil },
        delays: FollowUpDelays = .week, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        try refuseIfRetracted(state)
        if let into = state.mergedInto {
            throw Refusal(
                .merged, state.number,
                "case \(state.number) goes on in case \(into); name case \(into), or take the merge back first")
        }
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
                content: step.content.isEmpty ? nil : step.content, owner: state.person, rule: context.rule)
        }
        decisions[0].take(context)
        return decisions
    }

    /// What a command comes to; the first step is what it asks for, and has its place in the case as it stands.
    private static func steps(
        _ command: CaseCommand, _ state: CaseState, _ home: (SourceKey) -> CaseNumber?, _ delays: FollowUpDelays,
        _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        func legal(_ step: Step) throws(Refusal) -> Step {
            try refuseUnlessLegal(step.event, in: state, isOverride: context.override != nil)
            return step
        }
        return switch command {
        case .acknowledge(let note): [try legal(acknowledge(note))]
        case .investigate(let sources, let finding): [try legal(investigate(sources, finding))]
        case .assess(let founded, let grounds, let signals, let note):
            [try legal(assess(ComplaintAssessed(founded: founded, grounds: grounds, signals: signals), note))]
        case .forecast(let forecast, let basis, let note):
            [try legal(self.forecast(OutcomeForecast(forecast: forecast, basis: basis), note))]
        case .identifyProblem(let cause, let product, let severity, let description):
            [
                try legal(
                    identify(ProblemIdentified(cause: cause, product: product, severity: severity), description))
            ]
        case .explainPlan(let plan, let by): [try legal(explain(plan, by))]
        case .help(let what): [try legal(Step(.helpProvided(HelpProvided()), note: what))]
        case .escalate(let to, let level, let reason):
            [try legal(Step(.caseEscalated(CaseEscalated(to: to, level: level)), note: reason))]
        case .publish(let note): [try legal(Step(.resolutionPublished(ResolutionPublished()), note: note))]
        case .reopen(let trigger, let reason):
            [try legal(Step(.caseReopened(reopened(trigger, state)), note: reason))]
        case .close(let reason): [try legal(Step(.caseClosed(CaseClosed()), note: reason))]
        default: try furtherSteps(command, state, home, delays, context)
        }
    }

    private static func furtherSteps(
        _ command: CaseCommand, _ state: CaseState, _ home: (SourceKey) -> CaseNumber?, _ delays: FollowUpDelays,
        _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        switch command {
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
        case .guide(let steps, let due): try guide(steps, due, after: delays.guided, state, context)
        case .resolve(let outcome, let solved, let issues, let confirmedBy, let note, let followUp):
            try resolve(
                CaseResolved(outcome: outcome, solved: solved, issues: issues, confirmedBy: confirmedBy), note,
                followUp, delays, state, context)
        case .dismiss(let ground, let reason, let followUp):
            try dismiss(ground, reason, followUp, delays, state, context)
        case .scheduleFollowUp(let due, let purpose): try schedule(due, purpose, state, context)
        case .completeFollowUp(let number, let finding, let note):
            [try complete(number, finding, note, state)]
        case .cancelFollowUp(let number, let reason): [try cancel(number, reason, state)]
        default: []
        }
    }

    // MARK: What several rules ask

    /// What an import opened that was taken back is no case any more.
    package static func refuseIfRetracted(_ state: CaseState) throws(Refusal) {
        guard let position = state.retractedAt else { return }
        throw Refusal(
            .retracted, state.number,
            "case \(state.number) came in by an import that was taken back at position \(position); "
                + "import the file again, and go on with the case it opens then")
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

    /// What people read in the log is a name or a code, never a sentence: sentences are content, which can be erased.
    static func refuseUnlessCode(_ code: String, _ what: String, _ number: CaseNumber?) throws(Refusal) {
        let allowed: Bool =
            !code.isEmpty && code.utf8.count <= 64
            && code.unicodeScalars.allSatisfy { scalar in
                let properties = scalar.properties
                return properties.isAlphabetic && !properties.isUppercase || properties.numericType != nil
                    || scalar == "-" || scalar == "_" || properties.generalCategory == .nonspacingMark
            }
        guard !allowed else { return }
        throw Refusal(
            .badName, number,
            "\(what) is one lower-case word of letters, digits and hyphens, as in late-delivery; "
                + "say more in the note")
    }

    static func refuseUnlessName(_ name: String, _ what: String) throws(Refusal) {
        guard Actor(.human, name).isWellFormed else {
            throw Refusal(
                .badName, nil,
                "\(what) is a name of at most 64 bytes without control characters, as in ana or legal")
        }
    }

    static func unchanged(_ state: CaseState, _ what: String) -> Refusal {
        Refusal(.nothingChanged, state.number, "case \(state.number) \(what) already; there is nothing to record")
    }
}
