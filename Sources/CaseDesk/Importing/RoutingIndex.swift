internal import CaseModel
internal import EventStore
internal import Projections

/// What a store knows of messages, accounts and conversations, kept in memory while an import runs: most rows are new,
/// and finding that out in the file costs each several descents.
///
/// Good as long as nobody else writes: whoever uses it sees to that. About 50 bytes a key.
final class RoutingIndex {
    /// What is known under a key.
    enum Home {
        case nowhere
        case inCase(CaseNumber)
        case person(PersonNumber)
        /// The store knows more.
        case elsewhere
    }

    /// The log's end when this was brought up to date last.
    var head: Int64
    /// Cases above 0, persons below it, 0 where the store has to be asked.
    private var homes: [SourceKey: Int32] = [:]
    private var roots: Set<SourceKey> = []
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
        try session.projections.cases.forEachRoot { roots.insert($0) }
        try session.projections.waiting.forEachAwaited { awaited.insert($0) }
    }

    /// Whether it keeps more than it should.
    var isFull: Bool { homes.count + roots.count + awaited.count > Self.capacity }

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

    /// Whether a message may be waited for.
    func mayBeAwaited(_ key: SourceKey) -> Bool { awaited.contains(key) }

    func add(_ key: SourceKey, in number: CaseNumber) { homes[key] = Int32(exactly: number.rawValue) ?? 0 }
    func add(_ key: SourceKey, of number: PersonNumber) { homes[key] = Int32(exactly: -number.rawValue) ?? 0 }
    func addRoot(_ key: SourceKey) { roots.insert(key) }

    func addWaiting(_ key: SourceKey, for parent: SourceKey?) {
        homes[key] = 0
        if let parent { awaited.insert(parent) }
    }
}
