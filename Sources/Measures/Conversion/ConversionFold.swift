package import CaseModel

/// Computes the conversion from a stream of evidence in one pass; memory grows with the groups, not with the evidence.
///
/// The evidence comes person by person, of each person in the order of time; that of one instant in any order, since
/// `EvidenceOrder` puts it right. In which order the persons come makes no difference. The whole history is fed, whatever
/// the window.
package struct ConversionFold {
    /// What is asked.
    package let question: ConversionQuestion

    private let onIndex: ((IndexComplaint) -> Void)?
    /// The evidence of one person and one instant, until the next comes.
    private var instant: [Pending] = []
    private var founded = IndexFinder()
    /// Finds them with the excluded complaints in; nil while that comes to the same for the person.
    private var every: IndexFinder?
    private var sums = PersonSums()
    /// The part to which the open index complaint belongs.
    private var group = GroupKey.none

    private var figures = ConversionFigures()
    private var groups: [GroupKey: ConversionFigures] = [:]
    private var excluded = ExcludedComplaints()
    private var evidenceOfNobody = 0

    /// Evidence that waits for the rest of its instant.
    struct Pending {
        var evidence: ConversionEvidence
        /// Where it belongs, if it may be an index complaint and the figure is to be taken apart.
        var facets: Facets?
    }

    /// The index complaints of the person whose evidence is being fed, and whether some were excluded.
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

    /// Starts an empty fold.
    ///
    /// - Parameter onIndex: called for each index complaint that counts, with what decided it, as soon as it is known.
    package init(_ question: ConversionQuestion, onIndex: ((IndexComplaint) -> Void)? = nil) {
        self.question = question
        self.onIndex = onIndex
    }

    /// Takes the next evidence. O(1), free of allocation where nothing is taken apart and no other has its time.
    ///
    /// - Parameter facets: where a complaint belongs; asked for only of what may be an index complaint, where the figure
    ///   is to be taken apart.
    /// - Precondition: it is not earlier than the evidence before it of the same person.
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

    /// Feeds what happened at one instant to the finders, in its order.
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

    /// - Returns: the place of what starts an index, if anything does.
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

    /// Takes evidence of somebody whom nobody knows: it may be anybody's, so it is counted and nothing more. O(1).
    package mutating func leaveOut(ofNobodyAt moment: Timestamp) {
        if question.window.contains(moment) { evidenceOfNobody += 1 }
    }

    /// Ends the stream. O(g log g) for g groups.
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
