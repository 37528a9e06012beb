/// What applying one event did to a case, for the fold that keeps the states and marks rows as changed.
package struct FoldEffect: Sendable {
    /// Whether a mention that was classified before was classified again, so that evidence rows may be outdated.
    package var isRejudged = false
    /// The root of the conversation before, if the event changed it.
    package var formerRoot: SourceKey?
    /// The cases that displayed the mentions of a split until now.
    package var formerHolders: Set<CaseNumber> = []
    /// How many messages were added.
    package var growth = 0
    /// Whether another case displays messages of this one: it was merged or split.
    package var isShownElsewhere = false
}

extension CaseState {
    /// Applies one event and returns what it did. One call, because each access to a state that is stored in a class
    /// copies it.
    package mutating func folding(_ event: Event, _ moment: EventMoment) -> FoldEffect {
        var effect = FoldEffect()
        switch event {
        case .mentionClassified(let classified): effect.isRejudged = isLabelled(classified.mention)
        case .caseSplit: effect.formerHolders = formerHolders(by: event)
        default: break
        }
        let size: Int = messageCount
        let before: SourceKey = root
        apply(event, moment)
        if root != before { effect.formerRoot = before }
        effect.growth = messageCount - size
        effect.isShownElsewhere = mergedInto != nil || !$moves.isBlank
        return effect
    }
}
