/// Why figures don't count a complaint as founded.
package enum Exclusion: String, CaseIterable, Sendable {
    case unfounded, troll, spam
    case offTopic = "off-topic"

    /// The exclusion that follows from a dismissal; nil for a duplicate, whose complaint is as founded as the other
    /// one.
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
    /// Why the complaint counts as unfounded now; nil for a founded one. O(episodes).
    ///
    /// An assessment or a dismissal covers the complaints of its episode, written before or after it. An episode that
    /// was reopened without a new mention continues the one before: the verdict of the later one counts. Assessments
    /// are about the brand (S10), so a complaint about the product as well is excluded by a dismissal only.
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
