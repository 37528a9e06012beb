internal import CaseModel

/// The fold of all cases: keeps the states of recently changed cases and emits their changes.
///
/// Other states are rebuilt from their streams when needed. Memory is bounded by the number of messages kept, not by
/// the log. Writes no rows itself, so that a rebuild can fold on one thread and write on another.
final class CaseFold {
    final class Entry {
        fileprivate(set) var state: CaseState
        fileprivate var isDirty = false
        /// The generation in which it was added to `dirty`.
        fileprivate var dirtySince = 0
        /// Whether a mention was reclassified since its rows were written, so that evidence rows may have to be
        /// deleted.
        fileprivate var isRejudged = false
        fileprivate var generation: Int
        /// Its share of `capacity`.
        fileprivate var size: Int { 2 + state.messageCount }

        fileprivate init(_ state: CaseState, generation: Int) {
            self.state = state
            self.generation = generation
        }

        fileprivate func fold(_ event: Event, _ moment: EventMoment) -> FoldEffect {
            let effect: FoldEffect = state.folding(event, moment)
            if effect.isRejudged { isRejudged = true }
            return effect
        }
    }

    /// The last event folded. States are rebuilt only up to it, since later events are still to be folded.
    private(set) var position: Int64
    private let loader: CaseLoader
    private let capacity: Int
    /// The number of generations after which an unchanged case is emitted.
    static let generationsUntilRest = 10
    private let emit: (CaseChange) throws -> Void
    private var entries: [CaseNumber: Entry] = [:]
    /// Changed cases, the oldest change first.
    private var dirty: [Entry] = []
    /// The conversations of kept cases, whose rows may not be written yet; nil until first needed.
    private var places: ConversationPlaces?
    private var messages = 0
    private var generation = 0
    /// The case used last in this generation: consecutive events are often about one case.
    private var latest: Entry?

    /// Continues after `position`, keeps at most `capacity` messages between flushes, and passes changes to `emit`.
    init(loader: CaseLoader, position: Int64, capacity: Int, emit: @escaping (CaseChange) throws -> Void) {
        self.loader = loader
        self.position = position
        self.capacity = capacity
        self.emit = emit
    }

    func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        position = moment.position.rawValue
        guard case .case(let number) = stream else {
            if case .importRetracted(let retracted) = event { try leaveOut(retracted) }
            return
        }
        if case .caseOpened = event {
            var state: CaseState?
            CaseState.evolve(&state, event, moment)
            guard let state else { return }
            return mark(keep(state))
        }
        guard let entry = try entry(number, through: position - 1) else {
            throw ReplayError.missingCase(number, moment.position)
        }
        var effect: FoldEffect = entry.fold(event, moment)
        messages += effect.growth
        if event.changesThePast, let state = try loader.state(of: number, through: position) {
            // Earlier events of the stream have changed: replace the state by one folded anew.
            _ = replace(state)
            entry.isRejudged = true
            effect.isShownElsewhere = true
        }
        if let former = effect.formerRoot { moved(entry.state, from: former) }
        guard effect.isShownElsewhere else { return mark(entry) }
        try touch(entry)
        for holder in effect.formerHolders {
            if let entry = try self.entry(holder, through: position) { try touch(entry) }
        }
    }

    /// Refolds the cases of a retracted import.
    private func leaveOut(_ retracted: ImportRetracted) throws {
        loader.reader.retractions.refresh()
        for number in try loader.cases(touchedBy: retracted, through: position) {
            guard let state = try loader.state(of: number, through: position) else { continue }
            let entry: Entry = replace(state)
            entry.isRejudged = true
            try touch(entry)
            if messages > capacity { try flush() }
        }
    }

    /// Emits all changed cases.
    func flush() throws {
        dirty.sort { $0.state.number < $1.state.number }
        for entry in dirty where entry.isDirty {
            try hand(entry)
            entry.isDirty = false
        }
        dirty.removeAll(keepingCapacity: true)
        if messages > capacity { evict() }
        beginGeneration()
    }

    private func beginGeneration() {
        generation += 1
        latest = nil
    }

    /// Emits cases that have not changed for a while, so that the writing thread has work and a row that changes again
    /// soon is written once. Evicts the least recently used states if there are too many. O(changes since the last
    /// call), sometimes O(states kept).
    ///
    /// - Parameter rest: the number of generations without a change.
    func relieve(after rest: Int = generationsUntilRest) throws {
        beginGeneration()
        let resting: Int = generation - rest
        var passed = 0
        while passed < dirty.count, dirty[passed].dirtySince <= resting {
            let entry: Entry = dirty[passed]
            passed += 1
            if entry.generation <= resting { try settle(entry) } else if entry.isDirty { queue(entry) }
        }
        dirty.removeFirst(passed)
        guard messages > capacity else { return }
        for entry in longestUntouched() {
            try settle(entry)
            drop(entry.state.number, entry)
        }
        dirty.removeAll { !$0.isDirty }
    }

    /// Emits a changed case and the one it was merged into: the latter's change contains the messages of both.
    private func settle(_ entry: Entry) throws {
        var next: Entry? = entry
        while let one = next, one.isDirty {
            try hand(one)
            one.isDirty = false
            next = one.state.mergedInto.flatMap { entries[$0] }
        }
    }

    /// Forgets everything, changes included.
    func discard() {
        entries.removeAll()
        latest = nil
        dirty.removeAll()
        places = nil
        messages = 0
    }

    // MARK: Queries

    /// The case's own state. O(1) if it is kept, else O(its events).
    func state(of number: CaseNumber) throws -> CaseState? {
        try entry(number, through: position)?.state
    }

    /// The combined case.
    func combined(_ number: CaseNumber) throws -> CaseState? {
        guard let own = try state(of: number) else { return nil }
        return try CaseWhole(of: own) { try state(of: $0) }.state
    }

    /// Whether the state is in memory, so that its row may be outdated.
    func isKept(_ number: CaseNumber) -> Bool { entries[number] != nil }

    /// The version of the stream, if the state is in memory.
    func keptVersion(of number: CaseNumber) -> Int64? { entries[number]?.state.version }

    /// The kept cases of a conversation. O(cases found).
    func kept(rootedAt root: SourceKey) -> [CaseNumber] { keptPlaces().cases(rootedAt: root) }

    /// The kept case of a person in a conversation, the lowest number if there are several; not merged or retracted
    /// ones. O(1).
    func kept(of person: PersonNumber, rootedAt root: SourceKey) -> CaseNumber? {
        keptPlaces().cases(of: person, rootedAt: root).filter { entries[$0]?.state.isGone == false }.min()
    }

    private func keptPlaces() -> ConversationPlaces {
        if let places { return places }
        var found = ConversationPlaces()
        for entry in entries.values { found.add(entry.state) }
        places = found
        return found
    }

    /// Calls `body` with each kept case that is not merged or retracted.
    func forEachKept(_ body: (CaseState) -> Void) {
        for entry in entries.values where !entry.state.isGone { body(entry.state) }
    }

    /// The highest number of a case whose row is not written yet.
    var highestChanged: Int64 { dirty.lazy.map(\.state.number.rawValue).max() ?? 0 }

    // MARK: Cache of states

    private func entry(_ number: CaseNumber, through position: Int64) throws -> Entry? {
        if let latest, latest.state.number == number { return latest }
        if let entry = entries[number] {
            entry.generation = generation
            latest = entry
            return entry
        }
        guard let state = try loader.state(of: number, through: position) else { return nil }
        return keep(state)
    }

    private func keep(_ state: CaseState) -> Entry {
        let entry = Entry(state, generation: generation)
        entries[state.number] = entry
        latest = entry
        places?.add(state)
        messages += entry.size
        return entry
    }

    /// Replaces the kept state, or keeps the new one.
    private func replace(_ state: CaseState) -> Entry {
        guard let entry = entries[state.number] else { return keep(state) }
        let (root, size): (SourceKey, Int) = (entry.state.root, entry.size)
        entry.state = state
        messages += entry.size - size
        if state.root != root { moved(state, from: root) }
        return entry
    }

    private func moved(_ state: CaseState, from root: SourceKey) {
        places?.remove(state.number, of: state.person, rootedAt: root)
        places?.add(state)
    }

    /// Marks a case and the cases that display its messages as changed.
    private func touch(_ entry: Entry) throws {
        mark(entry)
        if !entry.state.$moves.isBlank {
            for into in Set(entry.state.moves.gone.values) {
                guard let receiver = try self.entry(into, through: position) else { continue }
                if entry.isRejudged { receiver.isRejudged = true }
                try touch(receiver)
            }
        }
        guard entry.state.mergedInto != nil else { return }
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
        queue(entry)
    }

    private func queue(_ entry: Entry) {
        entry.dirtySince = generation
        dirty.append(entry)
    }

    /// The least recently used states that must be evicted to free half of the capacity. O(states kept + generations).
    private func longestUntouched() -> [Entry] {
        var sizes = [Int](repeating: 0, count: generation + 1)
        var left = 0
        for entry in entries.values {
            let size: Int = entry.size
            sizes[entry.generation] += size
            left += size
        }
        var cut = 0
        while cut < generation, left > capacity / 2 {
            left -= sizes[cut]
            cut += 1
        }
        return entries.values.filter { $0.generation < cut }
    }

    /// Evicts states not used in this generation, and all if that is not enough.
    private func evict() {
        for (number, entry) in entries where entry.generation < generation { drop(number, entry) }
        if messages > capacity / 2 { discard() }
    }

    private func drop(_ number: CaseNumber, _ entry: Entry) {
        entries[number] = nil
        latest = nil
        places?.remove(number, of: entry.state.person, rootedAt: entry.state.root)
        messages -= entry.size
    }

    // MARK: Emitting changes

    private func hand(_ entry: Entry) throws {
        let own: CaseState = entry.state
        var isRejudged: Bool = entry.isRejudged
        // The evidence of a merged case is written with the case it was merged into.
        if own.mergedInto == nil { entry.isRejudged = false }
        if own.absorbed.isEmpty, own.$moves.isBlank {
            return try emit(CaseChange(state: own, isRejudged: isRejudged))
        }
        let whole = try CaseWhole(of: own) { try state(of: $0) }
        for member in keptMembers(of: own) {
            isRejudged = isRejudged || member.isRejudged
            // If it was merged itself, the case it was merged into writes the evidence.
            if own.mergedInto == nil { member.isRejudged = false }
        }
        try emit(CaseChange(state: whole.state, parts: whole.parts, isRejudged: isRejudged))
    }

    /// The kept cases that were merged into a case.
    private func keptMembers(of state: CaseState) -> [Entry] {
        var result: [Entry] = []
        var waiting: [CaseNumber] = state.absorbed
        var seen: Set<CaseNumber> = [state.number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let member = entries[next] else { continue }
            result.append(member)
            waiting += member.state.absorbed
        }
        return result
    }
}

extension Event {
    /// Whether it changes earlier events of its stream.
    fileprivate var changesThePast: Bool {
        switch self {
        case .eventCorrected, .eventTakenBack: true
        default: false
        }
    }
}
