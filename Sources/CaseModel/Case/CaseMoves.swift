/// Mentions that splits moved out of or into a case. Few cases have any.
///
/// A mention stays in the stream that captured it, and so do later events about it. A split changes only which case
/// displays it.
package struct CaseMoves: Blank {
    /// Mentions of this stream that another case displays, with that case.
    package var gone: [SourceKey: CaseNumber] = [:]
    /// Mentions of other streams that this case displays, by the case whose stream has them.
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

    /// The case that displays a message of this stream: where the mention was moved by a split, or where the mention
    /// that a reply answers was; else this case. O(replies).
    package func holder(of key: SourceKey) -> CaseNumber {
        if $moves.isBlank { return number }
        var holders = DisplayingCases(self)
        return holders.holder(of: key)
    }

    /// The cases that displayed the mentions of a split until now: a second split can move them on.
    func formerHolders(by event: Event) -> Set<CaseNumber> {
        guard case .caseSplit(let split) = event, !$moves.isBlank else { return [] }
        let gone: [SourceKey: CaseNumber] = moves.gone
        return Set(split.mentions.compactMap { gone[$0] })
    }

    /// The case without the mentions that were split off and our replies to them.
    var remaining: CaseState {
        if $moves.isBlank { return self }
        let gone: [SourceKey: CaseNumber] = moves.gone
        var holders = DisplayingCases(self)
        var result = self
        result.timeline = Timeline(
            mentions: timeline.mentions.filter { gone[$0.key] == nil },
            replies: timeline.replies.filter { holders.holder(of: $0) == number })
        return result
    }

    /// The mentions that were split off into a case, with our replies to them.
    func part(movedTo number: CaseNumber) -> CasePart {
        let gone: [SourceKey: CaseNumber] = moves.gone
        var holders = DisplayingCases(self)
        return CasePart(
            person: person, mentions: timeline.mentions.filter { gone[$0.key] == number },
            replies: timeline.replies.filter { holders.holder(of: $0) == number })
    }
}

/// The messages that a case has from one stream.
package struct CasePart: Hashable, Sendable {
    /// The person whose stream it is.
    package var person: PersonNumber
    package var mentions: [MentionFact]
    package var replies: [ReplyFact]

    /// The time of its first message that is not imported history; nil if there is none.
    var liveSince: Timestamp? {
        let ours: Timestamp? = replies.lazy.filter { $0.purpose != nil }.map(\.at).min()
        let theirs: Timestamp? = mentions.lazy.filter(\.isLive).map(\.at).min()
        return [ours, theirs].compactMap(\.self).min()
    }

    /// The targets of its complaints.
    var complainedAbout: TargetSet {
        mentions.reduce(into: []) { targets, mention in
            if let label = mention.label, label.polarity == .complaint { targets.formUnion(label.targets) }
        }
    }
}

/// Finds the case that displays each message of a stream with splits. Follows chains of replies once: O(replies) for
/// all messages together.
private struct DisplayingCases {
    private let number: CaseNumber
    /// The message that each of our replies answers, by the reply's key.
    private let parents: [SourceKey: SourceKey]
    /// Results so far: mentions that were split off, and messages that were looked up.
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
