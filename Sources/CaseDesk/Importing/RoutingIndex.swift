internal import CaseModel
internal import EventStore
internal import Projections

/// What a store knows of messages, accounts and conversations, kept in memory while an import runs: most rows are new,
/// and finding that out in the file costs each several descents.
///
/// Good as long as nobody else writes: whoever uses it sees to that. About 50 bytes a key, and as much a case.
final class RoutingIndex {
    /// What is known under a key.
    enum Home {
        case nowhere
        case inCase(CaseNumber)
        case person(PersonNumber)
        /// The store knows more.
        case elsewhere
    }

    /// A person's place in a conversation.
    private struct Place: Hashable {
        var root: SourceKey
        var person: PersonNumber

        /// The root's bytes are a keyed hash already.
        func hash(into hasher: inout Hasher) { hasher.combine(root.low ^ UInt64(bitPattern: person.rawValue)) }
    }

    /// What is known of a person in a conversation.
    enum Candidate {
        case nobody
        /// The case that was theirs when it was last heard of.
        case one(CaseNumber)
        /// The store knows more.
        case several
    }

    /// The log's end when this was brought up to date last.
    var head: Int64
    /// Cases above 0, persons below it, 0 where the store has to be asked.
    private var homes: [SourceKey: Int32] = [:]
    private var roots: Set<SourceKey> = []
    /// By person and conversation the case, 0 where the store has to be asked.
    private var cases: [Place: Int32] = [:]
    private var awaited: Set<SourceKey> = []

    /// How many keys are kept at most.
    private static let capacity = 1_500_000

    /// Reads what the store knows, inside a write transaction; nil where that costs more than it saves an import of so
    /// many rows. O(keys).
    init?(_ session: Session, rows: Int) throws {
        head = session.transaction.head
        guard head <= Self.capacity, head / 4 <= rows else { return nil }
        homes.reserveCapacity(min(Self.capacity, Int(head) + rows))
        try session.store.forEachKey { homes[SourceKey(high: $0.high, low: $0.low)] = 0 }
        try session.projections.cases.forEachRoot { addRoot($0, of: $1, in: $2) }
        try session.projections.waiting.forEachAwaited { awaited.insert($0) }
    }

    /// Whether it keeps more than it should.
    var isFull: Bool { homes.count + roots.count + cases.count + awaited.count > Self.capacity }

    /// What is known under a key.
    func home(of key: SourceKey) -> Home {
        switch homes[key] {
        case nil: .nowhere
        case 0?: .elsewhere
        case let number? where number > 0: .inCase(CaseNumber(Int64(number)))
        case let number?: .person(PersonNumber(-Int64(number)))
        }
    }

    /// Whether a case's conversation may start at a message.
    func mayBeRoot(_ key: SourceKey) -> Bool { roots.contains(key) }

    /// The case of a person in the conversation that starts at a message.
    func candidate(of person: PersonNumber, rootedAt root: SourceKey) -> Candidate {
        switch cases[Place(root: root, person: person)] {
        case nil: .nobody
        case 0?: .several
        case let number?: .one(CaseNumber(Int64(number)))
        }
    }

    /// Whether a message may be waited for.
    func mayBeAwaited(_ key: SourceKey) -> Bool { awaited.contains(key) }

    func add(_ key: SourceKey, in number: CaseNumber) { homes[key] = Int32(exactly: number.rawValue) ?? 0 }
    func add(_ key: SourceKey, of number: PersonNumber) { homes[key] = Int32(exactly: 0 &- number.rawValue) ?? 0 }

    func addRoot(_ root: SourceKey, of person: PersonNumber, in number: CaseNumber) {
        roots.insert(root)
        let place = Place(root: root, person: person)
        let number: Int32 = Int32(exactly: number.rawValue) ?? 0
        if cases.updateValue(number, forKey: place).map({ $0 != number }) ?? false { cases[place] = 0 }
    }

    func addWaiting(_ key: SourceKey, for parent: SourceKey?) {
        homes[key] = 0
        if let parent { awaited.insert(parent) }
    }
}
