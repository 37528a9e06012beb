/// The last criterion for the order of simultaneous messages. Doubt counts against us: our messages come before theirs,
/// graver ones last.
///
/// Messages of equal weight differ only in their text, so their order changes no state.
package struct MessageWeight: Hashable, Comparable, Sendable {
    package var isTheirs: Bool
    /// 0 for ours.
    package var gravity: Int
    /// All other properties that a state, a list or advice can depend on.
    private var traits: [String]

    package static func < (a: MessageWeight, b: MessageWeight) -> Bool {
        if a.isTheirs != b.isTheirs { return b.isTheirs }
        if a.gravity != b.gravity { return a.gravity < b.gravity }
        return a.traits.lexicographicallyPrecedes(b.traits) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package init(of mention: MentionFact) {
        let label: Label? = mention.label
        isTheirs = true
        gravity = Polarity.gravityForOrder(of: label)
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
    /// The gravity of a mention for the order of simultaneous messages. An unclassified one ranks just below a
    /// complaint, because it may be one.
    static func gravityForOrder(of label: Label?) -> Int {
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
