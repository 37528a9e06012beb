/// Classifying, replying and moving.
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
        if found.label == label {
            throw Refusal(
                .nothingChanged, state.number, "the mention is classified so already; there is nothing to record")
        }
        var step = Step(.mentionClassified(MentionClassified(mention: found.key, label: label)))
        step.home = home(found.key)
        return step
    }

    static func reply(
        _ reply: CaseCommand.Reply, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        if reply.text.isEmpty {
            throw Refusal(.needsText, state.number, "a reply has words; say what was said to the person")
        }
        let answered: MentionFact? = reply.inReplyTo.map { state.mention($0) } ?? state.mentions.last
        if reply.inReplyTo != nil, answered == nil {
            throw Refusal(
                .noSuchMention, state.number,
                "case \(state.number) holds no such mention to answer; `cmcase case show \(state.number)` lists them")
        }
        let event = ReplySent(
            key: reply.key, parent: answered?.key, channel: state.channel, brand: CaseSummary(of: state).brand,
            visibility: reply.visibility, purpose: reply.purpose, language: nil)
        try refuseUnlessLegal(.replySent(event), in: state, isOverride: context.override != nil)
        var step = Step(.replySent(event), text: reply.text)
        step.content.id = reply.id
        return [step] + acknowledgement(by: reply, state)
    }

    /// A reply with the purpose `acknowledge` also records the acknowledgement of the complaint.
    private static func acknowledgement(by reply: CaseCommand.Reply, _ state: CaseState) -> [Step] {
        guard reply.purpose == .acknowledge, state.lifecycle == .open, state.handling.acknowledgedAt == nil,
            !state.complainedAbout.isEmpty
        else { return [] }
        return [Step(.complaintAcknowledged(ComplaintAcknowledged()))]
    }

    static func move(
        _ to: Visibility, _ consent: Bool, _ note: String?, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> Step {
        let from: Visibility = state.currentVisibility
        let event = Event.conversationMoved(ConversationMoved(from: from, to: to, consent: consent))
        if state.lifecycle.closedAt == nil, from == to { throw unchanged(state, "goes on in \(to.rawValue)") }
        try refuseUnlessLegal(event, in: state, isOverride: context.override != nil)
        return Step(event, note: note)
    }
}
