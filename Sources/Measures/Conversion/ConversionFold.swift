package import CaseModel

/// Computes the conversion from a stream of evidence in one pass; memory grows with the groups, not with the evidence.
///
/// The evidence comes person by person, of each person in the order of (time, key): "after" a complaint means later in
/// that order. In which order the persons come makes no difference. The whole history is fed, whatever the window.
package struct ConversionFold {
    /// What is asked.
    package let question: ConversionQuestion

    private let onIndex: ((IndexComplaint) -> Void)?
    private var person: PersonNumber?
    private var lastAt = Timestamp(microseconds: .min)
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

    /// Takes the next evidence. O(1), free of allocation where nothing is taken apart.
    ///
    /// - Parameter facets: where a complaint belongs; asked for only of an index complaint, where the figure is to be
    ///   taken apart.
    /// - Precondition: it is not earlier than the evidence before it of the same person.
    package mutating func add(_ evidence: ConversionEvidence, facets: @autoclosure () -> Facets) {
        if evidence.person != person {
            closePerson()
            person = evidence.person
        } else {
            precondition(evidence.at >= lastAt, "evidence of person \(evidence.person) is out of order")
        }
        lastAt = evidence.at

        if case .complaint(let complaint) = evidence.kind, let exclusion = complaint.exclusion {
            exclude(exclusion, at: evidence.at)
            if every == nil { every = founded }
        }
        if every?.isOver(by: evidence.at) == true, let index = every?.close() { countWithExcluded(index) }
        if founded.isOver(by: evidence.at), let index = founded.close() { count(index) }
        if founded.add(evidence, of: question, where: { $0.exclusion == nil }), let grouping = question.grouping {
            group = grouping.key(of: facets(), at: evidence.at)
        }
        _ = every?.add(evidence, of: question, where: { _ in true })
    }

    /// Takes evidence of somebody whom nobody knows: it may be anybody's, so it is counted and nothing more. O(1).
    package mutating func leaveOut(ofNobodyAt moment: Timestamp) {
        if question.window.contains(moment) { evidenceOfNobody += 1 }
    }

    /// Ends the stream. O(g log g) for g groups.
    package consuming func finish() -> Conversion {
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
