/// The first response in one episode of a case, for service levels and figures.
package struct EpisodeResponse: Hashable, Sendable {
    package var episode: Int64
    /// The person's first mention in the episode.
    package var mention: MentionFact
    /// Our first reply after it, before the next episode; nil if there is none yet.
    package var reply: ReplyFact?
}

extension CaseState {
    /// The first responses of all episodes that have a mention, oldest first. An episode without a mention (we began
    /// it) has nobody waiting (MEASURES, "Service"). O(messages · episodes).
    package var firstResponses: [EpisodeResponse] {
        let state: CaseState = settled
        return episodes.indices.compactMap { index in
            let next: Int = index + 1
            let begin: Timestamp? = episodes[index].reopenedAt
            let end: Timestamp? = next < episodes.count ? episodes[next].reopenedAt : nil
            func isWithin(_ at: Timestamp) -> Bool {
                (begin.map { at >= $0 } ?? true) && (end.map { at < $0 } ?? true)
            }
            guard let mention = state.mentions.first(where: { isWithin($0.at) }) else { return nil }
            return EpisodeResponse(
                episode: episodes[index].number, mention: mention,
                reply: state.replies.first { mention.worldOrder < $0.worldOrder && isWithin($0.at) })
        }
    }
}
