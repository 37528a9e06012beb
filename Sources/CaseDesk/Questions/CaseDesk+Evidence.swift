internal import CaseModel
internal import EventStore
internal import Measures
internal import Projections
internal import SQLite

/// The rows of evidence, read for figures, for a person's history and for the inbox. The one file that knows the order of
/// their columns.
extension CaseDesk {
    private static let evidence = """
        SELECT person, at, kind, answers, position, judged_at, channel, brand, targets, topic, answered_at, resolved_at,
            excluded_as, after_reply, follows, sequence_list, sequence_place, case_number
        FROM evidence_row
        """

    /// Walks along the evidence of those who stand by themselves, then of those who are one with others, each of whom is
    /// looked up: they are few. By person and time, that of one instant in no order.
    func forEachEvidence(
        _ version: ConversionVersion, _ body: (ConversionEvidence, () -> Facets) throws -> Void
    ) throws {
        let principals: [PersonNumber: PersonNumber] = try principals()
        let linked: Set<PersonNumber> = Set(principals.keys).union(principals.values)
        let statement = try store.connection.statement("\(Self.evidence) ORDER BY person, at")
        defer { statement.reset() }
        while try statement.step() {
            let person = PersonNumber(statement.int64(0))
            if !linked.isEmpty, linked.contains(person) { continue }
            try body(try evidence(statement, of: person, version)) { Self.facets(statement) }
        }
        guard !linked.isEmpty else { return }
        let circle = try store.connection.statement(
            """
            \(Self.evidence)
            WHERE person = ?1 OR person IN (SELECT person FROM link_row WHERE principal = ?1) ORDER BY at
            """)
        defer { circle.reset() }
        for principal in Set(principals.values).sorted() {
            circle.reset()
            circle.bind(1, principal.rawValue)
            while try circle.step() {
                try body(try evidence(circle, of: principal, version)) { Self.facets(circle) }
            }
        }
    }

    /// What shows where some persons stand, in its order, each with what the row calls it and the case it is of.
    ///
    /// - Parameter newest: whether only each one's latest instant is wanted.
    func evidence(
        of persons: [PersonNumber], newest: Bool = false
    ) throws -> [(evidence: ConversionEvidence, word: String, case: CaseNumber?)] {
        let latest: String = newest ? " AND at = (SELECT max(at) FROM evidence_row WHERE person = ?1)" : ""
        let statement = try store.connection.statement("\(Self.evidence) WHERE person = ?1\(latest)")
        defer { statement.reset() }
        var rows: [(evidence: ConversionEvidence, word: String, case: CaseNumber?)] = []
        for person in persons {
            statement.reset()
            statement.bind(1, person.rawValue)
            while try statement.step() {
                rows.append(
                    (
                        try evidence(statement, of: person, .current), statement.string(2),
                        statement.optionalInt64(17).map(CaseNumber.init)
                    ))
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

    private func evidence(
        _ row: Statement, of person: PersonNumber, _ version: ConversionVersion
    ) throws -> ConversionEvidence {
        let (kind, otherEnd) = try kind(row, version)
        var evidence = ConversionEvidence(
            person: person, at: Timestamp(microseconds: row.int64(1)), kind: kind, position: Position(row.int64(4)),
            judgedAt: row.optionalInt64(5).map(Position.init), follows: row.optionalInt64(14).map(Position.init),
            stanceAtOtherEnd: otherEnd)
        if let list = row.optionalInt64(15) {
            evidence.sequence = SourceSequence(place: row.int64(16), list: UInt64(bitPattern: list))
        }
        return evidence
    }

    private static func facets(_ row: Statement) -> Facets {
        Facets(
            channel: Channel(row.string(6)), brand: row.optionalString(7).map(Brand.init),
            targets: TargetSet(rawValue: UInt8(truncatingIfNeeded: row.int64(8))),
            topic: row.optionalString(9).map(Topic.init))
    }

    /// What a row shows, and the stance at the other end where it rests on a tie of time.
    private func kind(
        _ row: Statement, _ version: ConversionVersion
    ) throws -> (kind: ConversionEvidence.Kind, otherEnd: Stance?) {
        let word: UnsafeRawBufferPointer = row.textBytes(2)
        switch word.first {
        case UInt8(ascii: "c"):
            let complaint = Complaint(
                exclusion: row.optionalString(12).flatMap(Exclusion.init(rawValue:)),
                answeredAt: row.optionalInt64(10).map(Timestamp.init(microseconds:)),
                resolvedAt: row.optionalInt64(11).map(Timestamp.init(microseconds:)))
            return (.complaint(complaint), nil)
        case UInt8(ascii: "t"): return (.passive, nil)
        case UInt8(ascii: "d"): return (.detractor, nil)
        // Praise, or what other evidence says: passive or promoter.
        case _ where word.elementsEqual("passive".utf8): return (.passive, nil)
        case _ where word.elementsEqual("promoter".utf8): return (.promoter, nil)
        default: return try praise(row, version)
        }
    }

    /// Praise after a reply of ours is thanks, and so is praise that answers one in somebody else's case: whether it does
    /// is looked up.
    private func praise(
        _ row: Statement, _ version: ConversionVersion
    ) throws -> (kind: ConversionEvidence.Kind, otherEnd: Stance?) {
        let afterReply: Int64? = version == .first ? nil : row.optionalInt64(13)
        if afterReply == 1 { return (.passive, nil) }
        if let parent = SourceKey(row.blobBytes(3)), try isReplyOfOurs(parent, version) { return (.passive, nil) }
        return afterReply == nil ? (.promoter, nil) : (.passive, .promoter)
    }

    /// Whether a message is a reply of ours: under the current definition also one that waits for the message it answers.
    private func isReplyOfOurs(_ key: SourceKey, _ version: ConversionVersion) throws -> Bool {
        guard let (position, _) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)) else {
            return false
        }
        let statement = try store.connection.statement(
            """
            SELECT type = 'ReplySent' OR EXISTS (SELECT 1 FROM waiting_row
                WHERE waiting_row.position = event.position
                    AND (case_number IS NOT NULL OR ?2 AND parent IS NOT NULL))
            FROM event WHERE event.position = ?1
            """ as String)
        defer { statement.reset() }
        statement.bind(1, position)
        statement.bind(2, Int64(version == .first ? 0 : 1))
        return try statement.step() && statement.int64(0) != 0
    }
}
