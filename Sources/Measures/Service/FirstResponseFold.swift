import CaseModel

/// Computes first response times from facts in any order; keeps a few numbers per episode.
package struct FirstResponseFold {
    package let question: FirstResponseQuestion

    private var all = WaitingTimes()
    private var groups: [GroupKey: WaitingTimes] = [:]

    package init(_ question: FirstResponseQuestion) { self.question = question }

    /// Adds an episode if its first mention is in the window. O(1). A reply before the first mention is ignored.
    ///
    /// - Parameter facets: evaluated only if it counts and there is a grouping.
    package mutating func add(_ fact: ServiceFact, facets: @autoclosure () -> Facets) {
        guard question.window.contains(fact.openedAt) else { return }
        let wait: WaitingTimes.Wait
        if let reply = fact.firstReplyAt, reply >= fact.openedAt {
            wait = .answered(reply.microseconds(since: fact.openedAt))
        } else {
            wait = .unanswered(max(0, question.endOfData.microseconds(since: fact.openedAt)))
        }
        all.add(wait, of: fact, target: question.target)
        if let grouping = question.grouping {
            groups[grouping.key(of: facets(), at: fact.openedAt), default: WaitingTimes()]
                .add(wait, of: fact, target: question.target)
        }
    }

    /// The result. O(n log n) for n episodes.
    package consuming func finish() -> FirstResponse {
        FirstResponse(
            figures: all.figures(hasTarget: question.target != nil), facet: question.grouping?.facet,
            groups: groups.sorted { $0.key < $1.key }.map {
                FirstResponse.Group(key: $0.key, figures: $0.value.figures(hasTarget: question.target != nil))
            })
    }
}
