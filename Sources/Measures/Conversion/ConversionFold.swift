package import CaseModel

/// Computes the conversion from evidence in one pass. Memory grows with the number of groups, not with the evidence.
///
/// Feed it the whole history, whatever the window: person by person, in any order of persons; of each person by time;
/// of one instant in any order.
package struct ConversionFold {
    package let question: ConversionQuestion

    private let onIndex: ((IndexComplaint) -> Void)?
    /// Evidence of one person and instant, until later evidence arrives.
    private var instant: [Pending] = []
    private var founded = IndexFinder()
    /// Finds index complaints with excluded ones counted; nil while that makes no difference for the person.
    private var every: IndexFinder?
    private var sums = PersonSums()
    /// The group of the open index complaint.
    private var group = GroupKey.none

    private var figures = ConversionFigures()
    private var groups: [GroupKey: ConversionFigures] = [:]
    private var excluded = ExcludedComplaints()
    private var evidenceOfNobody = 0

    /// Evidence that waits for the rest of its instant.
    struct Pending {
        var evidence: ConversionEvidence
        /// Set if it may be an index complaint and a grouping was asked for.
        var facets: Facets?
    }

    /// The index complaints of the current person.
    private struct PersonSums {
        var counted: [CountedComplaint] = []
        var withExcluded: [CountedComplaint] = []
        var hasExcluded = false

        mutating func clear() {
            counted.removeAll(keepingCapacity: true)
            withExcluded.removeAll(keepingCapacity: true)
            hasExcluded = false
        }
    }

    /// - Parameter onIndex: called for each index complaint in the window once its horizon is over.
    package init(_ question: ConversionQuestion, onIndex: ((IndexComplaint) -> Void)? = nil) {
        self.question = question
        self.onIndex = onIndex
    }

    /// Adds evidence. O(1), without allocation unless there is a grouping or a tie.
    ///
    /// - Parameter facets: evaluated only for possible index complaints, and only with a grouping.
    /// - Precondition: not earlier than the evidence before it of the same person.
    package mutating func add(_ evidence: ConversionEvidence, facets: @autoclosure () -> Facets) {
        if let before = instant.last?.evidence, before.person != evidence.person || before.at != evidence.at {
            takeInstant()
            if before.person != evidence.person {
                closePerson()
            } else {
                precondition(evidence.at > before.at, "evidence of person \(evidence.person) is out of order")
            }
        }
        let isAsked: Bool = question.grouping != nil && evidence.isComplaint && founded.mayStart(at: evidence.at)
        instant.append(Pending(evidence: evidence, facets: isAsked ? facets() : nil))
    }

    /// Processes the pending instant.
    private mutating func takeInstant() {
        guard let at = instant.first?.evidence.at else { return }
        for pending in instant {
            guard case .complaint(let complaint) = pending.evidence.kind, let exclusion = complaint.exclusion else {
                continue
            }
            exclude(exclusion, at: at)
            if every == nil { every = founded }
        }
        if every?.isOver(by: at) == true, let index = every?.close() { countWithExcluded(index) }
        if founded.isOver(by: at), let index = founded.close() { count(index) }
        if let started = feed(), let grouping = question.grouping, let facets = instant[started].facets {
            group = grouping.key(of: facets, at: at)
        }
        instant.removeAll(keepingCapacity: true)
    }

    /// - Returns: the index in `instant` of a new index complaint, if any.
    private mutating func feed() -> Int? {
        if instant.count == 1 {
            _ = every?.add(instant[0].evidence, of: question, where: { _ in true })
            return founded.add(instant[0].evidence, of: question, where: { $0.exclusion == nil }) ? 0 : nil
        }
        let pending: [Pending] = instant
        let evidence: [ConversionEvidence] = pending.map(\.evidence)
        let last: [Int] = EvidenceOrder.places(evidence, facets: { pending[$0].facets }, .gravestLast)
        let first: [Int] = EvidenceOrder.places(evidence, facets: { pending[$0].facets }, .gravestFirst)
        _ = every?.add(pending, gravestLast: last, gravestFirst: first, of: question, where: { _ in true })
        return founded.add(
            pending, gravestLast: last, gravestFirst: first, of: question, where: { $0.exclusion == nil })
    }

    /// Counts evidence of an anonymous author, which can't be attributed. O(1).
    package mutating func leaveOut(ofNobodyAt moment: Timestamp) {
        if question.window.contains(moment) { evidenceOfNobody += 1 }
    }

    /// The result. O(g log g) for g groups.
    package consuming func finish() -> Conversion {
        takeInstant()
        closePerson()
        return Conversion(
            horizon: question.horizon, washout: question.washout, endOfData: question.endOfData,
            window: question.window, facet: question.grouping?.facet, figures: figures,
            groups: groups.sorted { $0.key < $1.key }.map { Conversion.Group(key: $0.key, figures: $0.value) },
            excluded: excluded, evidenceOfNobody: evidenceOfNobody)
    }

    private mutating func closePerson() {
        if let index = every?.close() { countWithExcluded(index) }
        if let index = founded.close() { count(index) }
        founded = IndexFinder()
        every = nil
        countPerson()
        sums.clear()
    }

    private mutating func countPerson() {
        if !sums.counted.isEmpty {
            figures.add(sums.counted)
            if question.grouping != nil { countGroups() }
        }
        if !sums.withExcluded.isEmpty { excluded.figuresWithThem.add(sums.withExcluded) }
        if sums.hasExcluded { excluded.persons += 1 }
        if sums.counted.isEmpty, !sums.withExcluded.isEmpty { excluded.personsLeftOut += 1 }
    }

    private mutating func countGroups() {
        if sums.counted.count == 1 {
            return groups[sums.counted[0].group, default: ConversionFigures()].add(sums.counted)
        }
        for (group, complaints) in Dictionary(grouping: sums.counted, by: \.group) {
            groups[group, default: ConversionFigures()].add(complaints)
        }
    }

    private mutating func exclude(_ exclusion: Exclusion, at moment: Timestamp) {
        guard question.window.contains(moment) else { return }
        excluded.complaints[exclusion, default: 0] += 1
        sums.hasExcluded = true
    }

    private mutating func count(_ index: IndexComplaint) {
        guard question.window.contains(index.at) else { return }
        sums.counted.append(counted(index))
        if every == nil { countWithExcluded(index) }
        onIndex?(index)
    }

    private mutating func countWithExcluded(_ index: IndexComplaint) {
        guard question.window.contains(index.at) else { return }
        sums.withExcluded.append(counted(index))
    }

    private func counted(_ index: IndexComplaint) -> CountedComplaint {
        CountedComplaint(index: index, isMature: index.end <= question.endOfData, group: group)
    }
}
