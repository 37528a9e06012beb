import CaseModel

/// Computes the first response time from facts in any order; keeps a few numbers an episode.
package struct FirstResponseFold {
    /// What is asked.
    package let question: FirstResponseQuestion

    private var all = WaitingTimes()
    private var groups: [GroupKey: WaitingTimes] = [:]

    /// Starts an empty fold.
    package init(_ question: FirstResponseQuestion) { self.question = question }

    /// Takes one episode, if its first mention lies in the window. O(1).
    ///
    /// A reply before the first mention answers nothing and is taken as none.
    ///
    /// - Parameter facets: where it belongs; asked for only where it is counted and the figure is to be taken apart.
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

    /// Ends the stream. O(n log n) for n episodes.
    package consuming func finish() -> FirstResponse {
        FirstResponse(
            figures: all.figures(hasTarget: question.target != nil), facet: question.grouping?.facet,
            groups: groups.sorted { $0.key < $1.key }.map {
                FirstResponse.Group(key: $0.key, figures: $0.value.figures(hasTarget: question.target != nil))
            })
    }
}
