/// How long the person waited for our first answer in one episode of a case.
package struct EpisodeResponse: Hashable, Sendable {
    package var episode: Int64
    /// The person's first mention in the episode.
    package var mention: MentionFact
    /// Our first reply at or after it, before the next episode; nil where they wait.
    package var reply: ReplyFact?
}

extension CaseState {
    /// The waits of all episodes in which the person said something, oldest first: an episode that we began and in which
    /// they are silent waits for nobody (MEASURES, "Service"). O(messages · episodes).
    package var firstResponses: [EpisodeResponse] {
        episodes.indices.compactMap { index in
            let next: Int = index + 1
            let begin: Timestamp? = episodes[index].reopenedAt
            let end: Timestamp? = next < episodes.count ? episodes[next].reopenedAt : nil
            func isWithin(_ at: Timestamp) -> Bool {
                (begin.map { at >= $0 } ?? true) && (end.map { at < $0 } ?? true)
            }
            guard let mention = mentions.first(where: { isWithin($0.at) }) else { return nil }
            return EpisodeResponse(
                episode: episodes[index].number, mention: mention,
                reply: replies.first { $0.at >= mention.at && isWithin($0.at) })
        }
    }
}
