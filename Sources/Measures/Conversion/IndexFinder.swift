import CaseModel

/// Finds the index complaints of one person: the first complaint outside a washout starts the next.
struct IndexFinder {
    private var current: IndexComplaint?
    private var washedOut: Timestamp?

    /// Whether the open horizon ends before a moment.
    func isOver(by moment: Timestamp) -> Bool {
        guard let end = current?.end else { return false }
        return moment > end
    }

    /// Closes the open horizon and returns its complaint.
    mutating func close() -> IndexComplaint? {
        defer { current = nil }
        return current
    }

    /// Whether a complaint at a moment would be an index complaint. Call `close` first if `isOver`.
    func mayStart(at moment: Timestamp) -> Bool {
        if let end = current?.end, moment <= end { return false }
        return washedOut.map { moment > $0 } ?? true
    }

    /// Adds all evidence of one instant. Call `close` first if `isOver`.
    ///
    /// - Parameters:
    ///   - gravestLast: its order with ties decided against us.
    ///   - gravestFirst: its order with ties decided the other way.
    ///   - mayBeIndex: whether a complaint may be an index complaint.
    /// - Returns: the index of the evidence that is one.
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

    /// The same for evidence without a tie.
    ///
    /// - Returns: whether it is an index complaint.
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
