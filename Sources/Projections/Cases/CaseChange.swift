internal import CaseModel
internal import SQLite

/// What is to be written of one case. A class, so that handing it on costs a word.
final class CaseChange: Sendable {
    /// The case as it goes on.
    let state: CaseState
    let summary: CaseSummary
    /// What it is made of, whose evidence is written with it; nothing where it stands by itself.
    let parts: [CasePart]
    /// Whether a judgement was superseded since the rows were written.
    let isRejudged: Bool

    init(state: CaseState, parts: [CasePart] = [], isRejudged: Bool) {
        let state: CaseState = state.settled
        self.state = state
        summary = CaseSummary(of: state)
        self.parts = parts
        self.isRejudged = isRejudged
    }

    /// Writes the case's row and the evidence of its mentions. O(mentions · log n).
    func write(to target: ProjectionTarget) throws(SQLiteError) {
        try target.writer(of: CaseColumn.self).write(state, summary)
        // What an absorbed case's mentions say is written with the case it goes on in.
        guard state.mergedInto == nil else { return }
        let evidence = MentionEvidence(state: state, summary: summary, target: target)
        if parts.isEmpty { return try evidence.write(state.mentions, of: state.person, isRejudged: isRejudged) }
        for part in parts { try evidence.write(part.mentions, of: part.person, isRejudged: isRejudged) }
    }
}
