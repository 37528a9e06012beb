internal import CaseModel

/// The fold of cases: their states while they change, and what is to be written of them.
///
/// States of recently touched cases are kept; the others are rebuilt from their streams when they are wanted. Memory is
/// bounded by the number of messages kept, not by the log. It writes nothing itself: a rebuild folds on one core what
/// another writes.
final class CaseFold {
    final class Entry {
        fileprivate(set) var state: CaseState
        fileprivate var isDirty = false
        /// When it came into the queue of what changed.
        fileprivate var dirtySince = 0
        /// Whether a judgement was superseded since the rows were written, so that evidence may have to go.
        fileprivate var isRejudged = false
        fileprivate var generation: Int
        /// What it takes up, in messages.
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

    /// The last event folded: what is rebuilt from a stream goes no further, since the rest is still to be folded.
    private(set) var position: Int64
    private let loader: CaseLoader
    private let capacity: Int
    /// For how many generations nothing may have touched a case that is handed over.
    static let generationsUntilRest = 10
    private let emit: (CaseChange) throws -> Void
    private var entries: [CaseNumber: Entry] = [:]
    /// What changed, the longest ago first.
    private var dirty: [Entry] = []
    /// Where the kept cases' conversations start, since their rows may not be written yet; nil until somebody asks.
    private var places: ConversationPlaces?
    private var messages = 0
    private var generation = 0
    /// The case asked for last, in this generation: events of one case often stand beside one another.
    private var latest: Entry?

    /// Goes on after `position`, keeps `capacity` messages in memory at most between flushes, and hands what is to be
    /// written to `emit`.
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
            // What was folded before holds no longer: the stream is folded anew, as it holds now.
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

    /// Folds anew what an import touched that was taken back.
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

    /// Hands over everything that changed.
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

    /// Hands over what nothing has touched for a while, so that whoever writes has something to do meanwhile and a row that
    /// changes again soon is written once; drops the longest untouched where there is no room. O(what changed since the
    /// last time), and now and then O(states kept).
    ///
    /// - Parameter rest: for how many generations nothing may have touched what is handed over.
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

    /// Hands over one case that changed, and the one it goes on in: what an absorbed case says is written with that.
    private func settle(_ entry: Entry) throws {
        var next: Entry? = entry
        while let one = next, one.isDirty {
            try hand(one)
            one.isDirty = false
            next = one.state.mergedInto.flatMap { entries[$0] }
        }
    }

    /// Forgets everything, also what changed.
    func discard() {
        entries.removeAll()
        latest = nil
        dirty.removeAll()
        places = nil
        messages = 0
    }

    // MARK: What is asked of it

    /// A case's own state as of now. O(1) for recently touched cases, else O(its events).
    func state(of number: CaseNumber) throws -> CaseState? {
        try entry(number, through: position)?.state
    }

    /// A case as it goes on, with what it absorbed.
    func combined(_ number: CaseNumber) throws -> CaseState? {
        guard let own = try state(of: number) else { return nil }
        return try CaseWhole(of: own) { try state(of: $0) }.state
    }

    /// Whether the case's state is kept, so that its row may not be what it was.
    func isKept(_ number: CaseNumber) -> Bool { entries[number] != nil }

    /// How many events a case's stream has, where its state is kept.
    func keptVersion(of number: CaseNumber) -> Int64? { entries[number]?.state.version }

    /// The kept cases whose conversation starts at a message. O(cases found).
    func kept(rootedAt root: SourceKey) -> [CaseNumber] { keptPlaces().cases(rootedAt: root) }

    /// The kept case of one person whose conversation starts at a message, the first where there are several; none that is
    /// gone. O(1).
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

    /// Calls `body` with each kept case that is not gone.
    func forEachKept(_ body: (CaseState) -> Void) {
        for entry in entries.values where !entry.state.isGone { body(entry.state) }
    }

    /// The highest number of a case whose row is still to be written.
    var highestChanged: Int64 { dirty.lazy.map(\.state.number.rawValue).max() ?? 0 }

    // MARK: Keeping states

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

    /// Puts a state that was folded anew into the place of the one that is kept, if one is.
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

    /// Marks a case's row for writing, and that of the case it goes on in, where what it learns shows.
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

    /// What has to go so that half of the room is free. O(states kept + generations).
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

    /// Drops what was not touched lately, and everything where that is not enough.
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

    // MARK: What changed

    private func hand(_ entry: Entry) throws {
        let own: CaseState = entry.state
        var isRejudged: Bool = entry.isRejudged
        // The evidence of an absorbed case is written with the case it goes on in.
        if own.mergedInto == nil { entry.isRejudged = false }
        if own.absorbed.isEmpty, own.$moves.isBlank {
            return try emit(CaseChange(state: own, isRejudged: isRejudged))
        }
        let whole = try CaseWhole(of: own) { try state(of: $0) }
        for member in keptMembers(of: own) {
            isRejudged = isRejudged || member.isRejudged
            // Where it goes on in a further case, that one writes the evidence.
            if own.mergedInto == nil { member.isRejudged = false }
        }
        try emit(CaseChange(state: whole.state, parts: whole.parts, isRejudged: isRejudged))
    }

    /// The kept cases that go on in a case.
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
    /// Whether earlier events of its stream read otherwise from here on.
    fileprivate var changesThePast: Bool {
        switch self {
        case .eventCorrected, .eventTakenBack: true
        default: false
        }
    }
}
