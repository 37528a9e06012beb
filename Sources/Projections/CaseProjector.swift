package import CaseModel
internal import EventStore
internal import SQLite

/// The read model of cases: one row a case, and the states behind the rows while they are being folded.
///
/// States of recently touched cases are kept; the others are rebuilt from their streams when they are wanted. Memory is
/// bounded by the number of messages kept, not by the log.
package final class CaseProjector: Projector {
    package static let name = "cases"
    package static let version: Int64 = 2

    private final class Entry {
        var state: CaseState
        var isDirty = false
        /// Whether a judgement was superseded since the rows were written, so that evidence may have to go.
        var isRejudged = false
        var generation: Int
        /// What it takes up, in messages.
        var size: Int { 2 + state.mentions.count + state.replies.count }

        init(_ state: CaseState, generation: Int) {
            self.state = state
            self.generation = generation
        }
    }

    private let target: ProjectionTarget
    private let loader: CaseLoader
    private let capacity: Int
    /// The last event folded: what is rebuilt from a stream goes no further, since the rest is still to be folded.
    private var position: Int64
    private var entries: [CaseNumber: Entry] = [:]
    private var dirty: [Entry] = []
    /// Where the kept cases' conversations start, since their rows may not be written yet.
    /// Nil until somebody asks: a rebuild never does.
    private var byRoot: [SourceKey: [CaseNumber]]?
    private var messages = 0
    private var generation = 0
    private var highest: Int64?

    /// Goes on after `position`, and keeps `capacity` messages in memory at most between flushes.
    init(target: ProjectionTarget, loader: CaseLoader, position: Int64, capacity: Int) {
        self.target = target
        self.loader = loader
        self.position = position
        self.capacity = capacity
    }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        position = moment.position.rawValue
        guard case .case(let number) = stream else {
            if case .person(let person) = stream {
                try RecordedEvidenceRow(target: target).write(event, of: person, moment)
            }
            return
        }
        if case .caseOpened = event {
            var state: CaseState?
            CaseState.evolve(&state, event, moment)
            guard let state else { return }
            highest = highest.map { max($0, number.rawValue) }
            try touch(keep(state))
            return
        }
        guard let entry = try entry(number, through: position - 1) else {
            throw ReplayError.missingCase(number, moment.position)
        }
        let root: SourceKey = entry.state.root
        if case .mentionClassified(let classified) = event, entry.state.isLabelled(classified.mention) {
            entry.isRejudged = true
        }
        let size: Int = entry.size
        entry.state.apply(event, moment)
        messages += entry.size - size
        if entry.state.root != root { moved(number, from: root, to: entry.state.root) }
        try touch(entry)
    }

    package func flush() throws {
        dirty.sort { $0.state.number < $1.state.number }
        for entry in dirty where entry.isDirty {
            try write(entry)
            entry.isDirty = false
        }
        dirty.removeAll(keepingCapacity: true)
        if messages > capacity { evict() }
        generation += 1
    }

    /// Writes only what leaves the memory for want of room, the longest untouched first: a row that changes again soon is
    /// written once.
    package func relieve() throws {
        defer { generation += 1 }
        guard messages > capacity else { return }
        let leaving: [Entry] = longestUntouched()
        var written: [CaseNumber: Entry] = [:]
        for entry in leaving where entry.isDirty {
            // What an absorbed case says is written with the case it goes on in.
            var next: Entry? = entry
            while let one = next, written.updateValue(one, forKey: one.state.number) == nil {
                next = one.state.mergedInto.flatMap { entries[$0] }
            }
        }
        for entry in written.values.sorted(by: { $0.state.number < $1.state.number }) {
            try write(entry)
            entry.isDirty = false
        }
        dirty.removeAll { !$0.isDirty }
        for entry in leaving { drop(entry.state.number, entry) }
    }

    /// What has to go so that half of the room is free.
    private func longestUntouched() -> [Entry] {
        var sizes: [Int: Int] = [:]
        for entry in entries.values { sizes[entry.generation, default: 0] += entry.size }
        var left: Int = sizes.values.reduce(0, +)
        var cut: Int = .min
        for (generation, size) in sizes.sorted(by: { $0.key < $1.key }) where left > capacity / 2 {
            left -= size
            cut = generation
        }
        return entries.values.filter { $0.generation <= cut }
    }

    package func discard() {
        entries.removeAll()
        dirty.removeAll()
        byRoot = nil
        messages = 0
        highest = nil
    }

    // MARK: What deciders ask

    /// A case's own state as of now. O(1) for recently touched cases, else O(its events).
    package func state(of number: CaseNumber) throws -> CaseState? {
        try entry(number, through: position)?.state
    }

    /// A case as it goes on, with what it absorbed.
    package func combined(_ number: CaseNumber) throws -> CaseState? {
        guard let own = try state(of: number) else { return nil }
        return own.combined(with: try members(of: own))
    }

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
        let statement = try target.statement("SELECT number FROM case_row_{slot} WHERE root = ?1")
        root.bind(to: statement, 1)
        defer { statement.reset() }
        while try statement.step() {
            let number = CaseNumber(statement.int64(0))
            if entries[number] == nil { result.insert(number) }
        }
        for number in kept(rootedAt: root) { result.insert(number) }
        return try result.sorted().filter { try state(of: $0)?.mergedInto == nil }
    }

    /// The case of one person in the conversation that starts at a message.
    package func openCase(of person: PersonNumber, rootedAt root: SourceKey) throws -> CaseNumber? {
        let kept: CaseNumber? = kept(rootedAt: root).filter { number in
            entries[number].map { $0.state.person == person && $0.state.mergedInto == nil } ?? false
        }.min()
        let statement = try target.statement(
            """
            SELECT number FROM case_row_{slot} WHERE root = ?1 AND person = ?2 AND merged_into IS NULL ORDER BY number
            """)
        root.bind(to: statement, 1)
        statement.bind(2, person.rawValue)
        defer { statement.reset() }
        while try statement.step() {
            let number = CaseNumber(statement.int64(0))
            if entries[number] == nil { return kept.map { min($0, number) } ?? number }
        }
        return kept
    }

    /// The highest number a case has. O(1).
    package func lastNumber() throws -> CaseNumber {
        if let highest { return CaseNumber(highest) }
        let statement = try target.statement("SELECT coalesce(max(number), 0) FROM case_row_{slot}")
        defer { statement.reset() }
        let written: Int64 = try statement.step() ? statement.int64(0) : 0
        let found: Int64 = max(written, dirty.lazy.map(\.state.number.rawValue).max() ?? 0)
        highest = found
        return CaseNumber(found)
    }

    // MARK: Keeping states

    private func entry(_ number: CaseNumber, through position: Int64) throws -> Entry? {
        if let entry = entries[number] {
            entry.generation = generation
            return entry
        }
        guard let state = try loader.state(of: number, through: position) else { return nil }
        return keep(state)
    }

    private func keep(_ state: CaseState) -> Entry {
        let entry = Entry(state, generation: generation)
        entries[state.number] = entry
        byRoot?[state.root, default: []].append(state.number)
        messages += entry.size
        return entry
    }

    private func kept(rootedAt root: SourceKey) -> [CaseNumber] {
        if byRoot == nil {
            byRoot = Dictionary(grouping: entries.keys) { entries[$0]?.state.root ?? root }
        }
        return byRoot?[root] ?? []
    }

    private func forget(_ number: CaseNumber, rootedAt root: SourceKey) {
        guard var numbers = byRoot?[root] else { return }
        numbers.removeAll { $0 == number }
        byRoot?[root] = numbers.isEmpty ? nil : numbers
    }

    private func moved(_ number: CaseNumber, from old: SourceKey, to new: SourceKey) {
        forget(number, rootedAt: old)
        byRoot?[new, default: []].append(number)
    }

    /// Marks a case's row for writing, and that of the case it goes on in, where what it learns shows.
    private func touch(_ entry: Entry) throws {
        mark(entry)
        var next: CaseNumber? = entry.state.mergedInto
        var seen: Set<CaseNumber> = []
        while let into = next, seen.insert(into).inserted, let survivor = try self.entry(into, through: position) {
            mark(survivor)
            next = survivor.state.mergedInto
        }
    }

    private func mark(_ entry: Entry) {
        guard !entry.isDirty else { return }
        entry.isDirty = true
        dirty.append(entry)
    }

    private func members(of state: CaseState) throws -> [CaseState] {
        var result: [CaseState] = []
        var waiting: [CaseNumber] = state.absorbed
        var seen: Set<CaseNumber> = [state.number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let member = try self.state(of: next) else { continue }
            result.append(member)
            waiting += member.absorbed
        }
        return result
    }

    /// Drops what was not touched lately, and everything where that is not enough.
    private func evict() {
        for (number, entry) in entries where entry.generation < generation { drop(number, entry) }
        if messages > capacity / 2 { discard() }
    }

    private func drop(_ number: CaseNumber, _ entry: Entry) {
        entries[number] = nil
        forget(number, rootedAt: entry.state.root)
        messages -= entry.size
    }

    // MARK: Rows

    private func write(_ entry: Entry) throws {
        let absorbed: [CaseState] = entry.state.absorbed.isEmpty ? [] : try members(of: entry.state)
        let state: CaseState = entry.state.combined(with: absorbed)
        let summary = CaseSummary(of: state)
        try CaseRow.write(state, summary, to: try target.statement(CaseRow.insert))
        // What an absorbed case's mentions say is written with the case it goes on in.
        guard state.mergedInto == nil else { return }
        let evidence = EvidenceRow(state: state, summary: summary, target: target)
        let isRejudged: Bool = entry.isRejudged || absorbedBy(entry).contains(where: \.isRejudged)
        for member in [entry.state] + absorbed { try evidence.write(member, isRejudged: isRejudged) }
        entry.isRejudged = false
        for member in absorbedBy(entry) { member.isRejudged = false }
    }

    /// The kept cases that go on in a case.
    private func absorbedBy(_ entry: Entry) -> [Entry] {
        var result: [Entry] = []
        var waiting: [CaseNumber] = entry.state.absorbed
        var seen: Set<CaseNumber> = [entry.state.number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let member = entries[next] else { continue }
            result.append(member)
            waiting += member.state.absorbed
        }
        return result
    }
}

extension SourceKey {
    /// Binds the key's 16 bytes as a BLOB.
    func bind(to statement: Statement, _ index: Int32) {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { statement.bind(index, blob: $0) }
    }

    /// Reads a key from its 16 bytes.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
