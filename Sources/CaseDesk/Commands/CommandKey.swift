internal import CaseModel
internal import EventStore

/// The key by which a command is known when it is sent again.
struct CommandKey: Hashable {
    /// What the batch is recorded under.
    let key: SourceKey
    /// Whether somebody chose it, so that it may stand for another command: the place of a line in a file can't, and a
    /// network's id is compared by what stands on the network.
    let isChosen: Bool
}

/// What makes a command the same when it is sent again under its key: what it does, to whom, and its words.
///
/// When it happened, who sent it and its other times are left out: `7d` is another moment each time.
struct CommandIdentity: Equatable {
    /// Names, codes and numbers, in a fixed order.
    var parts: [String]
    /// What somebody wrote; compared with the content, and only while that is there.
    var words: Set<String>

    init(_ parts: [String?], words: [String?], _ context: CommandContext) {
        self.parts = parts.map { $0 ?? "" } + [context.rule ?? ""]
        self.words = Set((words + [context.override, context.note]).compactMap(\.self).filter { !$0.isEmpty })
    }
}

extension CaseDesk {
    /// The key of a command: one of its sender's own, else that of its place in a file.
    func commandKey(_ own: String?, at place: String? = nil) -> CommandKey? {
        guard let text = own ?? place else { return nil }
        let (high, low) = store.keyedHash.hash("command", text)
        return CommandKey(key: SourceKey(high: high, low: low), isChosen: own != nil)
    }

    /// The events that a key stands for; nil where it is free. O(log n), and O(events of the batch).
    ///
    /// - Throws: `Refusal` with `.keyTaken` where the key stands for another command.
    func recorded(under key: CommandKey?, _ identity: CommandIdentity) throws -> ClosedRange<Int64>? {
        guard let key, let (first, count) = try store.batch(of: IdempotencyKey(key.key)) else { return nil }
        let positions: ClosedRange<Int64> = first...(first + count - 1)
        guard key.isChosen else { return positions }
        let isSame: Bool = try store.batch(of: said(key, identity)).map { $0.first == first } ?? false
        guard isSame, try hasWords(identity.words, positions) else { throw try taken(positions) }
        return positions
    }

    /// Keeps what a key stands for, so that another command under it is recognised.
    func keep(_ key: CommandKey?, _ identity: CommandIdentity, for positions: ClosedRange<Int64>, _ session: Session)
        throws
    {
        guard let key, key.isChosen else { return }
        for kept in [IdempotencyKey(key.key), said(key, identity)] {
            try session.transaction.reserve(kept, for: (positions.lowerBound, Int64(positions.count)))
        }
    }

    /// A key of the key and what the command says: words are left out, since the key would outlive their erasure.
    private func said(_ key: CommandKey, _ identity: CommandIdentity) -> IdempotencyKey {
        let (high, low) = store.keyedHash.hash(
            "said", key.key.hexadecimal, identity.parts.joined(separator: "\u{0}"))
        return IdempotencyKey(high: high, low: low)
    }

    /// Whether a batch holds just these words, as far as they have not been erased.
    private func hasWords(_ words: Set<String>, _ positions: ClosedRange<Int64>) throws -> Bool {
        var found: Set<String> = []
        for position in positions {
            guard let content = try content(at: Position(position)) else {
                if try hasContent(position) { return true }
                continue
            }
            found.formUnion([content.text, content.note, content.override].compactMap(\.self).filter { !$0.isEmpty })
        }
        return found == words
    }

    private func hasContent(_ position: Int64) throws -> Bool {
        let what = ReadSpecification(at: position)
        var hasContent = false
        try store.forEachEvent(what) { row in
            hasContent = row.contentCommitment != nil
            return false
        }
        return hasContent
    }

    private func taken(_ positions: ClosedRange<Int64>) throws -> Refusal {
        let types: [EventType] = try types(positions)
        let stream: String? = try store.stream(at: positions.lowerBound)
        let place: String = stream == "book" ? "in the book" : "on \(stream?.replacing("-", with: " ") ?? "the log")"
        let what: String = (types.first?.rawValue ?? "an event") + (types.count > 1 ? " and what came with it" : "")
        return Refusal(
            .keyTaken, nil,
            "the key stands for another command, \(what) \(place), recorded at position \(positions.lowerBound); "
                + "nothing was recorded now: give this command a key of its own")
    }
}

extension IdempotencyKey {
    init(_ key: SourceKey) { self.init(high: key.high, low: key.low) }
}
