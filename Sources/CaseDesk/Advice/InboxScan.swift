internal import CaseModel
internal import Dispatch
internal import Projections
internal import Synchronization

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
    private let queue = DispatchQueue(label: "cmcase.inbox.advising", attributes: .concurrent)
    private let group = DispatchGroup()
    private let free = DispatchSemaphore(value: InboxScan.partsAhead)

    init(_ query: InboxQuery, _ shelf: PolicyShelf, _ book: StandingBook, now: Timestamp, casesPerPart: Int) {
        self.casesPerPart = casesPerPart
        self.query = query
        self.shelf = shelf
        self.book = book
        self.now = now
    }

    /// Takes all cases that `forEach` calls its argument with. O(cases · log limit).
    func run(_ forEach: ((WorkRow) -> Void) throws -> Void) rethrows -> Part {
        var rows: [WorkRow] = []
        var isAlone = true
        defer { group.wait() }
        try forEach { row in
            guard query.wants(row.channel, row.summary) else { return }
            rows.append(row)
            guard rows.count == casesPerPart else { return }
            isAlone = false
            handOver(rows)
            rows = []
            rows.reserveCapacity(casesPerPart)
        }
        if isAlone { return part(of: rows) }
        let last: Part = part(of: rows)
        group.wait()
        return whole.withLock { whole in
            add(last, to: &whole)
            return whole
        }
    }

    private func handOver(_ rows: [WorkRow]) {
        free.wait()
        queue.async(group: group) { [self] in
            let part: Part = part(of: rows)
            whole.withLock { add(part, to: &$0) }
            free.signal()
        }
    }

    private func add(_ part: Part, to whole: inout Part) {
        whole.total += part.total
        whole.overdue += part.overdue
        whole.found += part.found
        keepFirst(&whole.found)
    }

    private func part(of rows: [WorkRow]) -> Part {
        var part = Part()
        // Whatever comes after this one is not among the first.
        var last: InboxOrder?
        let room: Int = query.limit.map { 4 * max($0, 32) } ?? .max
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
