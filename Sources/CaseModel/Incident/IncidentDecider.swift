/// Decides declaring, widening and closing incidents (S18). Pure. The cases themselves don't change.
package enum IncidentDecider {
    /// Declares an incident.
    ///
    /// - Parameters:
    ///   - cases: the combined cases; a merged one as the case it was merged into.
    ///   - incidents: all incidents so far.
    /// - Throws: `Refusal` if a case is in an open incident, or the arguments are invalid.
    package static func declare(
        _ cases: [CaseState], level: Int64, trigger: String?, note: String?, after incidents: [Incident],
        _ context: CommandContext
    ) throws(Refusal) -> Decision {
        guard !cases.isEmpty else {
            throw Refusal(.needsCase, nil, "an incident has at least one case; name the cases that are one trouble")
        }
        try Event.refuseUnlessLevel(level)
        if let trigger { try Event.refuseUnlessCode(trigger, "a trigger") }
        for state in cases {
            try CaseDecider.refuseIfRetracted(state)
            guard let other = incidents.first(where: { $0.closedAt == nil && $0.holds(state.number) }) else { continue }
            throw Refusal(
                .inIncident, state.number,
                "case \(state.number) is in incident \(other.number), which is open; widen incident \(other.number) "
                    + "by the other cases, or close it first")
        }
        let number: Int64 = (incidents.map(\.number).max() ?? 0) + 1
        return decision(
            .incidentDeclared(
                IncidentDeclared(incident: number, trigger: trigger, level: level, cases: numbers(cases))),
            note, context)
    }

    /// Adds cases to an open incident or changes its level.
    package static func widen(
        _ number: Int64, by cases: [CaseState], level: Int64?, note: String?, after incidents: [Incident],
        _ context: CommandContext
    ) throws(Refusal) -> Decision {
        let incident: Incident = try open(number, incidents, context)
        if let level { try Event.refuseUnlessLevel(level) }
        for state in cases {
            try CaseDecider.refuseIfRetracted(state)
            guard
                let other = incidents.first(where: {
                    $0.closedAt == nil && $0.number != number && $0.holds(state.number)
                })
            else { continue }
            throw Refusal(
                .inIncident, state.number,
                "case \(state.number) is in incident \(other.number), which is open too; close one of the two first")
        }
        let added: [CaseState] = cases.filter { !incident.holds($0.number) }
        let level: Int64 = level ?? incident.level
        guard !added.isEmpty || level != incident.level else {
            throw Refusal(
                .nothingChanged, nil,
                "incident \(number) has these cases and level \(level) already; there is nothing to record")
        }
        return decision(
            .incidentDeclared(
                IncidentDeclared(incident: number, trigger: nil, level: level, cases: numbers(added), isWidened: true)),
            note, context)
    }

    /// Closes an incident.
    package static func close(
        _ number: Int64, note: String?, after incidents: [Incident], _ context: CommandContext
    ) throws(Refusal) -> Decision {
        _ = try open(number, incidents, context)
        return decision(.incidentClosed(IncidentClosed(incident: number)), note, context)
    }

    private static func open(
        _ number: Int64, _ incidents: [Incident], _ context: CommandContext
    ) throws(Refusal) -> Incident {
        guard let incident = incidents.first(where: { $0.number == number }) else {
            let numbers: String = incidents.filter { $0.closedAt == nil }.map { "\($0.number)" }.joined(separator: ", ")
            throw Refusal(
                .noSuchIncident, nil,
                "there is no incident \(number); " + (numbers.isEmpty ? "none is open" : "open: \(numbers)"))
        }
        guard incident.closedAt == nil else {
            throw Refusal(
                .incidentClosed, nil,
                "incident \(number) is closed; if the trouble is back, declare a new one with the cases it has now")
        }
        guard context.at >= incident.changedAt else {
            throw Refusal(
                .outOfOrder, nil,
                "incident \(number) was declared or widened after the time given; name a later time with --at, "
                    + "or leave it out")
        }
        return incident
    }

    private static func numbers(_ cases: [CaseState]) -> [CaseNumber] { Set(cases.map(\.number)).sorted() }

    private static func decision(_ event: Event, _ note: String?, _ context: CommandContext) -> Decision {
        let content = Content(note: note, override: context.override)
        return Decision(.book, event, at: context.at, content: content, rule: context.rule)
    }
}

extension Incident {
    fileprivate func holds(_ number: CaseNumber) -> Bool { cases.contains { $0.number == number } }
}
