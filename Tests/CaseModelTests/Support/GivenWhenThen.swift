import CaseModel
import Testing

/// What case 7 has been through. From here one goes on to `when`, or looks at the state.
struct Given {
    let state: CaseState

    /// The case opens at minute 0; then these facts, in this order.
    init(number: CaseNumber = seven, person: PersonNumber = ana, origin: Origin = .live, _ facts: Fact...) {
        state = Given.fold(facts, number: number, person: person, origin: origin)
    }

    init(_ facts: [Fact]) { state = Given.fold(facts, number: seven, person: ana, origin: .live) }

    private init(state: CaseState) { self.state = state }

    /// The case as it goes on with others that were merged into it.
    func absorbing(_ others: Given...) -> Given { Given(state: state.combined(with: others.map(\.state))) }

    /// What the summary shows.
    var summary: CaseSummary { CaseSummary(of: state) }

    /// A person asks for something at a minute.
    func when(
        _ command: CaseCommand, at: Int64 = 1_000, rule: String? = nil, override: String? = nil,
        home: (SourceKey) -> CaseNumber? = { _ in nil }
    ) -> When {
        let context = CommandContext(at: minute(at), rule: rule, override: override)
        do {
            return When(state: state, result: .success(try CaseDecider.decide(command, state, home: home, context)))
        } catch {
            return When(state: state, result: .failure(error))
        }
    }

    /// Somebody asks that this case goes on in another.
    func whenMerged(
        into other: Given, reason: String? = nil, rule: String? = nil, override: String? = nil
    ) -> When {
        When(state: state) { () throws(Refusal) in
            try MergeDecider.merge(
                state, into: other.state, reason: reason,
                CommandContext(at: minute(1_000), rule: rule, override: override))
        }
    }

    /// Somebody asks that this case goes on by itself again.
    func whenUnmerged(
        from other: Given, reason: String? = nil, rule: String? = nil, override: String? = nil
    ) -> When {
        When(state: state) { () throws(Refusal) in
            try MergeDecider.unmerge(
                state, from: other.state, reason: reason,
                CommandContext(at: minute(1_000), rule: rule, override: override))
        }
    }

    private static func fold(
        _ facts: [Fact], number: CaseNumber, person: PersonNumber, origin: Origin
    ) -> CaseState {
        let opened = CaseOpened(
            number: number, tracking: "K-\(number)", person: person, channel: Channel("twitter"), root: key(1),
            origin: origin)
        var state: CaseState?
        for (index, fact) in ([Fact(.caseOpened(opened), at: 0)] + facts).enumerated() {
            let place = Int64(index + 1)
            let moment = EventMoment(position: Position(100 + place), version: place, occurredAt: fact.at)
            CaseState.evolve(&state, fact.event, moment)
        }
        guard let state else { preconditionFailure("a case that was opened has a state") }
        return state
    }
}

/// What was decided. From here one says what should have come of it.
struct When {
    private let state: CaseState
    private let result: Result<[Decision], Refusal>

    fileprivate init(state: CaseState, result: Result<[Decision], Refusal>) {
        self.state = state
        self.result = result
    }

    fileprivate init(state: CaseState, _ decide: () throws(Refusal) -> [Decision]) {
        do throws(Refusal) {
            self.init(state: state, result: .success(try decide()))
        } catch {
            self.init(state: state, result: .failure(error))
        }
    }

    /// These events are recorded, in this order.
    @discardableResult
    func then(_ events: Event..., sourceLocation: SourceLocation = #_sourceLocation) -> Then {
        let decisions: [Decision] = (try? result.get()) ?? []
        if case .failure(let refusal) = result {
            Issue.record("refused: \(refusal)", sourceLocation: sourceLocation)
        }
        expectSame(decisions.map(\.event), events, sourceLocation: sourceLocation)
        return Then(state: state, decisions: decisions)
    }

    /// Nothing is recorded, for this reason, in this sentence where it is given.
    func thenRefused(
        _ code: Refusal.Code, _ sentence: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard case .failure(let refusal) = result else {
            Issue.record("not refused", sourceLocation: sourceLocation)
            return
        }
        expectSame(refusal.code, code, sourceLocation: sourceLocation)
        guard let sentence else { return }
        expectSame(refusal.description, sentence, sourceLocation: sourceLocation)
    }
}

/// What came of it.
struct Then {
    fileprivate let state: CaseState
    let decisions: [Decision]

    /// The case as the decisions on its own stream leave it.
    var after: CaseState {
        var after: CaseState? = state
        for (index, decision) in decisions.enumerated() where decision.stream == .case(state.number) {
            let moment = EventMoment(
                position: Position(state.position.rawValue + Int64(index) + 1),
                version: state.version + Int64(index) + 1, occurredAt: decision.occurredAt)
            CaseState.evolve(&after, decision.event, moment)
        }
        return after ?? state
    }

    @discardableResult
    func leaves(_ status: CaseStatus, sourceLocation: SourceLocation = #_sourceLocation) -> Then {
        expectSame(CaseSummary(of: after).status, status, sourceLocation: sourceLocation)
        return self
    }
}
