package import CaseModel
internal import EventStore
internal import Projections

/// The incidents as a list shows them.
package struct IncidentList: Sendable {
    /// One incident, and what was noted when it was declared.
    package struct Item: Sendable {
        package var incident: Incident
        package var note: String?
    }

    /// Open ones first, the gravest first; then those that are over, the newest first.
    package var items: [Item]
    /// The last position of the log that it rests on.
    package var position: Position
}

extension CaseDesk {
    /// The incidents at a moment of the log. O(incidents).
    ///
    /// - Parameter includesClosed: also those that are over.
    package func incidents(includesClosed: Bool, _ horizon: Horizon = .now) throws -> IncidentList {
        try ask(horizon) { position in
            let found: [Incident] = try IncidentRows(store).incidents()
                .filter { includesClosed || $0.closedAt == nil }
                .sorted { Self.isBefore($0, $1) }
            return IncidentList(
                items: try found.map {
                    IncidentList.Item(incident: $0, note: try content(at: $0.position)?.note)
                }, position: Position(position))
        }
    }

    private static func isBefore(_ a: Incident, _ b: Incident) -> Bool {
        if (a.closedAt == nil) != (b.closedAt == nil) { return a.closedAt == nil }
        if a.closedAt == nil, a.level != b.level { return a.level > b.level }
        return a.closedAt == nil ? a.number < b.number : a.number > b.number
    }

    /// What was said of the incidents to which cases belong: when one was named, when the level was changed afterwards, and
    /// when it was over. O(1) where the projections say that they belong to none, else O(events of the book).
    func incidents(of cases: [CaseNumber], through last: Int64, _ decoder: EventDecoder) throws -> [AuditTrail.Step] {
        if try engine.isReadable(), try !cases.contains(where: { try IncidentRows(store).names($0) }) { return [] }
        var steps: [AuditTrail.Step] = []
        var story = IncidentStory(of: Set(cases))
        var what = ReadSpecification()
        what.stream = StreamName.book.description
        what.through = last
        try store.forEachEvent(what) { row in
            if story.concerns(try decoder.event(of: row)) { steps.append(try step(row, .book, decoder)) }
            return true
        }
        return steps
    }
}

/// Tells which events of the book bear on cases by the incidents that they are named to.
private struct IncidentStory {
    private let cases: Set<CaseNumber>
    /// Those that were named so far, and how grave it was told to be last.
    private var incidents: [Int64: (named: Set<CaseNumber>, level: Int64)] = [:]

    init(of cases: Set<CaseNumber>) { self.cases = cases }

    /// Takes the book's next event. A case is named once to an incident, by the first event that names it.
    mutating func concerns(_ event: Event) -> Bool {
        switch event {
        case .incidentDeclared(let declared):
            let known: (named: Set<CaseNumber>, level: Int64) = incidents[declared.incident] ?? ([], declared.level)
            let named: Set<CaseNumber> = known.named.union(cases.intersection(declared.cases))
            incidents[declared.incident] = (named, declared.level)
            return named != known.named || (!named.isEmpty && declared.level != known.level)
        case .incidentClosed(let closed): return incidents[closed.incident]?.named.isEmpty == false
        default: return false
        }
    }
}
