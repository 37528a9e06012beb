/// Which messages a case shares with another since it was split: few cases have any.
///
/// A mention stays in the stream that captured it, and so does what is said of it later; which case shows it is a lens.
package struct CaseMoves: Blank {
    /// The mentions of this stream that belong to another case.
    package var gone: [SourceKey: CaseNumber] = [:]
    /// The mentions that belong to this case, by the case whose stream has them.
    package var received: [CaseNumber: Set<SourceKey>] = [:]

    package init() {}
}

extension CaseState {
    mutating func split(_ event: CaseSplit) {
        if event.into == number {
            moves.received[event.from, default: []].formUnion(event.mentions)
        } else {
            for key in event.mentions { moves.gone[key] = event.into }
        }
    }

    /// The case that a message of this stream belongs to: where it was split off to, or what it answers was; else this
    /// one. O(replies).
    package func holder(of key: SourceKey) -> CaseNumber {
        if $moves.isBlank { return number }
        var holders = MessageHolders(self)
        return holders.holder(of: key)
    }

    /// The cases that had messages which a further split takes elsewhere.
    func formerHolders(by event: Event) -> Set<CaseNumber> {
        guard case .caseSplit(let split) = event, !$moves.isBlank else { return [] }
        let gone: [SourceKey: CaseNumber] = moves.gone
        return Set(split.mentions.compactMap { gone[$0] })
    }

    /// The case without what was split off.
    var remaining: CaseState {
        if $moves.isBlank { return self }
        let gone: [SourceKey: CaseNumber] = moves.gone
        var holders = MessageHolders(self)
        var result = self
        result.timeline = Timeline(
            mentions: timeline.mentions.filter { gone[$0.key] == nil },
            replies: timeline.replies.filter { holders.holder(of: $0) == number })
        return result
    }

    /// What was split off into a case, with our replies to it.
    func part(goneTo number: CaseNumber) -> CasePart {
        let gone: [SourceKey: CaseNumber] = moves.gone
        var holders = MessageHolders(self)
        return CasePart(
            person: person, mentions: timeline.mentions.filter { gone[$0.key] == number },
            replies: timeline.replies.filter { holders.holder(of: $0) == number })
    }
}

/// The messages that a case has from one stream.
package struct CasePart: Hashable, Sendable {
    /// Whose mentions they are.
    package var person: PersonNumber
    package var mentions: [MentionFact]
    package var replies: [ReplyFact]

    /// When the first of it was recorded as it happened; nil where all of it is imported history.
    var liveSince: Timestamp? {
        let ours: Timestamp? = replies.lazy.filter { $0.purpose != nil }.map(\.at).min()
        let theirs: Timestamp? = mentions.lazy.filter(\.isLive).map(\.at).min()
        return [ours, theirs].compactMap(\.self).min()
    }

    /// What its complaints are about.
    var complainedAbout: TargetSet {
        mentions.reduce(into: []) { targets, mention in
            if let label = mention.label, label.polarity == .complaint { targets.formUnion(label.targets) }
        }
    }
}

/// Which case holds each message of a stream that was split. Each message is followed back once, however long the
/// chains of answers are: O(replies) for all of them.
private struct MessageHolders {
    private let number: CaseNumber
    /// What each of our replies answers, by its id.
    private let parents: [SourceKey: SourceKey]
    /// The case of each message that was followed or split off.
    private var known: [SourceKey: CaseNumber]

    init(_ state: CaseState) {
        number = state.number
        known = state.moves.gone
        var parents: [SourceKey: SourceKey] = [:]
        for reply in state.timeline.replies {
            if let key = reply.key { parents[key] = reply.parent }
        }
        self.parents = parents
    }

    mutating func holder(of reply: ReplyFact) -> CaseNumber {
        guard let parent = reply.parent else { return number }
        return holder(of: parent)
    }

    mutating func holder(of key: SourceKey) -> CaseNumber {
        var key: SourceKey = key
        var passed: Set<SourceKey> = []
        while known[key] == nil, passed.insert(key).inserted, let parent = parents[key] { key = parent }
        let holder: CaseNumber = known[key] ?? number
        for key in passed { known[key] = holder }
        return holder
    }
}
