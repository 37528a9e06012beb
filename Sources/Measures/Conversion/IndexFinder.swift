import CaseModel

/// Finds the index complaints in the history of one person: a complaint in no washout starts the next one.
struct IndexFinder {
    private var current: IndexComplaint?
    private var washedOut: Timestamp?

    /// Whether the horizon that is open has passed by a moment.
    func isOver(by moment: Timestamp) -> Bool {
        guard let end = current?.end else { return false }
        return moment > end
    }

    /// Ends the open horizon, if there is one, and says what came of its complaint.
    mutating func close() -> IndexComplaint? {
        defer { current = nil }
        return current
    }

    /// Takes the next evidence of the person, after `close` where the open horizon is over by it.
    ///
    /// - Parameter mayStart: whether a complaint may be an index.
    /// - Returns: whether it is one.
    mutating func add(
        _ evidence: ConversionEvidence, of question: ConversionQuestion, where mayStart: (Complaint) -> Bool
    ) -> Bool {
        if current != nil {
            current?.observe(evidence)
            return false
        }
        guard case .complaint(let complaint) = evidence.kind, mayStart(complaint) else { return false }
        if let washedOut, evidence.at <= washedOut { return false }
        current = IndexComplaint(evidence, complaint, end: question.end(of: question.horizon, from: evidence.at))
        washedOut = question.end(of: question.washout, from: evidence.at)
        return true
    }
}
