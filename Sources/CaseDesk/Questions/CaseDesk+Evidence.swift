internal import CaseModel
internal import EventStore
internal import Measures
internal import Projections

/// The rows of evidence as figures, a person's history and the inbox understand them.
extension CaseDesk {
    /// Walks along the evidence of those who stand by themselves, then of those who are one with others, each of whom is
    /// looked up: they are few. By person and time, that of one instant in no order.
    func forEachEvidence(
        _ version: ConversionVersion, _ body: (ConversionEvidence, () -> Facets) throws -> Void
    ) throws {
        let principals: [PersonNumber: PersonNumber] = try LinkRows(store).principals()
        let linked: Set<PersonNumber> = Set(principals.keys).union(principals.values)
        let rows = EvidenceRows(store)
        let reader = EvidenceReader(store, version)
        try rows.forEach { row in
            let person: PersonNumber = row.person
            if !linked.isEmpty, linked.contains(person) { return }
            try body(try reader.evidence(row, of: person)) { row.facets }
        }
        for principal in Set(principals.values).sorted() {
            try rows.forEach(ofCircle: principal) { row in
                try body(try reader.evidence(row, of: principal)) { row.facets }
            }
        }
    }

    /// What shows where some persons stand, in its order, each with what the row calls it and the case it is of.
    ///
    /// - Parameter newest: whether only each one's latest instant is wanted.
    func evidence(
        of persons: [PersonNumber], newest: Bool = false
    ) throws -> [(evidence: ConversionEvidence, word: String, case: CaseNumber?)] {
        let stored = EvidenceRows(store)
        let reader = EvidenceReader(store, .current)
        var rows: [(evidence: ConversionEvidence, word: String, case: CaseNumber?)] = []
        for person in persons {
            try stored.forEach(of: person, newest: newest) { row in
                rows.append((try reader.evidence(row, of: person), row.kind, row.caseNumber))
            }
        }
        rows.sort { ($0.evidence.at, $0.evidence.position) < ($1.evidence.at, $1.evidence.position) }
        var ordered: [(evidence: ConversionEvidence, word: String, case: CaseNumber?)] = []
        ordered.reserveCapacity(rows.count)
        while ordered.count < rows.count {
            let at: Timestamp = rows[ordered.count].evidence.at
            let instant = rows[ordered.count...].prefix { $0.evidence.at == at }
            let first: Int = instant.startIndex
            ordered += EvidenceOrder.places(instant.map(\.evidence)).map { instant[first + $0] }
        }
        return ordered
    }
}

extension EvidenceRow {
    fileprivate var facets: Facets { Facets(channel: channel, brand: brand, targets: targets, topic: topic) }
}

/// Tells what rows of evidence show under one definition.
private struct EvidenceReader {
    private let store: EventStore
    private let waiting: WaitingRows
    private let version: ConversionVersion

    init(_ store: EventStore, _ version: ConversionVersion) {
        self.store = store
        self.version = version
        waiting = WaitingRows(store)
    }

    func evidence(_ row: EvidenceRow, of person: PersonNumber) throws -> ConversionEvidence {
        let (kind, otherEnd) = try kind(row)
        var evidence = ConversionEvidence(
            person: person, at: row.at, kind: kind, position: row.position, judgedAt: row.judgedAt,
            follows: row.follows, stanceAtOtherEnd: otherEnd)
        evidence.sequence = row.sequence
        return evidence
    }

    /// What a row shows, and the stance at the other end where it rests on a tie of time.
    private func kind(_ row: EvidenceRow) throws -> (kind: ConversionEvidence.Kind, otherEnd: Stance?) {
        let word: UnsafeRawBufferPointer = row.kindBytes
        switch word.first {
        case UInt8(ascii: "c"):
            let complaint = Complaint(
                exclusion: row.exclusion, answeredAt: row.answeredAt, resolvedAt: row.resolvedAt)
            return (.complaint(complaint), nil)
        case UInt8(ascii: "t"): return (.passive, nil)
        case UInt8(ascii: "d"): return (.detractor, nil)
        // Praise, or what other evidence says: passive or promoter.
        case _ where word.elementsEqual("passive".utf8): return (.passive, nil)
        case _ where word.elementsEqual("promoter".utf8): return (.promoter, nil)
        default: return try praise(row)
        }
    }

    /// Praise after a reply of ours is thanks, and so is praise that answers one in somebody else's case: whether it does
    /// is looked up.
    private func praise(_ row: EvidenceRow) throws -> (kind: ConversionEvidence.Kind, otherEnd: Stance?) {
        let afterReply: Int64? = version == .first ? nil : row.afterReply
        if afterReply == 1 { return (.passive, nil) }
        if let parent = row.answers, try isReplyOfOurs(parent) { return (.passive, nil) }
        return afterReply == nil ? (.promoter, nil) : (.passive, .promoter)
    }

    /// Whether a message is a reply of ours: under the current definition also one that waits for the message it answers.
    private func isReplyOfOurs(_ key: SourceKey) throws -> Bool {
        guard let (position, _) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)) else {
            return false
        }
        return try waiting.isReply(at: position, waitingToo: version != .first)
    }
}
