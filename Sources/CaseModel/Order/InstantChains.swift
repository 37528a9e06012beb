/// What the messages of a case answer within their own instant, directly or through others of it: figures ask it to know
/// which order is certain.
package struct InstantChains {
    /// What a message came after, for certain, at its own instant.
    package struct Link: Hashable, Sendable {
        /// The nearest mention that shows where the person stands.
        package var evidence: Position?
        /// Whether one of ours is among them.
        package var isPastOurs = false

        /// Nothing.
        package init() {}
    }

    private struct Message {
        var at: Timestamp
        var parent: SourceKey?
        /// Of a mention that shows where the person stands.
        var evidence: Position?
        var isOurs: Bool
    }

    private let root: SourceKey
    private var messages: [SourceKey: Message] = [:]
    /// What is found once a message was climbed past: chains may be as long as a case.
    private var climbed: [SourceKey: Link] = [:]

    /// Reads the messages of a case. O(messages).
    package init(of state: CaseState) {
        root = state.root
        for mention in state.mentions {
            let shows: Bool = mention.label?.polarity == .complaint || mention.label?.polarity == .positive
            messages[mention.key] = Message(
                at: mention.at, parent: mention.parent, evidence: shows ? mention.position : nil, isOurs: false)
        }
        for reply in state.replies {
            guard let key = reply.key else { continue }
            messages[key] = Message(at: reply.at, parent: reply.parent, evidence: nil, isOurs: true)
        }
    }

    /// What a mention came after at its own instant. O(messages) for all mentions of a case together.
    package mutating func link(of mention: MentionFact) -> Link {
        var path: [SourceKey] = []
        var onPath: Set<SourceKey> = [mention.key]
        var link = Link()
        var next: SourceKey? = above(mention.parent, of: mention.key, at: mention.at)
        while let key = next, let message = messages[key] {
            if let known = climbed[key] {
                link = known
                break
            }
            // Messages that answer each other in a circle answer nothing.
            guard onPath.insert(key).inserted else { break }
            path.append(key)
            next = above(message.parent, of: key, at: mention.at)
        }
        for key in path.reversed() {
            guard let message = messages[key] else { continue }
            if let evidence = message.evidence { link.evidence = evidence }
            if message.isOurs { link.isPastOurs = true }
            climbed[key] = link
        }
        return link
    }

    /// The message of the same instant that one answers: what answers a message that isn't here came after the root.
    private func above(_ parent: SourceKey?, of key: SourceKey, at: Timestamp) -> SourceKey? {
        guard let parent else { return nil }
        let answered: SourceKey = messages[parent] == nil ? root : parent
        guard answered != key, messages[answered]?.at == at else { return nil }
        return answered
    }
}
