package import CaseModel
internal import EventStore
internal import Playbook
internal import Projections

/// A command on a person as it comes in from outside; persons are named by number or by channel:account.
package enum PersonDeskCommand: Sendable {
    /// One person, one command; on occasion of a case, where one is named.
    case onPerson(String, PersonCommand, case: CaseReference?)
    case link(person: String, other: String, LinkBasis, reason: String?)
    /// From whoever the other is known as, where nobody is named.
    case unlink(person: String?, other: String, reason: String?)
}

/// What a command on a person recorded.
package struct PersonReceipt: Sendable {
    package var number: PersonNumber
    /// The case that gave occasion to it, if one did.
    package var concerning: CaseNumber?
    /// The positions of its events.
    package var positions: ClosedRange<Int64>
    package var types: [EventType]
    /// What it changed in the state of the person.
    package var changes: [AuditTrail.Change]
    /// Whether the same command had been recorded before under its key, so that nothing was recorded now.
    package var wasKnown = false
}

extension CaseDesk {
    /// Carries out one command on a person. Durable when it returns. O(events of the persons concerned).
    ///
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    package func carryOut(
        _ command: PersonDeskCommand, _ context: CommandContext, by actor: Actor, key: String? = nil
    ) throws -> PersonReceipt {
        try send(command, context, by: actor, key: key)
    }
}

extension PersonReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { positions }
}

extension PersonDeskCommand: HouseCommand {
    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> PersonReceipt? {
        try desk.known(positions)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> PersonReceipt {
        try desk.carryOut(self, passed, session)
    }
}

extension CaseDesk {
    fileprivate func carryOut(
        _ command: PersonDeskCommand, _ passed: PassedCommand, _ session: Session
    ) throws -> PersonReceipt {
        let context: CommandContext = passed.context
        switch command {
        case .onPerson(let name, let command, let reference):
            let state: PersonState = try self.state(of: personNumber(name))
            var concerned: CaseNumber? = try reference.map { try number(of: $0) }
            if concerned == nil, case .offerSurvey = command { concerned = try waitingForSurvey(state, session) }
            let isTheirs: Bool? = try concerned.flatMap { try self.is($0, of: state.number, session) }
            let decisions = try PersonDecider.decide(
                command.concerning(concerned), state, isTheirs: { _ in isTheirs }, context)
            try refuseIfAhead(decisions, session)
            try refuseIfNotOf(state, decisions, session)
            var receipt: PersonReceipt = try record(decisions, on: state, passed, session)
            receipt.concerning = concerned
            return receipt
        case .link(let name, let otherName, let basis, let reason):
            let person: PersonState = try self.state(of: personNumber(name))
            let other: PersonState = try self.state(of: personNumber(otherName))
            let decisions = try LinkDecider.link(
                other, to: person, lineage: PersonLoader(store: store).lineage(of: person.number), basis: basis,
                reason: reason, context)
            return try record(decisions, on: other, passed, session)
        case .unlink(let name, let otherName, let reason):
            let other: PersonState = try self.state(of: personNumber(otherName))
            let named: PersonNumber? = try name.map { try personNumber($0) }
            let person: PersonState = try self.state(of: named ?? other.knownAs?.person ?? other.number)
            let decisions = try LinkDecider.unlink(
                other, from: person, merges: try merges(across: other.number, session), reason: reason, context)
            return try record(decisions, on: other, passed, session)
        }
    }

    // MARK: What deciders are told

    private func state(of number: PersonNumber) throws -> PersonState {
        guard let state = try PersonLoader(store: store).state(of: number) else {
            throw Refusal(
                .noSuchPerson, nil,
                "there is no person \(number); `cmcase cases` names the person of each case")
        }
        if let position = state.retractedAt {
            throw Refusal(
                .retracted, nil,
                "person \(number) was met by an import that was taken back at position \(position); "
                    + "import the file again, and name who is met then")
        }
        return state
    }

    /// Whether a case is a person's, through links too; nil where there is no such case.
    private func `is`(_ number: CaseNumber, of person: PersonNumber, _ session: Session) throws -> Bool? {
        guard let state = try session.projections.cases.state(of: number) else { return nil }
        let persons: PersonProjector = session.projections.persons
        return try persons.principal(of: state.person) == persons.principal(of: person)
    }

    /// Merges of which one side is of a person, or of somebody known as them, and the other is not. O(their cases).
    private func merges(across person: PersonNumber, _ session: Session) throws -> [CasesMerged] {
        try session.projections.flush()
        let cases: CaseProjector = session.projections.cases
        let circle: Set<PersonNumber> = Set(try PersonLoader(store: store).circle(of: person).map(\.number))
        var found: Set<CasesMerged> = []
        for member in circle {
            for number in try CaseRows(store).numbers(of: member) {
                guard let state = try cases.state(of: number) else { continue }
                let sides: [CasesMerged] =
                    state.absorbed.map { CasesMerged(into: number, from: $0) }
                    + (state.mergedInto.map { [CasesMerged(into: $0, from: number)] } ?? [])
                for merge in sides {
                    let far: CaseNumber = merge.into == number ? merge.from : merge.into
                    guard let other = try cases.state(of: far), !circle.contains(other.person) else { continue }
                    found.insert(merge)
                }
            }
        }
        return found.sorted { ($0.from, $0.into) < ($1.from, $1.into) }
    }

    /// The one case of the person in which a survey is what is to be done next; nil where there is none.
    ///
    /// - Throws: `Refusal` with `.needsCase` where there are several.
    private func waitingForSurvey(_ state: PersonState, _ session: Session) throws -> CaseNumber? {
        try session.projections.flush()
        let book = try StandingBook(store)
        let persons = try PersonLoader(store: store).circle(of: book.principal(of: state.number)).map(\.number)
        let shelf: PolicyShelf = try shelf()
        let rows = CaseRows(store)
        let waiting: [CaseNumber] = try Set(persons + [state.number]).flatMap { try rows.numbers(of: $0) }
            .filter { number in
                guard let row = try rows.row(of: number), row.summary.status != .merged else {
                    return false
                }
                let standing = book.standing(of: row.person, in: number, now: session.now)
                return CaseAdvice(row.summary, on: row.channel, standing, shelf, now: session.now).advice
                    .contains { $0.action == .offerSurvey }
            }.sorted()
        guard waiting.count > 1 else { return waiting.first }
        throw Refusal(
            .needsCase, nil,
            "cases \(waiting.map { "\($0)" }.joined(separator: ", ")) of person \(state.number) wait for a survey; name the "
                + "one that gives occasion to it with case")
    }

    /// What shows where a person stands is something that they said or did, or that was recorded of them.
    private func refuseIfNotOf(_ state: PersonState, _ decisions: [Decision], _ session: Session) throws {
        for case .stanceEvidenced(let event) in decisions.map(\.event) {
            guard let shown = event.event, let stream = try store.stream(at: shown.rawValue) else { continue }
            let persons: PersonProjector = session.projections.persons
            let of: PersonNumber?
            switch StreamName(stream) {
            case .case(let number): of = try session.projections.cases.state(of: number)?.person
            case .person(let number): of = number
            default: of = nil
            }
            if let of, try persons.principal(of: of) == persons.principal(of: state.number) { continue }
            throw Refusal(
                .otherPerson, nil,
                "event \(shown) is not person \(state.number)'s\(of.map { " but person \($0)'s" } ?? ""); name one of "
                    + "theirs: `cmcase person show \(state.number)` lists their cases, `cmcase audit CASE` the events of one"
            )
        }
    }

    private func refuseIfAhead(_ decisions: [Decision], _ session: Session) throws {
        for case .stanceEvidenced(let event) in decisions.map(\.event) {
            guard let shown = event.event, !(1...session.transaction.head).contains(shown.rawValue) else { continue }
            throw Refusal(
                .malformed, nil,
                "the log has no event at position \(shown); it goes up to \(session.transaction.head)")
        }
    }

    // MARK: Recording

    private func record(
        _ decisions: [Decision], on before: PersonState, _ passed: PassedCommand, _ session: Session
    ) throws -> PersonReceipt {
        let positions: ClosedRange<Int64> = try session.record(decisions, passed)
        let after: PersonState = try state(of: before.number)
        return PersonReceipt(
            number: before.number, positions: positions, types: decisions.map(\.event.type),
            changes: PersonState.changes(from: before, to: after))
    }

    fileprivate func known(_ positions: ClosedRange<Int64>) throws -> PersonReceipt {
        // A link is recorded with both persons, and last with the one who is known by another name from then on.
        guard let stream = try store.stream(at: positions.upperBound), case .person(let number) = StreamName(stream)
        else {
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: store.path))
        }
        return PersonReceipt(
            number: number, positions: positions, types: try types(positions), changes: [], wasKnown: true)
    }
}

extension PersonCommand {
    /// The command with the case it concerns filled in.
    fileprivate func concerning(_ number: CaseNumber?) -> PersonCommand {
        switch self {
        case .offerSurvey(let instrument, let named): .offerSurvey(instrument, case: number ?? named)
        case .recordEvidence(let kind, let named, let event, let note):
            .recordEvidence(kind, case: number ?? named, event: event, note: note)
        case .assess, .answerSurvey: self
        }
    }
}

extension PersonState {
    /// What differs between two states of a person, by the names that reports use.
    static func changes(from before: PersonState, to after: PersonState) -> [AuditTrail.Change] {
        zip(before.fields, after.fields).compactMap { old, new in
            old.1 == new.1 ? nil : AuditTrail.Change(field: new.0.rawValue, before: old.1, after: new.1)
        }
    }

    private var fields: [(PersonField, String?)] {
        let assessment: Assessment? = assessments.last
        let answers: Int = surveys.count { $0.answer != nil }
        return [
            (.knownAs, knownAs.map { "\($0.person)" }), (.assessment, assessment?.assessment.rawValue),
            (.expires, assessment?.expires.map(TimeText.format)),
            (.surveysOffered, surveys.isEmpty ? nil : "\(surveys.count)"),
            (.surveysAnswered, answers == 0 ? nil : "\(answers)"),
            (.evidence, evidence.isEmpty ? nil : "\(evidence.count)"),
        ]
    }
}
