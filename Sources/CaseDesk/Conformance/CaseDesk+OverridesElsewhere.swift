internal import CaseModel
internal import EventStore
internal import Projections

/// A decision against a rule that stands in the stream of a person or in the book, and the case that it counts with.
struct OverrideElsewhere {
    var number: CaseNumber
    var position: Position
}

extension CaseDesk {
    /// The decisions against a rule on persons and incidents. Each counts once: with the case that it names; where it names
    /// several, with the first of them that is reported; where it names none, with the newest case that the person had by
    /// then, or else with their first. O(live cases + events of their persons + events of the book).
    func overridesElsewhere(
        through last: Int64, isReported: (CaseNumber) -> Bool
    ) throws -> [OverrideElsewhere] {
        let cases = try LiveCases(store)
        let decoder = EventDecoder()
        let reader = StreamReader(store: store)
        var found: [OverrideElsewhere] = []
        for (person, own) in cases.byPerson {
            let takenBack = try reader.takenBack(in: .person(person), through: last)
            try store.forEachRow(of: .person(person), through: last) { row in
                guard takenBack[Position(row.position)] == nil, try row.isOverride else { return }
                let at = Timestamp(microseconds: row.occurredAt)
                let newest = own.last { $0.openedAt <= at } ?? own.first
                guard let number = try decoder.event(of: row).namedCase ?? newest?.number else { return }
                found.append(
                    OverrideElsewhere(number: cases.survivor(of: number), position: Position(row.position)))
            }
        }
        var incidents: [Int64: [CaseNumber]] = [:]
        try store.forEachRow(of: .book, through: last) { row in
            let incident: Int64
            switch EventType(bytes: row.typeBytes) {
            case .incidentDeclared, .incidentClosed: break
            default: return
            }
            switch try decoder.event(of: row) {
            case .incidentDeclared(let declared):
                incident = declared.incident
                incidents[incident, default: []] += declared.cases
            case .incidentClosed(let closed): incident = closed.incident
            default: return
            }
            let named: [CaseNumber] = (incidents[incident] ?? []).map(cases.survivor)
            guard try row.isOverride, let number = named.first(where: isReported) else { return }
            found.append(OverrideElsewhere(number: number, position: Position(row.position)))
        }
        return found.filter { isReported($0.number) }
    }
}

extension EventRow {
    /// Whether somebody decided it against a rule; an import decides nothing.
    fileprivate var isOverride: Bool {
        get throws { try Actor(actor)?.kind != .imported && EventCodec.isOverride(in: payloadBytes) }
    }
}

/// The cases in which something was decided here, by person, and where those go on that were merged.
private struct LiveCases {
    struct Case {
        var number: CaseNumber
        var openedAt: Timestamp
    }

    /// In the order in which they opened.
    private(set) var byPerson: [PersonNumber: [Case]] = [:]
    private var goesOnIn: [CaseNumber: CaseNumber] = [:]

    init(_ store: EventStore) throws {
        try CaseRows(store).forEachLive { row in
            byPerson[row.person, default: []].append(Case(number: row.number, openedAt: row.openedAt))
            if let into = row.mergedInto { goesOnIn[row.number] = into }
        }
    }

    /// Ends also where merges run in a circle.
    func survivor(of number: CaseNumber) -> CaseNumber {
        var number = number
        var seen: Set<CaseNumber> = []
        while seen.insert(number).inserted, let next = goesOnIn[number] { number = next }
        return number
    }
}

extension Event {
    /// The case that something said of a person came up in, where it says so.
    fileprivate var namedCase: CaseNumber? {
        switch self {
        case .surveyOffered(let event): event.case
        case .surveyAnswered(let event): event.case
        case .stanceEvidenced(let event): event.case
        default: nil
        }
    }
}
