/// Decides splitting mentions off into a new case. Pure. All streams concerned record it; merging the two undoes it.
package enum SplitDecider {
    /// The new case.
    package struct Beginning: Hashable, Sendable {
        package var number: CaseNumber
        package var tracking: String

        package init(number: CaseNumber, tracking: String) {
            self.number = number
            self.tracking = tracking
        }
    }

    /// Splits mentions off.
    ///
    /// - Parameters:
    ///   - state: the combined case.
    ///   - homes: the cases whose streams have the mentions. A mention whose home is not in `members` came in by an
    ///     earlier split and is refused.
    ///   - members: the case and those merged into it.
    package static func split(
        _ state: CaseState, off keys: [SourceKey], as beginning: Beginning, homes: [SourceKey: CaseNumber],
        members: Set<CaseNumber>, reason: String?, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        try CaseDecider.refuseIfRetracted(state)
        try CaseDecider.refuseIfMerged(state)
        try CaseDecider.refuseIfClosed(state)
        let wanted = Set(keys)
        let moving: [MentionFact] = state.mentions.filter { wanted.contains($0.key) }
        guard moving.count == wanted.count else {
            throw Refusal(
                .noSuchMention, state.number,
                "case \(state.number) holds no such mention; `cmcase case show \(state.number)` lists its mentions")
        }
        guard let first = moving.first, moving.count < state.mentions.count else {
            throw Refusal(
                .wholeCase, state.number,
                "a case is split into two that both have something; "
                    + "name some of the \(state.mentions.count) mentions of case \(state.number), not all")
        }
        var byHome: [CaseNumber: [SourceKey]] = [:]
        for mention in moving {
            let home: CaseNumber = homes[mention.key] ?? state.number
            guard members.contains(home) else {
                throw Refusal(
                    .splitAlready, state.number,
                    "one of these mentions was split off from case \(home); "
                        + "merge case \(state.number) into case \(home) first, and split that one")
            }
            byHome[home, default: []].append(mention.key)
        }
        let opened = CaseOpened(
            number: beginning.number, tracking: beginning.tracking, person: state.person, channel: state.channel,
            root: first.key, origin: first.isLive ? .live : state.origin)
        var decisions = [
            Decision(.case(beginning.number), .caseOpened(opened), at: first.at, rule: context.rule)
        ]
        let content = Content(note: reason, override: context.override)
        for home in byHome.keys.sorted() {
            let split = Event.caseSplit(
                CaseSplit(into: beginning.number, from: home, mentions: byHome[home] ?? []))
            decisions += [home, beginning.number].map { number in
                Decision(
                    .case(number), split, at: context.at, content: content,
                    owner: state.person, rule: context.rule)
            }
        }
        return decisions
    }
}
