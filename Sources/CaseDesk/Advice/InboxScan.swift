internal import CaseModel
internal import Glibc
internal import Projections
internal import Synchronization
internal import Threads

/// Advises on cases by the thousand, on every core, and keeps what comes first of what asks for something.
///
/// What it finds doesn't depend on who was quicker: the order of items leaves no two equal.
final class InboxScan: Sendable {
    struct Found: Sendable {
        var order: InboxOrder
        var item: InboxItem
    }

    /// What a part of the cases came to.
    struct Part: Sendable {
        var found: [Found] = []
        /// How many ask for something, and how many of them are past their time.
        var total = 0
        var overdue = 0
    }

    /// Parts that wait at most, so that memory stays bounded.
    private static let partsAhead = 8

    private let casesPerPart: Int
    private let query: InboxQuery
    private let shelf: PolicyShelf
    private let book: StandingBook
    private let now: Timestamp
    private let whole = Mutex(Part())

    init(_ query: InboxQuery, _ shelf: PolicyShelf, _ book: StandingBook, now: Timestamp, casesPerPart: Int) {
        self.casesPerPart = casesPerPart
        self.query = query
        self.shelf = shelf
        self.book = book
        self.now = now
    }

    /// Takes all cases that `forEach` calls its argument with. O(cases · log limit).
    func run(_ forEach: ((CaseRow) -> Void) throws -> Void) rethrows -> Part {
        var rows: [CaseRow] = []
        var queue: WorkQueue<[CaseRow], Never>?
        defer { queue?.end() }
        try forEach { row in
            guard query.wants(row.channel, row.summary) else { return }
            rows.append(row)
            guard rows.count == casesPerPart else { return }
            // Only where there are many cases: a thread costs more than advising on a few.
            let advising: WorkQueue<[CaseRow], Never> = queue ?? startAdvising()
            queue = advising
            advising.add(rows)
            rows = []
            rows.reserveCapacity(casesPerPart)
        }
        let last: Part = part(of: rows)
        guard let queue else { return last }
        queue.drain()
        return whole.withLock { whole in
            add(last, to: &whole)
            return whole
        }
    }

    private func startAdvising() -> WorkQueue<[CaseRow], Never> {
        let cores: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return WorkQueue(threads: min(cores, Self.partsAhead), capacity: Self.partsAhead) { rows in
            let part: Part = self.part(of: rows)
            self.whole.withLock { self.add(part, to: &$0) }
        }
    }

    private func add(_ part: Part, to whole: inout Part) {
        whole.total += part.total
        whole.overdue += part.overdue
        whole.found += part.found
        keepFirst(&whole.found)
    }

    private func part(of rows: [CaseRow]) -> Part {
        var part = Part()
        // Whatever comes after this one is not among the first.
        var last: InboxOrder?
        let room: Int = query.limit.map { 4 * max(min($0, .max / 4), 32) } ?? .max
        for row in rows {
            let standing = book.standing(of: row.person, in: row.number, now: now)
            let advice = CaseAdvice(row.summary, on: row.channel, standing, shelf, now: now)
            guard advice.next != nil || advice.isOverdue, !query.isOverdue || advice.isOverdue else { continue }
            part.total += 1
            if advice.isOverdue { part.overdue += 1 }
            let incident: Incident? = book.incident(of: row.number, now: now)
            let order = InboxOrder(row.number, row.summary, advice, incident: incident)
            if let last, last < order { continue }
            let item = InboxItem(
                number: row.number, person: row.person, channel: row.channel, summary: row.summary, advice: advice,
                incident: incident)
            part.found.append(Found(order: order, item: item))
            if part.found.count >= room {
                keepFirst(&part.found)
                last = part.found.last?.order
            }
        }
        keepFirst(&part.found)
        return part
    }

    private func keepFirst(_ found: inout [Found]) {
        found.sort { $0.order < $1.order }
        if let limit = query.limit, found.count > limit { found.removeLast(found.count - limit) }
    }
}
