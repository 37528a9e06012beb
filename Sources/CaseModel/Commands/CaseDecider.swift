/// Decides what a command on one case comes to: events, or a refusal. Pure.
///
/// It is given the case as it goes on, merged messages included. Classification of a mention is recorded in the stream
/// that holds the mention, so that taking a merge back takes the judgement along.
package enum CaseDecider {
    package static func decide(
        _ command: CaseCommand, _ state: CaseState, home: (SourceKey) -> CaseNumber? = { _ in nil },
        _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        try refuseIfRetracted(state)
        if let into = state.mergedInto {
            throw Refusal(
                .merged, state.number,
                "case \(state.number) goes on in case \(into); name case \(into), or take the merge back first")
        }
        let decided: [(CaseNumber, Event, Content)]
        switch command {
        case .classify(let mention, let label):
            let (key, event) = try classify(mention, label, state)
            decided = [(home(key) ?? state.number, event, Content())]
        case .reply(let reply):
            let (event, content) = try self.reply(reply, state, context)
            decided = [(state.number, event, content)]
        case .resolve(let outcome, let solved, let issues, let confirmedBy, let note):
            let event = try resolve(outcome, solved, issues, confirmedBy, state)
            decided = [(state.number, event, Content(note: note))]
        case .dismiss(let ground, let reason):
            decided = [(state.number, try dismiss(ground, state), Content(note: reason))]
        case .reopen(let trigger, let reason):
            decided = [(state.number, try reopen(trigger, state), Content(note: reason))]
        case .close(let reason):
            decided = [(state.number, try close(state), Content(note: reason))]
        case .scheduleFollowUp(let due, let purpose):
            decided = [(state.number, try schedule(due, purpose, state, context), Content())]
        case .completeFollowUp(let number, let finding, let note):
            let followUp: Int64 = try openFollowUp(number, state)
            let event = Event.followUpDone(FollowUpDone(followUp: followUp, finding: finding))
            decided = [(state.number, event, Content(note: note))]
        case .cancelFollowUp(let number, let reason):
            let event = try cancel(number, state)
            decided = [(state.number, event, Content(note: reason))]
        }
        try refuseIfTooEarly(command, state, context.at)
        return decided.map { number, event, content in
            var content = content
            content.override = context.override
            return Decision(
                .case(number), event, at: context.at, content: content.isEmpty ? nil : content, owner: state.person,
                rule: context.rule)
        }
    }

    // MARK: Rules, one command each

    private static func classify(
        _ mention: SourceKey?, _ label: Label, _ state: CaseState
    ) throws(Refusal) -> (SourceKey, Event) {
        try refuseIfClosed(state)
        guard let found = mention.map({ state.mention($0) }) ?? state.mentions.last else {
            throw Refusal(
                .noSuchMention, state.number,
                "case \(state.number) holds no such mention; `cmcase case show \(state.number)` lists its mentions")
        }
        if label.polarity == .complaint, label.targets.isEmpty {
            throw Refusal(
                .needsTarget, state.number, "a complaint has a target: product, brand or both; say which with targets")
        }
        if label.polarity != .complaint, !label.targets.isEmpty {
            throw Refusal(
                .targetsWithoutComplaint, state.number,
                "only a complaint has targets; leave them out, or classify it as a complaint")
        }
        guard (0...1).contains(label.confidence) else {
            throw Refusal(.badConfidence, state.number, "a confidence is between 0 and 1")
        }
        if found.label == label {
            throw Refusal(
                .nothingChanged, state.number, "the mention is classified so already; there is nothing to record")
        }
        return (found.key, .mentionClassified(MentionClassified(mention: found.key, label: label)))
    }

    /// What was said in private is answered in public only with a reason: the person's consent, or our own words alone.
    private static func reply(
        _ reply: CaseCommand.Reply, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> (Event, Content) {
        try refuseIfClosed(state)
        if case .dismissed(.troll, _) = state.lifecycle {
            throw Refusal(
                .dismissedAsTroll, state.number,
                "case \(state.number) was dismissed as a troll's and is let be (S12); reopen it before you answer")
        }
        let answered: MentionFact? = reply.inReplyTo.map { state.mention($0) } ?? state.mentions.last
        if reply.inReplyTo != nil, answered == nil {
            throw Refusal(
                .noSuchMention, state.number,
                "case \(state.number) holds no such mention to answer; `cmcase case show \(state.number)` lists them")
        }
        if answered?.visibility == .isPrivate, reply.visibility == .isPublic, context.override == nil {
            throw Refusal(
                .privateToPublic, state.number,
                "a private message is not answered in public; answer in private, "
                    + "or say in override why the person agrees")
        }
        let event = ReplySent(
            key: reply.key, parent: answered?.key, channel: state.channel, brand: CaseSummary(of: state).brand,
            visibility: reply.visibility, purpose: reply.purpose, language: nil)
        return (.replySent(event), Content(id: reply.id, text: reply.text))
    }

    private static func resolve(
        _ outcome: Outcome, _ solved: Solved, _ issues: TargetSet, _ confirmedBy: Confirmation, _ state: CaseState
    ) throws(Refusal) -> Event {
        try refuseIfEnded(state)
        let unknown: [Target] = issues.subtracting(state.complainedAbout).members
        if !unknown.isEmpty {
            let named: String = unknown.map { "the \($0.rawValue)" }.joined(separator: " or ")
            throw Refusal(
                .noSuchIssue, state.number,
                "case \(state.number) holds no complaint about \(named); classify its mention first, "
                    + "or resolve the case as a whole")
        }
        let ended: TargetSet = state.episodes.last?.resolvedIssues ?? []
        if !issues.isEmpty, ended.isSuperset(of: issues) {
            throw Refusal(
                .alreadyResolved, state.number,
                "that issue of case \(state.number) is resolved already in this episode; name the other issue, "
                    + "or resolve the case as a whole")
        }
        return .caseResolved(
            CaseResolved(outcome: outcome, solved: solved, issues: issues, confirmedBy: confirmedBy))
    }

    private static func dismiss(_ ground: DismissalGround, _ state: CaseState) throws(Refusal) -> Event {
        try refuseIfEnded(state)
        return .caseDismissed(CaseDismissed(ground: ground))
    }

    private static func reopen(_ trigger: ReopeningTrigger, _ state: CaseState) throws(Refusal) -> Event {
        guard state.lifecycle != .open else {
            throw Refusal(
                .notEnded, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue), not ended; go on with it as it is")
        }
        return .caseReopened(CaseReopened(trigger: trigger, episode: (state.episodes.last?.number ?? 1) + 1))
    }

    private static func close(_ state: CaseState) throws(Refusal) -> Event {
        try refuseIfClosed(state)
        guard state.lifecycle != .open else {
            throw Refusal(
                .notEnded, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue); "
                    + "resolve or dismiss it before closing")
        }
        if let followUp = state.openFollowUps.first {
            throw Refusal(
                .openFollowUp, state.number,
                "follow-up \(followUp.number) of case \(state.number) is open; do it or cancel it before closing (S18)")
        }
        guard state.isWatched else {
            throw Refusal(
                .unwatched, state.number,
                "nobody has looked at case \(state.number) since it ended; schedule a follow-up and do it first (S18)")
        }
        return .caseClosed(CaseClosed())
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

    /// What happens to a case happens after it began, and its episodes don't overlap.
    private static func refuseIfTooEarly(
        _ command: CaseCommand, _ state: CaseState, _ at: Timestamp
    ) throws(Refusal) {
        if let opened = state.mentions.first?.at, at < opened {
            throw Refusal(
                .beforeTheCase, state.number,
                "case \(state.number) begins after the time given; name a later time with --at, or leave it out")
        }
        let (step, earliest): (String, Timestamp?)
        switch command {
        case .reopen, .close: (step, earliest) = ("ended", state.lifecycle.endedAt)
        case .resolve, .dismiss: (step, earliest) = ("was reopened", state.episodes.last?.reopenedAt)
        default: return
        }
        if let earliest, at < earliest {
            throw Refusal(
                .outOfOrder, state.number,
                "case \(state.number) \(step) after the time given; name a later time with --at, or leave it out")
        }
    }

    private static func refuseIfEnded(_ state: CaseState) throws(Refusal) {
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
}
