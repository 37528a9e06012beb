internal import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// What was learned of the persons while their cases went on, as far as it bears on these cases: how the author was
    /// judged, who they turned out to be, and the surveys and other evidence that name one of the cases. O(events of the
    /// persons).
    func personal(
        of members: [CaseNumber], between steps: [AuditTrail.Step], through last: Int64, _ decoder: EventDecoder
    ) throws -> [AuditTrail.Step] {
        let positions: [Position] = steps.map(\.position)
        guard let first = positions.min(), let end = positions.max() else { return [] }
        let loader = CaseLoader(store: store)
        let persons: Set<PersonNumber> = Set(
            try members.compactMap { try loader.state(of: $0, through: last)?.person })
        var found: [AuditTrail.Step] = []
        for person in persons.sorted() {
            var what = ReadSpecification()
            what.stream = StreamName.person(person).description
            what.through = last
            try store.forEachEvent(what) { row in
                let step: AuditTrail.Step = try step(row, .person(person), decoder)
                // A link stands in both persons' streams, and may be between two whose cases are one.
                let isTold: Bool = found.contains { $0.correlation == step.correlation && $0.event == step.event }
                let isOfThese: Bool =
                    if case .eventTakenBack(let taken) = step.event {
                        found.contains { taken.events.contains($0.position) }
                    } else { false }
                if !isTold, isOfThese || step.event.bears(on: members, within: first...end, at: step.position) {
                    found.append(step)
                }
                return true
            }
        }
        return found
    }
}

extension Event {
    /// Whether what is said of a person belongs to the story of some cases.
    fileprivate func bears(on cases: [CaseNumber], within span: ClosedRange<Position>, at position: Position) -> Bool {
        switch self {
        case .authorAssessed: span.contains(position)
        // Also behind the last step: whose the case is said to be changes with it.
        case .identityLinked, .identityUnlinked: position >= span.lowerBound
        case .surveyOffered(let event): event.case.map(cases.contains) ?? false
        case .surveyAnswered(let event): event.case.map(cases.contains) ?? false
        case .stanceEvidenced(let event): event.case.map(cases.contains) ?? false
        default: false
        }
    }
}
