internal import CaseModel

/// What is to be written of one case. A class, so that handing it on costs a word.
final class CaseChange: Sendable {
    /// The case as it goes on.
    let state: CaseState
    let summary: CaseSummary
    /// The case by itself, and those that go on in it: whose evidence is written with it.
    let own: CaseState
    let absorbed: [CaseState]
    /// Whether a judgement was superseded since the rows were written.
    let isRejudged: Bool

    init(state: CaseState, own: CaseState, absorbed: [CaseState], isRejudged: Bool) {
        self.state = state
        summary = CaseSummary(of: state)
        self.own = own
        self.absorbed = absorbed
        self.isRejudged = isRejudged
    }

    /// Writes the case's row and the evidence of its mentions. O(mentions · log n).
    func write(to target: ProjectionTarget) throws {
        try CaseRow.write(state, summary, to: try target.statement(CaseRow.insert))
        // What an absorbed case's mentions say is written with the case it goes on in.
        guard state.mergedInto == nil else { return }
        let evidence = EvidenceRow(state: state, summary: summary, target: target)
        try evidence.write(own, isRejudged: isRejudged)
        for member in absorbed { try evidence.write(member, isRejudged: isRejudged) }
    }
}
