package import CaseModel
internal import EventStore
internal import SQLite

/// The read model of cases: one row a case, and the evidence of stance that its mentions are.
package final class CaseProjector: Projector {
    package static let name = "cases"
    package static let version: Int64 = 12

    private let target: ProjectionTarget
    private let loader: CaseLoader
    private let fold: CaseFold
    private var highest: Int64?

    /// Goes on after `position`, and keeps `capacity` messages in memory at most between flushes.
    init(target: ProjectionTarget, loader: CaseLoader, position: Int64, capacity: Int) {
        self.target = target
        self.loader = loader
        fold = CaseFold(loader: loader, position: position, capacity: capacity) { change in
            try target.write { (target) throws(SQLiteError) in try change.write(to: target) }
        }
    }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        try fold.apply(event, in: stream, moment)
        try write(event, of: stream, moment)
        if case .caseOpened(let opened) = event { highest = highest.map { max($0, opened.number.rawValue) } }
    }

    package func flush() throws { try fold.flush() }

    package func discard() {
        fold.discard()
        highest = nil
    }

    /// Writes what an event of a person tells of their stance, and removes what a message told that was taken back.
    func write(_ event: Event, of stream: StreamName, _ moment: EventMoment) throws {
        switch stream {
        case .person(let person):
            try RecordedEvidenceRow(target: target, loader: loader).write(event, of: person, moment)
        case .book: if case .importRetracted(let retracted) = event { try leaveOut(retracted, moment) }
        case .case:
            if case .eventTakenBack(let taken) = event { for place in taken.events { try leaveOut(place, of: stream) } }
        }
    }

    /// A message that was captured by mistake tells nothing any more. O(log n).
    private func leaveOut(_ place: Position, of stream: StreamName) throws {
        let decoder: EventDecoder = loader.reader.decoder
        var at: Int64?
        try loader.reader.store.forEachEvent(ReadSpecification(at: place.rawValue)) { row in
            if EventType(bytes: row.typeBytes) == .mentionCaptured { at = row.occurredAt }
            return false
        }
        guard let at else { return }
        var what = ReadSpecification()
        what.stream = stream.description
        var person: PersonNumber?
        try loader.reader.store.forEachEvent(what) { row in
            if case .caseOpened(let opened) = try decoder.event(of: row) { person = opened.person }
            return false
        }
        guard let person else { return }
        let statement = try target.statement(EvidenceRow.delete)
        statement.bind(1, person.rawValue)
        statement.bind(2, at)
        statement.bind(3, place.rawValue)
        try statement.run()
    }

    /// What an import captured that was taken back tells nothing any more. A scan of the evidence.
    private func leaveOut(_ retracted: ImportRetracted, _ moment: EventMoment) throws {
        let statement = try target.statement(
            """
            DELETE FROM evidence_row_{slot} WHERE position BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = evidence_row_{slot}.position) = ?1
            """)
        statement.bind(1, retracted.first.rawValue)
        statement.bind(2, moment.position.rawValue)
        try statement.run()
    }

    /// Writes what a fold elsewhere came to.
    func write(_ change: CaseChange) throws { try change.write(to: target) }

    // MARK: What deciders ask

    /// A case's own state as of now. O(1) for recently touched cases, else O(its events).
    package func state(of number: CaseNumber) throws -> CaseState? { try fold.state(of: number) }

    /// How many events a case's stream has, where that is known without asking the store; 0 for one nobody opened. O(1).
    package func knownVersion(of number: CaseNumber) -> Int64? {
        if let highest, number.rawValue > highest { return 0 }
        return fold.keptVersion(of: number)
    }

    /// A case as it goes on, with what it absorbed.
    package func combined(_ number: CaseNumber) throws -> CaseState? { try fold.combined(number) }

    /// The case that a number goes on in: itself, or where it was merged into.
    package func survivor(of number: CaseNumber) throws -> CaseNumber {
        var number = number
        var seen: Set<CaseNumber> = []
        while seen.insert(number).inserted, let next = try state(of: number)?.mergedInto { number = next }
        return number
    }

    /// The cases, merged ones left out, whose conversation starts at a message.
    package func cases(rootedAt root: SourceKey) throws -> [CaseNumber] {
        var result: Set<CaseNumber> = []
        let statement = try target.statement("SELECT number FROM case_row_{slot} WHERE root_prefix = ?2 AND root = ?1")
        root.bind(to: statement, 1)
        statement.bind(2, root.prefix)
        defer { statement.reset() }
        while try statement.step() {
            let number = CaseNumber(statement.int64(0))
            if !fold.isKept(number) { result.insert(number) }
        }
        result.formUnion(fold.kept(rootedAt: root))
        return try result.sorted().filter { try state(of: $0)?.isGone == false }
    }

    /// Calls `body` with each case that is not gone, its person, and the message its conversation starts at; with some of
    /// them twice. O(cases).
    package func forEachRoot(_ body: (SourceKey, PersonNumber, CaseNumber) -> Void) throws {
        let statement = try target.statement(
            "SELECT root, person, number FROM case_row_{slot} WHERE merged_into IS NULL AND status <> 'retracted'")
        defer { statement.reset() }
        while try statement.step() {
            if let root = SourceKey(statement.blobBytes(0)) {
                body(root, PersonNumber(statement.int64(1)), CaseNumber(statement.int64(2)))
            }
        }
        fold.forEachKept { body($0.root, $0.person, $0.number) }
    }

    /// The case of one person in the conversation that starts at a message.
    package func openCase(of person: PersonNumber, rootedAt root: SourceKey) throws -> CaseNumber? {
        let kept: CaseNumber? = fold.kept(of: person, rootedAt: root)
        let statement = try target.statement(
            """
            SELECT number FROM case_row_{slot}
            WHERE root_prefix = ?3 AND root = ?1 AND person = ?2 AND merged_into IS NULL AND status <> 'retracted' ORDER BY number
            """)
        root.bind(to: statement, 1)
        statement.bind(2, person.rawValue)
        statement.bind(3, root.prefix)
        defer { statement.reset() }
        while try statement.step() {
            let number = CaseNumber(statement.int64(0))
            if !fold.isKept(number) { return kept.map { min($0, number) } ?? number }
        }
        return kept
    }

    /// The highest number a case has. O(1).
    package func lastNumber() throws -> CaseNumber {
        if let highest { return CaseNumber(highest) }
        let statement = try target.statement("SELECT coalesce(max(number), 0) FROM case_row_{slot}")
        defer { statement.reset() }
        let written: Int64 = try statement.step() ? statement.int64(0) : 0
        let found: Int64 = max(written, fold.highestChanged)
        guard 0...EventStore.largestNumber ~= found else {
            throw StoreError(.damagedRow(table: "case_row", row: "number \(found)"), path: target.connection.path)
        }
        highest = found
        return CaseNumber(found)
    }
}
