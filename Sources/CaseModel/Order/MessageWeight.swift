/// What decides between messages of the same instant where nothing says which came first: doubt counts against the house, so
/// ours come before theirs, and the graver come last.
///
/// Messages of equal weight look the same to everybody but for their words: which of them comes first changes no state.
package struct MessageWeight: Hashable, Comparable, Sendable {
    package var isTheirs: Bool
    /// How grave it is, if it is theirs.
    package var gravity: Int
    /// Whatever else of it shows in a state, a list or advice.
    private var traits: [String]

    package static func < (a: MessageWeight, b: MessageWeight) -> Bool {
        if a.isTheirs != b.isTheirs { return b.isTheirs }
        if a.gravity != b.gravity { return a.gravity < b.gravity }
        return a.traits.lexicographicallyPrecedes(b.traits) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package init(of mention: MentionFact) {
        let label: Label? = mention.label
        isTheirs = true
        gravity = Polarity.gravityInDoubt(of: label)
        traits = [
            label?.severity.map { "\($0.gravity)" } ?? "", mention.visibility == .isPrivate ? "1" : "0",
            mention.isWithdrawn ? "0" : "1", mention.isLive ? "1" : "0", mention.kind.rawValue,
            mention.brand?.name ?? "", mention.reach.map(String.init) ?? "", "\(mention.revisionCount)",
            mention.parent == nil ? "0" : "1",
        ]
        guard let label else { return }
        traits += [label.targets.name, "\(label.confidence)", label.method.rawValue, label.methodVersion ?? ""]
        traits += label.topics.map(\.name)
    }

    package init(of reply: ReplyFact) {
        isTheirs = false
        gravity = 0
        traits = [
            reply.visibility == .isPrivate ? "1" : "0", reply.purpose?.rawValue ?? "", reply.brand?.name ?? "",
            reply.parent == nil ? "0" : "1", reply.key == nil ? "0" : "1",
        ]
    }
}

extension Polarity {
    /// How grave a mention is where its place among others of the same instant is in doubt: a complaint most, and next to
    /// it what nobody has judged, since it may be one; then questions, neutral and positive mentions, and spam.
    package static func gravityInDoubt(of label: Label?) -> Int {
        switch label?.polarity {
        case .complaint: 5
        case nil: 4
        case .question: 3
        case .neutral: 2
        case .positive: 1
        case .spam: 0
        }
    }
}
