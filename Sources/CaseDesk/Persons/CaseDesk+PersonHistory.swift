internal import CaseModel
internal import EventStore
internal import Measures
internal import Projections
internal import SQLite

extension CaseDesk {
    /// What is known of a person, and of everybody who is one with them. O(events of their persons, and of their cases).
    ///
    /// - Throws: `DeskError.refused` where nobody had met them within the horizon.
    package func person(_ name: String, _ horizon: Horizon = .now) throws -> PersonHistory {
        let asked: PersonNumber = try personNumber(name)
        return try ask(horizon) { position in
            let loader = PersonLoader(store: store)
            guard let principal = try loader.lineage(of: asked, through: position).last,
                case let persons = try loader.circle(of: principal, through: position), !persons.isEmpty
            else {
                throw Refusal(
                    .noSuchPerson, nil,
                    "there is no person \(asked) at that time; `cmcase cases` names the person of each case")
            }
            return PersonHistory(
                asked: asked, persons: persons, accounts: try accounts(of: persons), cases: try cases(of: asked),
                evidence: try stanceSteps(of: persons), notes: try notes(on: persons, through: position),
                now: moment(of: horizon), position: Position(position))
        }
    }

    /// The moment that a horizon calls now.
    private func moment(of horizon: Horizon) -> Timestamp {
        if case .asOf(let moment) = horizon { return moment }
        return clock()
    }

    private func accounts(of persons: [PersonState]) throws -> [PersonHistory.Account] {
        try persons.flatMap { person in
            try person.identities.map { identity in
                let content: Content? = try content(at: identity.position)
                return PersonHistory.Account(
                    person: person.number, channel: identity.channel, id: content?.id, handle: content?.handle,
                    name: content?.name, gone: identity.gone, position: identity.position)
            }
        }
    }

    private func cases(of person: PersonNumber) throws -> [CaseListing] {
        var query = CaseQuery()
        query.person = person
        query.order = .number
        query.isDescending = false
        return try listings(query, through: try store.end().position)
    }

    /// The words beside what was recorded of some persons. O(their events).
    private func notes(on persons: [PersonState], through last: Int64) throws -> [PersonHistory.Note] {
        var notes: [PersonHistory.Note] = []
        for person in persons {
            var what = ReadSpecification()
            what.stream = StreamName.person(person.number).description
            what.through = last
            try store.forEachEvent(what) { row in
                guard row.contentCommitment != nil, let type = EventType(bytes: row.typeBytes),
                    let content = try content(at: Position(row.position)),
                    [content.text, content.note, content.override].contains(where: { $0 != nil })
                else { return true }
                notes.append(
                    PersonHistory.Note(
                        position: Position(row.position), type: type, at: Timestamp(microseconds: row.occurredAt),
                        text: content.text, note: content.note, override: content.override))
                return true
            }
        }
        return notes.sorted { $0.position < $1.position }
    }

    private func stanceSteps(of persons: [PersonState]) throws -> [PersonHistory.StanceStep] {
        var recorded: [Position: String] = [:]
        for person in persons {
            for survey in person.surveys {
                guard let answer = survey.answer else { continue }
                recorded[answer.position] = "\(survey.instrument.rawValue) \(answer.score)"
            }
            for evidence in person.evidence { recorded[evidence.position] = evidence.kind.rawValue }
        }
        let statement = try store.connection.statement(
            """
            SELECT person, at, kind, answers, position, judged_at, channel, brand, targets, topic, answered_at,
                resolved_at, dismissed_as, case_number
            FROM evidence_row WHERE person = ?1 ORDER BY at, key
            """ as String)
        defer { statement.reset() }
        var steps: [PersonHistory.StanceStep] = []
        for person in persons {
            statement.reset()
            statement.bind(1, person.number.rawValue)
            while try statement.step() {
                let position = Position(statement.int64(4))
                let kind: ConversionEvidence.Kind = try kind(statement)
                steps.append(step(statement, kind, recorded[position], of: person.number, at: position))
            }
        }
        return steps.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
    }

    private func step(
        _ row: Statement, _ kind: ConversionEvidence.Kind, _ recorded: String?, of person: PersonNumber,
        at position: Position
    ) -> PersonHistory.StanceStep {
        let stance: Stance
        var exclusion: Exclusion?
        var word: String = recorded ?? row.string(2)
        switch kind {
        case .complaint(let complaint): (stance, exclusion) = (.detractor, complaint.exclusion)
        case .detractor: stance = .detractor
        case .passive:
            stance = .passive
            // Praise that answers a reply of ours in somebody else's case is a thank-you too.
            if recorded == nil { word = "thanks" }
        case .promoter: stance = .promoter
        }
        return PersonHistory.StanceStep(
            at: Timestamp(microseconds: row.int64(1)), stance: stance, kind: word, person: person, position: position,
            judgedAt: row.optionalInt64(5).map(Position.init), caseNumber: row.optionalInt64(13).map(CaseNumber.init),
            exclusion: exclusion)
    }
}
