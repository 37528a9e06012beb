/// What folding one event into a case means for whoever keeps the case's state and writes its rows.
package struct FoldEffect: Sendable {
    /// Whether a judgement was superseded, so that evidence may have to go.
    package var isRejudged = false
    /// Where the conversation started before, if it starts elsewhere now.
    package var formerRoot: SourceKey?
    /// The cases that had messages which a further split takes elsewhere.
    package var formerHolders: Set<CaseNumber> = []
    /// How many messages more it has.
    package var growth = 0
    /// Whether another case shows what this one says: it goes on there, or was split.
    package var isShownElsewhere = false
}

extension CaseState {
    /// Folds one event and tells what that did. In one call, since each question asked of a state that is kept in an object
    /// copies all of it.
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
