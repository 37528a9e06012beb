package import CaseModel
internal import EventStore
internal import Projections
internal import SQLite

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
            let found: [Incident] = try IncidentProjector.incidents(on: store.connection)
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

    /// What was said of the incidents to which cases belong: when one was named, and when it was over. O(incidents of
    /// the cases); where the projections can't be read as they are, O(events of the book).
    func incidents(of cases: [CaseNumber], through last: Int64, _ decoder: EventDecoder) throws -> [AuditTrail.Step] {
        let found: Set<Int64> =
            try engine.isReadable()
            ? projectedIncidents(of: cases) : loggedIncidents(of: Set(cases), through: last, decoder)
        var steps: [AuditTrail.Step] = []
        for position in found.sorted() where position <= last {
            var what = ReadSpecification()
            what.after = position - 1
            what.through = position
            try store.forEachEvent(what) { row in
                steps.append(try step(row, .book, decoder))
                return false
            }
        }
        return steps
    }

    private func projectedIncidents(of cases: [CaseNumber]) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for number in cases {
            let statement = try store.connection.statement(
                """
                SELECT c.position, i.closed_by FROM incident_case_row AS c
                JOIN incident_row AS i ON i.number = c.incident WHERE c.case_number = ?1
                """ as String)
            defer { statement.reset() }
            statement.bind(1, number.rawValue)
            while try statement.step() {
                found.insert(statement.int64(0))
                if let closed = statement.optionalInt64(1) { found.insert(closed) }
            }
        }
        return found
    }

    /// The same from the log alone: each case is named once to an incident, by the first event that names it.
    private func loggedIncidents(
        of cases: Set<CaseNumber>, through last: Int64, _ decoder: EventDecoder
    ) throws -> Set<Int64> {
        var found: Set<Int64> = []
        var named: [Int64: Set<CaseNumber>] = [:]
        var what = ReadSpecification()
        what.stream = StreamName.book.description
        what.through = last
        try store.forEachEvent(what) { row in
            switch try decoder.event(of: row) {
            case .incidentDeclared(let declared):
                let news: Set<CaseNumber> = cases.intersection(declared.cases)
                    .subtracting(named[declared.incident] ?? [])
                if !news.isEmpty { found.insert(row.position) }
                named[declared.incident, default: []].formUnion(news)
            case .incidentClosed(let closed) where named[closed.incident]?.isEmpty == false: found.insert(row.position)
            default: break
            }
            return true
        }
        return found
    }
}
