package import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Tells how a case evolved, from its own stream and those it absorbed, in the order in which we learned it.
    ///
    /// O(events of the case), and O(√messages) for each; O(messages) for each step of a time at which the case had absorbed
    /// another, or was split.
    ///
    /// - Throws: `DeskError.refused` where there is no such case within the horizon.
    package func audit(_ reference: CaseReference, _ horizon: Horizon = .now) throws -> AuditTrail {
        try read {
            let asked: CaseNumber = try number(of: reference)
            let last: Int64 = try position(of: horizon)
            let loader = CaseLoader(store: store)
            var number: CaseNumber = asked
            while let next = try loader.state(of: number, through: last)?.mergedInto { number = next }
            guard let state = try loader.combined(number, through: last) else {
                throw Refusal(
                    .noSuchCase, asked, "case \(asked) was not there yet at that time; name a later one with --as-of")
            }
            let steps: [AuditTrail.Step] = try steps(number, members(of: number, through: last), through: last)
            return AuditTrail(
                asked: asked, number: number, listing: try listing(of: state, through: last),
                steps: steps,
                messages: AuditTrail.messages(of: state),
                playbook: steps.contains { $0.rule != nil } ? try playbook(of: state) : nil)
        }
    }

    /// Runs a question on one unchanging view of the log alone.
    func read<R>(_ question: () throws -> R) throws -> R {
        do { return try store.read(question) } catch { throw DeskError(error, path: store.path) ?? error }
    }

    /// The case and all that it absorbed, at any time up to a position.
    func members(of number: CaseNumber, through last: Int64) throws -> [CaseNumber] {
        let loader = CaseLoader(store: store)
        var found: [CaseNumber] = [number]
        var next = 0
        while next < found.count {
            for absorbed in try loader.state(of: found[next], through: last)?.absorbed ?? []
            where !found.contains(absorbed) { found.append(absorbed) }
            next += 1
        }
        return found
    }

    /// The cases in whose streams stands what was split off for one of these.
    private func donors(of members: [CaseNumber], through last: Int64) throws -> Set<CaseNumber> {
        let loader = CaseLoader(store: store)
        var found: Set<CaseNumber> = []
        for member in members {
            found.formUnion(try loader.state(of: member, through: last)?.moves.received.keys.map { $0 } ?? [])
        }
        return found
    }

    private func steps(_ number: CaseNumber, _ members: [CaseNumber], through last: Int64) throws -> [AuditTrail.Step] {
        var steps: [AuditTrail.Step] = []
        let decoder = EventDecoder()
        // With those whose merge was taken back since: what a step changed then doesn't depend on that.
        var absorbed: [CaseNumber] = members
        var next = 0
        while next < absorbed.count {
            let member: CaseNumber = absorbed[next]
            let own: [AuditTrail.Step] = try self.steps(in: member, through: last, decoder)
            for case .casesMerged(let merge) in own.map(\.event) where merge.into == member {
                if !absorbed.contains(merge.from) { absorbed.append(merge.from) }
            }
            steps += own
            next += 1
        }
        let former: Set<CaseNumber> = Set(absorbed).subtracting(members)
        let donors: Set<CaseNumber> = try donors(of: absorbed, through: last).subtracting(members)
        for donor in donors.subtracting(absorbed).sorted() {
            steps += try self.steps(in: donor, through: last, decoder)
        }
        steps += try retractions(of: steps, through: last, decoder)
        steps += try personal(
            of: members, between: steps.filter { !former.map(StreamName.case).contains($0.stream) }, through: last,
            decoder)
        steps += try incidents(of: members, through: last, decoder)
        steps.sort { $0.position < $1.position }
        let held: AuditTrail.Held = try derive(&steps, for: number, members: Set(members), donors: donors)
        return steps.filter { held.concerns($0) }
    }

    private func steps(
        in number: CaseNumber, through last: Int64, _ decoder: EventDecoder
    ) throws -> [AuditTrail.Step] {
        var steps: [AuditTrail.Step] = []
        var what = ReadSpecification()
        what.stream = StreamName.case(number).description
        what.through = last
        try store.forEachEvent(what) { row in
            steps.append(try step(row, StreamName.case(number), decoder))
            return true
        }
        return steps
    }

    func step(_ row: EventRow, _ stream: StreamName, _ decoder: EventDecoder) throws -> AuditTrail.Step {
        let recorded: RecordedEvent = try decoder.recorded(row, in: stream)
        let event: Event = recorded.event
        let position = Position(row.position)
        var content = AuditTrail.ContentState.none
        var place: Position = position
        if case .messageAttached(let attached) = event { place = attached.awaited }
        if row.contentCommitment != nil || place != position {
            content = try self.content(at: place).map { .present($0) } ?? .erased
        }
        return AuditTrail.Step(
            position: position, stream: stream, version: row.version, event: event, holds: recorded,
            occurredAt: recorded.occurredAt, recordedAt: Timestamp(microseconds: row.recordedAt), actor: row.actor,
            causation: row.causation.map(Position.init), correlation: Position(row.correlation),
            rule: try EventCodec.rule(in: row.payloadBytes),
            payload: String(decoding: row.payloadBytes, as: UTF8.self), content: content,
            visibility: event.visibility, changes: [], after: CaseSummary.nothing)
    }

    /// Folds the steps again, one by one, and notes what each changed.
    ///
    /// - Returns: which of the steps concern the case.
    private func derive(
        _ steps: inout [AuditTrail.Step], for number: CaseNumber, members: Set<CaseNumber>, donors: Set<CaseNumber>
    ) throws -> AuditTrail.Held {
        var whileMerged: Set<Position> = []
        var states: [CaseNumber: CaseState] = [:]
        var running: [CaseNumber: RunningSummary] = [:]
        var retracted: [Position: Position] = [:]
        var before: CaseSummary?
        for index in steps.indices {
            var corrected: [AuditTrail.Change] = []
            let member: CaseNumber
            switch (steps[index].stream, steps[index].event) {
            case (.case(let named), .eventCorrected(let correction)):
                member = named
                corrected = try Self.correct(&steps, correction, at: index)
                states[member] = Self.folded(member, steps[...index], retracted)
                running[member] = nil
            case (.case(let named), .eventTakenBack(let taken)):
                member = named
                Self.takeBack(&steps, taken, at: index)
                states[member] = Self.folded(member, steps[...index], retracted)
                running[member] = nil
            case (.person, .eventTakenBack(let taken)):
                Self.takeBack(&steps, taken, at: index)
                if let before { steps[index].after = before }
                continue
            case (.case(let named), let event):
                member = named
                CaseState.evolve(&states[member], event, steps[index].moment)
                running[member]?.apply(event, steps[index].moment)
            case (_, .importRetracted(let event)):
                member = number
                retracted[Position(event.first.rawValue)] = steps[index].position
                for place in steps[..<index].indices where steps[place].correlation == event.first {
                    steps[place].retractedAt = steps[index].position
                }
                for named in states.keys { states[named] = Self.folded(named, steps[...index], retracted) }
                running = [:]
            default:
                if let before { steps[index].after = before }
                continue
            }
            // Until a merge, a member's steps change its own state; from then on, that of the case it goes on in.
            // What stands in a stream that it was split off from changes the case itself.
            let goesOnIn: CaseNumber = Self.goesOnIn(member, states)
            if goesOnIn == number { whileMerged.insert(steps[index].position) }
            let isDonated: Bool = !members.contains(member) && donors.contains(member) && states[number] != nil
            let subject: CaseNumber = isDonated ? number : goesOnIn
            guard let after = Self.summary(of: subject, states, &running) else { continue }
            let isSame: Bool = subject == number
            steps[index].changes =
                corrected + (isSame || before == nil ? CaseSummary.changes(from: before, to: after) : [])
            steps[index].after = after
            if isSame { before = after }
        }
        return AuditTrail.Held(
            members: members, whileMerged: whileMerged,
            state: states[number].map { CaseWhole(of: $0) { states[$0] }.state })
    }

    /// The summary of a case among its states. A function of its own, so that no reference to a state is left when the next
    /// event changes it: a shared state would be copied for each event.
    @inline(never)
    private static func summary(
        of number: CaseNumber, _ states: [CaseNumber: CaseState], _ running: inout [CaseNumber: RunningSummary]
    ) -> CaseSummary? {
        guard let own = states[number] else { return nil }
        if own.isOfOneStream { return running[number, default: RunningSummary(of: own)].summary(of: own) }
        return CaseSummary(of: CaseWhole(of: own) { states[$0] }.state)
    }

    /// A case's state by its steps, each as it holds, those of imports that were taken back left out.
    private static func folded(
        _ number: CaseNumber, _ steps: ArraySlice<AuditTrail.Step>, _ retracted: [Position: Position]
    ) -> CaseState? {
        var state: CaseState?
        for step in steps where step.stream == .case(number) {
            let taken: Position? = retracted[step.correlation]
            if taken != nil, step.version > 1 { continue }
            if step.takenBack != nil { continue }
            CaseState.evolve(&state, step.holds.event, step.moment)
            if let taken { state?.retractedAt = taken }
        }
        return state
    }

    /// The events that took back an import which recorded one of the steps.
    private func retractions(
        of steps: [AuditTrail.Step], through last: Int64, _ decoder: EventDecoder
    ) throws -> [AuditTrail.Step] {
        let places: [Int64] = try store.retractions().filter { $0 <= last }
        if places.isEmpty { return [] }
        let recorded: Set<Position> = Set(steps.map(\.correlation))
        var found: [AuditTrail.Step] = []
        for place in places {
            let what = ReadSpecification(at: place)
            try store.forEachEvent(what) { row in
                let step: AuditTrail.Step = try step(row, .book, decoder)
                if case .importRetracted(let event) = step.event, recorded.contains(event.first) { found.append(step) }
                return false
            }
        }
        return found
    }

    /// Marks the steps that were taken back, and says by whom and why.
    private static func takeBack(_ steps: inout [AuditTrail.Step], _ taken: EventTakenBack, at index: Int) {
        var reason: String?
        if case .present(let content) = steps[index].content { reason = content.note }
        for place in steps[..<index].indices where taken.events.contains(steps[place].position) {
            steps[place].takenBack = AuditTrail.TakenBack(
                at: steps[index].position, occurredAt: steps[index].occurredAt, actor: steps[index].actor,
                reason: reason)
        }
    }

    /// Puts a correction into the step that it corrects, and says what it changed there.
    private static func correct(
        _ steps: inout [AuditTrail.Step], _ correction: EventCorrected, at index: Int
    ) throws -> [AuditTrail.Change] {
        guard let place = steps[..<index].firstIndex(where: { $0.position == correction.event }) else { return [] }
        let changes: [AuditTrail.Change] = steps[place].holds.changes(by: correction)
        do { try steps[place].holds.apply(correction) } catch {
            throw ReplayError.unreadablePayload(steps[place].event.type, steps[place].position, error)
        }
        steps[place].correctedBy.append(steps[index].position)
        return changes.map {
            AuditTrail.Change(field: "#\(correction.event) \($0.field)", before: $0.before, after: $0.after)
        }
    }

    private static func goesOnIn(_ number: CaseNumber, _ states: [CaseNumber: CaseState]) -> CaseNumber {
        var number: CaseNumber = number
        while let next = states[number]?.mergedInto, states[next] != nil { number = next }
        return number
    }

    /// A case as lists show it, from its state.
    func listing(of state: CaseState, through last: Int64) throws -> CaseListing {
        var account: Content?
        let person = StreamName.person(state.person).description
        var what = ReadSpecification()
        what.stream = person
        try store.forEachEvent(what) { row in
            account = try content(at: Position(row.position))
            return account == nil
        }
        return CaseListing(
            number: state.number, tracking: state.tracking, person: state.person, account: account,
            channel: state.channel, root: state.root,
            rootID: try rootID(
                of: state.root, on: state.channel, in: state.number, answeredIn: nil, through: last),
            origin: state.origin.rawValue, CaseSummary(of: state), mergedInto: state.mergedInto,
            version: state.position, text: try content(ofOneAt: state.openingWords)?.text)
    }
}

extension Event {
    /// Who can read what the event says; nil where it is the house's own business.
    package var visibility: Visibility? {
        switch self {
        case .mentionCaptured(let event): event.visibility
        case .replySent(let event): event.visibility
        case .messageAttached(let event): event.visibility
        case .messageAwaited(let event): event.visibility
        case .resolutionPublished: .isPublic
        default: nil
        }
    }
}
