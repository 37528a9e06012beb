/// The rules of judging what was said and of answering it.
extension CaseDecider {
    static func classify(
        _ mention: SourceKey?, _ label: Label, _ state: CaseState, _ home: (SourceKey) -> CaseNumber?
    ) throws(Refusal) -> Step {
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
        var step = Step(.mentionClassified(MentionClassified(mention: found.key, label: label)))
        step.home = home(found.key)
        return step
    }

    /// What was said in private is answered in public only with a reason: the person's consent, or our own words alone.
    static func reply(
        _ reply: CaseCommand.Reply, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseIfClosed(state)
        if case .dismissed(.troll, _) = state.lifecycle {
            throw Refusal(
                .dismissedAsTroll, state.number,
                "case \(state.number) was dismissed as a troll's and is let be (S12); reopen it before you answer")
        }
        if reply.text.isEmpty {
            throw Refusal(.needsText, state.number, "a reply has words; say what was said to the person")
        }
        let answered: MentionFact? = reply.inReplyTo.map { state.mention($0) } ?? state.mentions.last
        if reply.inReplyTo != nil, answered == nil {
            throw Refusal(
                .noSuchMention, state.number,
                "case \(state.number) holds no such mention to answer; `cmcase case show \(state.number)` lists them")
        }
        if answered?.visibility == .isPrivate, reply.visibility == .isPublic, !state.hasConsent,
            context.override == nil
        {
            throw Refusal(
                .privateToPublic, state.number,
                "a private message is not answered in public; answer in private, "
                    + "or say in override why the person agrees")
        }
        let event = ReplySent(
            key: reply.key, parent: answered?.key, channel: state.channel, brand: CaseSummary(of: state).brand,
            visibility: reply.visibility, purpose: reply.purpose, language: nil)
        var step = Step(.replySent(event), text: reply.text)
        step.content.id = reply.id
        return [step] + acknowledgement(by: reply, state)
    }

    /// To tell the person that the complaint has been heard is to acknowledge it: one command records both.
    private static func acknowledgement(by reply: CaseCommand.Reply, _ state: CaseState) -> [Step] {
        guard reply.purpose == .acknowledge, state.lifecycle == .open, state.handling.acknowledgedAt == nil,
            !state.complainedAbout.isEmpty
        else { return [] }
        return [Step(.complaintAcknowledged(ComplaintAcknowledged()))]
    }

    /// Others read on only where the person agreed, or where only our own words stand.
    static func move(
        _ to: Visibility, _ consent: Bool, _ note: String?, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        let from: Visibility = state.standsIn
        if from == to { throw unchanged(state, "goes on in \(to.rawValue)") }
        if to == .isPublic, !consent, !state.hasConsent, context.override == nil {
            throw Refusal(
                .needsConsent, state.number,
                "case \(state.number) goes on in private, and nobody says that the person agrees to go on in public; "
                    + "ask, and say so with consent, or say in override that our own words alone will stand there")
        }
        return Step(.conversationMoved(ConversationMoved(from: from, to: to, consent: consent)), note: note)
    }
}
