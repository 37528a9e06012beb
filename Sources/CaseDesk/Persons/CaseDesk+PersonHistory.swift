internal import CaseModel
internal import EventStore
internal import Measures
internal import Projections

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
            let takenBack = try StreamReader(store: store).takenBack(in: .person(person.number), through: last)
            try store.forEachEvent(what) { row in
                guard takenBack[Position(row.position)] == nil, row.contentCommitment != nil,
                    let type = EventType(bytes: row.typeBytes),
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
        return try evidence(of: persons.map(\.number)).map { row in
            step(row.evidence, recorded[row.evidence.position], word: row.word, of: row.case)
        }
    }

    private func step(
        _ evidence: ConversionEvidence, _ recorded: String?, word: String, of number: CaseNumber?
    ) -> PersonHistory.StanceStep {
        var exclusion: Exclusion?
        if case .complaint(let complaint) = evidence.kind { exclusion = complaint.exclusion }
        // Praise that comes after a reply of ours is a thank-you too.
        let isThanks: Bool = evidence.kind == .passive && recorded == nil
        return PersonHistory.StanceStep(
            at: evidence.at, stance: evidence.stance, kind: recorded ?? (isThanks ? "thanks" : word),
            person: evidence.person, position: evidence.position, judgedAt: evidence.judgedAt, caseNumber: number,
            exclusion: exclusion)
    }
}
