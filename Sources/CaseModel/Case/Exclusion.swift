/// Why a complaint doesn't count as a founded one in figures.
package enum Exclusion: String, CaseIterable, Sendable {
    case unfounded, troll, spam
    case offTopic = "off-topic"

    /// The exclusion that a dismissal means; nil for a duplicate, whose complaint is as founded as its twin's.
    package init?(_ ground: DismissalGround) {
        switch ground {
        case .troll: self = .troll
        case .spam: self = .spam
        case .offTopic: self = .offTopic
        case .duplicate: return nil
        }
    }
}

extension CaseState {
    /// Why a complaint of the case counts as unfounded as of now; nil for a founded one. O(episodes).
    ///
    /// A verdict, an assessment or a dismissal, covers the complaints of its episode, whichever of the two came first. An
    /// episode that was reopened without a new message of the person is the same matter looked at again: the verdict of
    /// the episode after it counts instead. Only complaints about the brand are assessed (S10): one about the product as
    /// well stays founded, and is covered by a dismissal alone.
    package func exclusion(of mention: MentionFact) -> Exclusion? {
        guard var index = episodes.lastIndex(where: { $0.reopenedAt.map { $0 <= mention.at } ?? true }) else {
            return nil
        }
        while index + 1 < episodes.count, episodes[index + 1].reopenedBecause != .mention { index += 1 }
        let episode: Episode = episodes[index]
        if let ground = episode.dismissedAs, let exclusion = Exclusion(ground) { return exclusion }
        guard !episode.$handling.isBlank, episode.handling.assessment?.founded == false,
            mention.label?.targets.contains(.product) == false
        else { return nil }
        return .unfounded
    }
}
