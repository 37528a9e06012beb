/// A case combined with the cases that were merged into it and the mentions that splits moved into it, without those
/// that splits moved out of it.
///
/// Derived on reading: the log copies nothing, so unmerging, or merging what was split, restores exactly what was
/// there.
package struct CaseWhole: Sendable {
    package var state: CaseState
    /// Its messages by the stream they come from, its own stream first.
    package var parts: [CasePart]
    /// The cases whose streams it is made of: its own, the merged ones, and those that mentions were split off from. An
    /// event in any of these may change the combined case.
    package var streams: [CaseNumber]

    /// Combines a case. `stateOf` gives the state of a case by its number. O(messages).
    package init(of own: CaseState, _ stateOf: (CaseNumber) throws -> CaseState?) rethrows {
        if own.isOfOneStream {
            state = own.settled
            parts = [CasePart(person: own.person, mentions: state.mentions, replies: state.replies)]
            streams = [own.number]
            return
        }
        var absorbed: [CaseState] = []
        var waiting: [CaseNumber] = own.absorbed
        var seen: Set<CaseNumber> = [own.number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let member = try stateOf(next) else { continue }
            absorbed.append(member)
            waiting += member.absorbed
        }
        var received: [(holder: CaseState, part: CasePart)] = []
        var newest: Position = absorbed.map(\.position).reduce(own.position) { max($0, $1) }
        streams = [own.number] + absorbed.map(\.number)
        for holder in [own] + absorbed {
            for donor in holder.moves.received.keys.sorted() {
                guard let donor = try stateOf(donor) else { continue }
                received.append((holder, donor.part(movedTo: holder.number)))
                newest = max(newest, donor.position)
                if !streams.contains(donor.number) { streams.append(donor.number) }
            }
        }
        state = own.combined(with: absorbed, received: received).settled
        state.position = newest
        parts = ([own] + absorbed).map {
            let rest: CaseState = $0.remaining
            return CasePart(person: rest.person, mentions: rest.timeline.mentions, replies: rest.timeline.replies)
        }
        parts += received.map(\.part)
        copyRanksToParts()
    }

    /// Copies the ranks of the combined messages to those of the parts. O(messages) if any share a time.
    private mutating func copyRanksToParts() {
        var ranks: [Position: Int32] = [:]
        for mention in state.mentions where mention.rank > 0 { ranks[mention.position] = mention.rank }
        for reply in state.replies where reply.rank > 0 { ranks[reply.position] = reply.rank }
        for part in parts.indices {
            for index in parts[part].mentions.indices {
                parts[part].mentions[index].rank = ranks[parts[part].mentions[index].position] ?? 0
            }
            for index in parts[part].replies.indices {
                parts[part].replies[index].rank = ranks[parts[part].replies[index].position] ?? 0
            }
            parts[part].mentions.sort { ($0.at, $0.rank, $0.position) < ($1.at, $1.rank, $1.position) }
            parts[part].replies.sort { ($0.at, $0.rank, $0.position) < ($1.at, $1.rank, $1.position) }
        }
    }
}

extension CaseState {
    /// Whether its own stream is all it consists of: nothing was merged into it or split off.
    package var isOfOneStream: Bool { absorbed.isEmpty && $moves.isBlank }
}

extension CaseState {
    /// The case combined with the cases merged into it; the messages in message order. O(messages).
    package func combined(with absorbed: [CaseState]) -> CaseState { combined(with: absorbed, received: []) }

    /// As above, with the messages that splits moved into it or into a case it absorbed.
    func combined(with absorbed: [CaseState], received: [(holder: CaseState, part: CasePart)]) -> CaseState {
        guard !absorbed.isEmpty || !received.isEmpty || !$moves.isBlank else { return self }
        var result: CaseState = remaining
        var mentions: [MentionFact] = result.timeline.mentions
        var replies: [ReplyFact] = result.timeline.replies
        for other in absorbed {
            let rest: CaseState = other.remaining
            mentions += rest.timeline.mentions
            replies += rest.timeline.replies
            if let since = other.liveSince { result.liveSince = min(result.liveSince ?? since, since) }
            if let at = other.investigatedAt { result.work.investigatedAt = min(result.work.investigatedAt ?? at, at) }
        }
        for (_, part) in received {
            mentions += part.mentions
            replies += part.replies
            // Messages that are live stay live in the case that displays them.
            if let since = part.liveSince { result.liveSince = min(result.liveSince ?? since, since) }
        }
        result.timeline = Timeline(mentions: mentions, replies: replies)
        if case .resolved = lifecycle { result.keepOpen(for: absorbed, received) }
        return result
    }

    /// Reopens a case that was resolved issue by issue if a merged case, or a split part, has an issue that is still
    /// open.
    private mutating func keepOpen(for absorbed: [CaseState], _ received: [(holder: CaseState, part: CasePart)]) {
        let last: Int = episodes.count - 1
        func stillOpen(_ targets: TargetSet, in other: CaseState) -> TargetSet {
            guard other.lifecycle == .open || other.number == number else { return [] }
            return targets.subtracting(other.episodes.last?.resolvedIssues ?? [])
        }
        var open: TargetSet = []
        for other in absorbed { open.formUnion(stillOpen(other.complainedAbout, in: other)) }
        for (holder, part) in received { open.formUnion(stillOpen(part.complainedAbout, in: holder)) }
        guard !open.isSubset(of: episodes[last].resolvedIssues) else { return }
        episodes[last].resolvedAt = nil
        lifecycle = .open
    }
}
