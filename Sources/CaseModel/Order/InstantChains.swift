/// Finds what a mention answers, directly or indirectly, among messages with the same time. Figures need it to know
/// which order of simultaneous messages is certain.
package struct InstantChains {
    /// What certainly precedes a mention at its own time.
    package struct Link: Hashable, Sendable {
        /// The nearest preceding mention that is evidence of a stance: a complaint or a positive one.
        package var evidence: Position?
        /// Whether a reply of ours precedes it.
        package var isPastOurs = false

        package init() {}
    }

    private struct Message {
        var at: Timestamp
        var parent: SourceKey?
        /// The position of a complaint or a positive mention.
        var evidence: Position?
        var isOurs: Bool
    }

    private let root: SourceKey
    private var messages: [SourceKey: Message] = [:]
    /// Results so far, since chains may be as long as the case.
    private var linksByKey: [SourceKey: Link] = [:]

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

    /// What precedes a mention at its own time. O(messages) for all mentions of a case together.
    package mutating func link(of mention: MentionFact) -> Link {
        var path: [SourceKey] = []
        var onPath: Set<SourceKey> = [mention.key]
        var link = Link()
        var next: SourceKey? = above(mention.parent, of: mention.key, at: mention.at)
        while let key = next, let message = messages[key] {
            if let known = linksByKey[key] {
                link = known
                break
            }
            // A cycle of answers: ignore the rest of it.
            guard onPath.insert(key).inserted else { break }
            path.append(key)
            next = above(message.parent, of: key, at: mention.at)
        }
        for key in path.reversed() {
            guard let message = messages[key] else { continue }
            if let evidence = message.evidence { link.evidence = evidence }
            if message.isOurs { link.isPastOurs = true }
            linksByKey[key] = link
        }
        return link
    }

    /// The message of the same time that one answers. One that answers an unknown message comes after the root.
    private func above(_ parent: SourceKey?, of key: SourceKey, at: Timestamp) -> SourceKey? {
        guard let parent else { return nil }
        let answered: SourceKey = messages[parent] == nil ? root : parent
        guard answered != key, messages[answered]?.at == at else { return nil }
        return answered
    }
}
