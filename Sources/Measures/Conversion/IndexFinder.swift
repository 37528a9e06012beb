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

    /// Whether a complaint of a moment would start a horizon, after `close` where the open one is over by it.
    func mayStart(at moment: Timestamp) -> Bool {
        if let end = current?.end, moment <= end { return false }
        return washedOut.map { moment > $0 } ?? true
    }

    /// Takes the next evidence of the person, all of one instant, after `close` where the open horizon is over by it.
    ///
    /// - Parameters:
    ///   - gravestLast: its order where doubt counts against the house.
    ///   - gravestFirst: its order at the other end.
    ///   - mayBeIndex: whether a complaint may be an index.
    /// - Returns: the place of the one that is.
    mutating func add(
        _ instant: [ConversionFold.Pending], gravestLast: [Int], gravestFirst: [Int], of question: ConversionQuestion,
        where mayBeIndex: (Complaint) -> Bool
    ) -> Int? {
        var (last, first): (ArraySlice<Int>, ArraySlice<Int>) = (gravestLast[...], gravestFirst[...])
        var started: Int?
        if current == nil {
            started = gravestLast.first { start(instant[$0].evidence, of: question, where: mayBeIndex) }
            guard let started else { return nil }
            last = gravestLast.drop { $0 != started }.dropFirst()
            first = gravestFirst.drop { $0 != started }.dropFirst()
        }
        for place in last { current?.observe(instant[place].evidence, .gravestLast) }
        for place in first { current?.observe(instant[place].evidence, .gravestFirst) }
        return started
    }

    /// The same for the only evidence of its instant.
    ///
    /// - Returns: whether it is an index.
    mutating func add(
        _ evidence: ConversionEvidence, of question: ConversionQuestion, where mayBeIndex: (Complaint) -> Bool
    ) -> Bool {
        if current == nil { return start(evidence, of: question, where: mayBeIndex) }
        current?.observe(evidence, .gravestLast)
        current?.observe(evidence, .gravestFirst)
        return false
    }

    private mutating func start(
        _ evidence: ConversionEvidence, of question: ConversionQuestion, where mayBeIndex: (Complaint) -> Bool
    ) -> Bool {
        guard case .complaint(let complaint) = evidence.kind, mayBeIndex(complaint), mayStart(at: evidence.at)
        else { return false }
        current = IndexComplaint(evidence, complaint, end: question.end(of: question.horizon, from: evidence.at))
        washedOut = question.end(of: question.washout, from: evidence.at)
        return true
    }
}
