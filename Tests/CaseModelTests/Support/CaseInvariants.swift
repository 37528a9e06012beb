import CaseModel

/// What holds of every case at every moment, whatever was tried.
enum CaseInvariants {
    /// What doesn't hold, as sentences; empty where all is well.
    static func broken(in desk: RandomDesk) -> [String] {
        desk.cases.values.sorted { $0.number < $1.number }.flatMap { state in
            (ofTheCase(state) + ofMerges(state, desk)).map { "case \(state.number): \($0)" }
        }
    }

    private static func ofTheCase(_ state: CaseState) -> [String] {
        var broken: [String] = []
        func hold(_ condition: Bool, _ sentence: String) { if !condition { broken.append(sentence) } }

        hold(state.episodes.map(\.number) == Array(1...Int64(state.episodes.count)), "episodes are counted from 1")
        for (episode, next) in zip(state.episodes, state.episodes.dropFirst()) {
            hold(next.reopenedAt != nil, "a later episode was reopened")
            if let end = episode.resolvedAt, let start = next.reopenedAt {
                hold(end <= start, "episodes don't overlap")
            }
        }
        for episode in state.episodes {
            if let start = episode.reopenedAt, let end = episode.resolvedAt {
                hold(start <= end, "a start before its end")
            }
            hold((episode.outcome == nil) == episode.resolvedIssues.isEmpty, "an outcome wherever an issue has ended")
        }
        hold(
            state.followUps.map(\.number) == (0..<state.followUps.count).map { Int64($0) + 1 },
            "follow-ups are counted from 1")
        if case .closed = state.lifecycle { hold(state.openFollowUps.isEmpty, "closed without an open follow-up") }
        if case .resolved = state.lifecycle {
            hold(state.episodes.last?.resolvedAt == state.lifecycle.endedAt, "the episode ends with the case")
        }
        hold(
            state.mentions.map(\.worldOrder) == state.mentions.map(\.worldOrder).sorted(),
            "mentions in the world's order")
        hold(
            state.replies.map(\.worldOrder) == state.replies.map(\.worldOrder).sorted(), "replies in the world's order")
        hold(Set(state.mentions.map(\.key)).count == state.mentions.count, "a mention once")
        for label in state.mentions.compactMap(\.label) {
            hold((label.polarity == .complaint) != label.targets.isEmpty, "a target for complaints alone")
            hold((0...1).contains(label.confidence), "a confidence from 0 to 1")
        }
        hold((CaseSummary(of: state).status == .merged) == (state.mergedInto != nil), "merged shows as merged")
        return broken
    }

    private static func ofMerges(_ state: CaseState, _ desk: RandomDesk) -> [String] {
        var broken: [String] = []
        if Set(state.absorbed).count != state.absorbed.count { broken.append("absorbs a case once") }
        for number in state.absorbed where desk.cases[number]?.mergedInto != state.number {
            broken.append("what it absorbed goes on in it")
        }
        if let into = state.mergedInto {
            if desk.cases[into]?.absorbed.contains(state.number) != true {
                broken.append("what it goes on in absorbed it")
            }
            if desk.cases[into]?.person != state.person { broken.append("goes on in a case of the same person") }
        }
        var seen: Set<CaseNumber> = []
        var next: CaseNumber? = state.number
        while let number = next {
            if !seen.insert(number).inserted { return broken + ["no circle of merges"] }
            next = desk.cases[number]?.mergedInto
        }
        return broken
    }
}
