package import CaseModel
internal import EventStore
internal import SQLite

/// The read model of cases: one row a case, and the evidence of stance that its mentions are.
package final class CaseProjector: Projector {
    package static let name = "cases"
    package static let version: Int64 = 13

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
            try RecordedEvidence(target: target, loader: loader).write(event, of: person, moment)
        case .book: if case .importRetracted(let retracted) = event { try leaveOut(retracted, moment) }
        case .case:
            if case .eventTakenBack(let taken) = event { for place in taken.events { try leaveOut(place, of: stream) } }
        }
    }

    /// A message that was captured by mistake tells nothing any more. O(log n).
    private func leaveOut(_ place: Position, of stream: StreamName) throws {
        let decoder: EventDecoder = loader.reader.decoder
        var at: Timestamp?
        try loader.reader.store.forEachEvent(ReadSpecification(at: place.rawValue)) { row in
            if EventType(bytes: row.typeBytes) == .mentionCaptured {
                at = Timestamp(microseconds: row.occurredAt)
            }
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
        try EvidenceRows(target).remove(of: person, at: at, place)
    }

    /// What an import captured that was taken back tells nothing any more. A scan of the evidence.
    private func leaveOut(_ retracted: ImportRetracted, _ moment: EventMoment) throws {
        try EvidenceRows(target).leaveOut(from: retracted.first, through: moment.position)
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
        try CaseRows(target).forEach(rootedAt: root) { if !fold.isKept($0) { result.insert($0) } }
        result.formUnion(fold.kept(rootedAt: root))
        return try result.sorted().filter { try state(of: $0)?.isGone == false }
    }

    /// Calls `body` with each case that is not gone, its person, and the message its conversation starts at; with some of
    /// them twice. O(cases).
    package func forEachRoot(_ body: (SourceKey, PersonNumber, CaseNumber) -> Void) throws {
        try CaseRows(target).forEachRoot(body)
        fold.forEachKept { body($0.root, $0.person, $0.number) }
    }

    /// The case of one person in the conversation that starts at a message.
    package func openCase(of person: PersonNumber, rootedAt root: SourceKey) throws -> CaseNumber? {
        let kept: CaseNumber? = fold.kept(of: person, rootedAt: root)
        let written: CaseNumber? = try CaseRows(target).first(of: person, rootedAt: root) { !fold.isKept($0) }
        guard let kept, let written else { return kept ?? written }
        return min(kept, written)
    }

    /// The highest number a case has. O(1).
    package func lastNumber() throws -> CaseNumber {
        if let highest { return CaseNumber(highest) }
        let written: Int64 = try CaseRows(target).lastNumber()
        let found: Int64 = max(written, fold.highestChanged)
        guard 0...EventStore.largestNumber ~= found else {
            throw StoreError(.damagedRow(table: "case_row", row: "number \(found)"), path: target.path)
        }
        highest = found
        return CaseNumber(found)
    }
}
