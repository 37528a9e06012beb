internal import CaseModel
internal import EventStore
internal import Projections

/// Brings a source's messages to their cases: finds out what the store knows, has `IntakeDecider` decide, records.
///
/// Every order of arrival ends in the same cases. A message's parent may come later: a mention then stands in the
/// conversation of the missing message until that comes; a message of ours waits.
struct MessageRouter {
    /// What became of one message.
    enum Outcome: Hashable {
        case mention(opened: Bool)
        case reply
        case unattached
        case duplicate(conflict: Bool)
        case revised(conflict: Bool)
        case repost
        /// Another author's message has its id; nothing was recorded.
        case idOfAnother
    }

    let session: Session
    /// Whether an import or a command takes the messages in: it decides who counts as the judge.
    let origin: Origin
    /// From when on an import's messages are today's work; nil where all of it is history.
    let liveSince: Timestamp?
    /// Names a new case for the customer.
    let tracking: (CaseNumber) -> String
    /// What the store knows, where it is kept in memory.
    let index: RoutingIndex?
    /// What the house says of a message that a command takes in; told once.
    var house: CommandContext?
    /// Cases that turned out to be one with another while routing.
    private(set) var merged: Int64 = 0

    init(
        session: Session, origin: Origin, liveSince: Timestamp? = nil, index: RoutingIndex? = nil,
        tracking: @escaping (CaseNumber) -> String
    ) {
        self.session = session
        self.index = index
        self.origin = origin
        self.liveSince = liveSince
        self.tracking = tracking
    }

    /// What the store knows of a message.
    private enum Place {
        case unknown
        case inCase(CaseNumber)
        case waiting(WaitingProjector.Row)
    }

    /// Takes one message in. O(log n), and O(what waited for it).
    mutating func take(_ keyed: KeyedMessage) throws -> Outcome {
        if keyed.message.kind == .repost { return .repost }
        switch try place(of: keyed.key) {
        case .inCase(let home):
            if keyed.message.direction == .theirs, try isTakenBack(keyed.key, in: home) {
                // An import doesn't bring back what somebody took back; whoever captures it anew is right.
                guard origin == .live else { return .duplicate(conflict: false) }
                try session.transaction.release(IdempotencyKey(high: keyed.key.high, low: keyed.key.low))
                break
            }
            return try isOfAnother(keyed, home: home) ? .idOfAnother : try again(keyed, home: home)
        case .waiting:
            return keyed.message.direction == .theirs ? .idOfAnother : .duplicate(conflict: try saysOtherwise(keyed))
        case .unknown: break
        }
        return keyed.message.direction == .ours ? try takeOurs(keyed) : try takeTheirs(keyed)
    }

    /// Whether a message that the store holds has the id of this one, and another author. O(log n).
    ///
    /// Of a message of ours the store doesn't know which of our accounts wrote it: it is one author's like any other.
    func isOfAnother(_ keyed: KeyedMessage) throws -> Bool {
        guard keyed.message.kind != .repost else { return false }
        return switch try place(of: keyed.key) {
        case .inCase(let home): try isOfAnother(keyed, home: home)
        case .waiting: keyed.message.direction == .theirs
        case .unknown: false
        }
    }

    /// Whether a person's message was captured in a case and taken back. O(log n), and O(its batch) where the case doesn't
    /// have it.
    private func isTakenBack(_ key: SourceKey, in home: CaseNumber) throws -> Bool {
        guard try session.projections.cases.state(of: home)?.mention(key) == nil,
            let batch = try session.store.batch(of: IdempotencyKey(high: key.high, low: key.low))
        else { return false }
        var isMention = false
        var what = ReadSpecification()
        (what.after, what.through) = (batch.first - 1, batch.first + batch.count - 1)
        try session.store.forEachEvent(what) { row in
            if EventType(bytes: row.typeBytes) == .mentionCaptured { isMention = true }
            return !isMention
        }
        return isMention
    }

    private func isOfAnother(_ keyed: KeyedMessage, home: CaseNumber) throws -> Bool {
        guard let state = try session.projections.cases.state(of: home) else { return false }
        // Under the id of a message of ours nobody else has written.
        guard state.mention(keyed.key) != nil else {
            return try keyed.message.direction == .theirs && !isTakenBack(keyed.key, in: home)
        }
        return try knownPerson(behind: keyed.author) != state.person
    }

    /// What was said before about a message that has come into a case now: conversations that seemed to start at it,
    /// and messages that waited for it.
    mutating func arrived(_ key: SourceKey, in number: CaseNumber, at moment: Timestamp, causation: Int64?) throws {
        guard let state = try session.projections.cases.state(of: number) else { return }
        try reroot(from: key, to: state.root, at: moment, causation: causation)
        try attachWaiting(for: key, to: number, causation: causation)
    }

    // MARK: New messages

    private mutating func takeOurs(_ keyed: KeyedMessage) throws -> Outcome {
        let answered: CaseNumber? = try keyed.parent.flatMap { try caseNumber(of: $0) }
        if let answered, let state = try session.projections.cases.state(of: answered) {
            let position = try session.record(
                told([IntakeDecider.attachNew(keyed, to: answered, of: state.person)]), key: keyed.key)
            index?.add(keyed.key, in: answered)
            try arrived(keyed.key, in: answered, at: keyed.message.occurredAt, causation: position)
            return .reply
        }
        let position = try session.record(told([IntakeDecider.await(keyed)]), key: keyed.key)
        index?.addWaiting(keyed.key, for: keyed.parent)
        if let parent = keyed.parent {
            let root: SourceKey = try conversationRoot(of: parent)
            try reroot(from: keyed.key, to: root, at: keyed.message.occurredAt, causation: position)
        }
        return .unattached
    }

    private mutating func takeTheirs(_ keyed: KeyedMessage) throws -> Outcome {
        let person: PersonNumber = try self.person(of: keyed)
        let isLive: Bool = origin == .live || liveSince.map { keyed.message.occurredAt >= $0 } ?? false
        let root: SourceKey = try keyed.parent.map { try conversationRoot(of: $0) } ?? keyed.key
        let cases: CaseProjector = session.projections.cases
        var decisions: [Decision] = []
        let number: CaseNumber
        let standing: CaseNumber? =
            try splitOff(with: keyed.parent, of: person) ?? openCase(of: person, rootedAt: root)
            ?? (root == keyed.key ? nil : openCase(of: person, rootedAt: keyed.key))
        if let standing {
            number = standing
        } else {
            number = CaseNumber(try cases.lastNumber().rawValue + 1)
            decisions.append(
                IntakeDecider.open(
                    number, for: person, keyed, root: root, tracking: tracking(number),
                    origin: isLive ? .live : .imported
                ))
            index?.addRoot(root, of: person, in: number)
        }
        decisions += told(IntakeDecider.capture(keyed, in: number, of: person, origin: origin, isLive: isLive))
        let position = try session.record(decisions, key: keyed.key)
        index?.add(keyed.key, in: number)
        try reroot(from: keyed.key, to: root, at: keyed.message.occurredAt, causation: position)
        try attachWaiting(for: keyed.key, to: try cases.survivor(of: number), causation: position)
        // A case that has just been opened has not ended.
        if standing != nil {
            try takeUp(try cases.survivor(of: number), keyed, isLive: isLive, causation: position)
        }
        return .mention(opened: standing == nil)
    }

    /// A new message may wake its case, or take it up again.
    private func takeUp(_ number: CaseNumber, _ keyed: KeyedMessage, isLive: Bool, causation: Int64?) throws {
        let cases: CaseProjector = session.projections.cases
        // Most cases are open: their messages are not put together with those of merged ones for nothing.
        guard let own = try cases.state(of: number), own.lifecycle != .open || own.snooze != nil,
            let state = try cases.combined(number)
        else { return }
        let decisions = CaseDecider.arrived(
            keyed.message.label, at: keyed.message.occurredAt, isLive: isLive, in: state)
        if decisions.isEmpty { return }
        try session.record(decisions, by: Actor(.system, "intake"), causation: causation)
    }

    /// The person behind the account that wrote a message; a new one where nobody knows the account.
    private func person(of keyed: KeyedMessage) throws -> PersonNumber {
        if let number = try knownPerson(behind: keyed.author) { return number }
        let number = PersonNumber(try session.projections.persons.lastNumber().rawValue + 1)
        try session.record([IntakeDecider.identify(keyed, as: number)], key: keyed.author)
        index?.add(keyed.author, of: number)
        return number
    }

    private func knownPerson(behind account: SourceKey) throws -> PersonNumber? {
        let home: RoutingIndex.Home = index?.home(of: account) ?? .elsewhere
        if case .person(let number) = home { return number }
        let key = IdempotencyKey(high: account.high, low: account.low)
        guard case .elsewhere = home, let (position, _) = try session.store.batch(of: key),
            let stream = try session.store.stream(at: position), case .person(let number) = StreamName(stream)
        else { return nil }
        index?.add(account, of: number)
        return number
    }

    // MARK: Known messages

    private mutating func again(_ keyed: KeyedMessage, home: CaseNumber) throws -> Outcome {
        guard keyed.message.direction == .theirs, let state = try session.projections.cases.state(of: home),
            let mention = state.mention(keyed.key)
        else { return .duplicate(conflict: try saysOtherwise(keyed)) }
        let standing: Label? = mention.label
        var conflict: Bool = keyed.parent.map { $0 != mention.parent ?? $0 } ?? false
        if let label = keyed.message.label, let standing, label.polarity != standing.polarity { conflict = true }
        if let relabel = IntakeDecider.relabel(keyed, standing: standing, in: home, origin: origin),
            try mention.labelledAt.map(cameWithASource) ?? true
        {
            let position = try session.record(told([relabel]))
            try session.takeUpAgain(try holder(of: keyed.key, in: home), causation: position)
        }
        guard let isSuperseded = try isRevision(keyed, of: mention) else { return .duplicate(conflict: conflict) }
        try session.record(
            told([IntakeDecider.revise(keyed, in: home, of: state.person, isSuperseded: isSuperseded)]))
        session.knownTexts.add(SourceKey(sha256Of: session.body(of: keyed.content)), of: keyed.key)
        return .revised(conflict: conflict)
    }

    /// Whether a message of ours that the store knows comes again with other words, or in answer to another message. What
    /// was erased says nothing. O(log n).
    private func saysOtherwise(_ keyed: KeyedMessage) throws -> Bool {
        let key = IdempotencyKey(high: keyed.key.high, low: keyed.key.low)
        guard let (first, _) = try session.store.batch(of: key) else { return false }
        var parent: SourceKey?
        let decoder = EventDecoder()
        try session.store.forEachEvent(ReadSpecification(at: first)) { row in
            switch try decoder.event(of: row) {
            case .replySent(let reply): parent = reply.parent
            case .messageAwaited(let awaited): parent = awaited.parent
            default: break
            }
            return false
        }
        if let parent, let said = keyed.parent, parent != said { return true }
        if try says(keyed.content, at: Position(first)) { return false }
        return try content(at: Position(first)).map { $0.text != keyed.message.text } ?? false
    }

    /// Whether a message that came again is a further wording of its mention, and if so whether the words that stand go on
    /// standing for no other reason than what they are; nil where it says nothing new.
    ///
    /// A version is taken in once, also with words that were there before: which words stand has to come out the same in any
    /// order of arrival. Words without a version that were there before are new only if they are later than those that stand, or
    /// if a source of the same time ends with them: an edit was undone.
    private func isRevision(_ keyed: KeyedMessage, of mention: MentionFact) throws -> Bool? {
        let standing: MentionVersion = mention.standing
        let version = MentionVersion(
            position: standing.position, edit: keyed.message.version, at: keyed.message.occurredAt)
        let isLater: Bool = version.at > standing.at || version.at == standing.at && keyed.isLastWord
        if version.edit == nil, standing.edit == nil, isLater {
            // The same words at a later time: no others of between may stand instead of them.
            // A command that gives no time says nothing of when.
            let isSameTime: Bool = version.at == standing.at || origin == .live
            return try isSameTime && says(keyed.content, at: standing.position) ? nil : false
        }
        if version.edit == nil {
            if try isKnown(keyed, mention) { return nil }
        } else {
            for other in mention.wordings where other.edit == version.edit {
                if try says(keyed.content, at: other.position) { return nil }
            }
        }
        guard version.edit != nil, standing.edit == version.edit, standing.at == version.at else { return false }
        let text: String = try content(at: standing.position)?.text ?? ""
        return !keyed.message.text.utf8.lexicographicallyPrecedes(text.utf8)
    }

    /// Whether one of a message's wordings says just this. O(wordings) for one that was seldom revised, and the first time;
    /// O(1) afterwards.
    private func isKnown(_ keyed: KeyedMessage, _ mention: MentionFact) throws -> Bool {
        let positions: [Position] = mention.wordings.map(\.position)
        if positions.count <= KnownTexts.few { return try positions.contains { try says(keyed.content, at: $0) } }
        let texts = try session.knownTexts.texts(of: keyed.key, versions: positions.count) {
            try positions.map { (position) -> SourceKey? in
                // What was erased counts as the same.
                guard var said = try content(at: position) else { return nil }
                (said.note, said.override) = (nil, nil)
                return SourceKey(sha256Of: session.body(of: said))
            }
        }
        return texts.isErased || texts.digests.contains(SourceKey(sha256Of: session.body(of: keyed.content)))
    }

    /// Whether a message's event says just this, whatever the house noted beside it; what was erased counts as the same.
    private func says(_ content: Content, at position: Position) throws -> Bool {
        if try session.store.event(at: position.rawValue, hasContent: session.body(of: content)) != false {
            return true
        }
        guard var said = try self.content(at: position) else { return false }
        if said.note == nil, said.override == nil { return false }
        (said.note, said.override) = (nil, nil)
        return said == content
    }

    private func content(at position: Position) throws -> Content? {
        try session.store.content(at: position.rawValue).map {
            try CaseDesk.content($0, "position \(position)", in: session.store)
        }
    }

    /// Decisions with what the house says of the message, where nothing has told it yet.
    private mutating func told(_ decisions: [Decision]) -> [Decision] {
        guard let context = house, let first = decisions.first else { return decisions }
        house = nil
        var told: [Decision] = decisions
        told[0] = first.telling(context)
        return told
    }

    /// Whether an event was recorded by an import, and not by a command of the house.
    private func cameWithASource(_ position: Position) throws -> Bool {
        let what = ReadSpecification(at: position.rawValue)
        var actor: Actor?
        try session.store.forEachEvent(what) { row in
            actor = Actor(row.actor)
            return false
        }
        return actor?.kind == .imported
    }

    // MARK: The graph of conversations

    private func place(of key: SourceKey) throws -> Place {
        switch index?.home(of: key) {
        case .nowhere: return .unknown
        case .inCase(let number): return .inCase(number)
        case .person, .elsewhere, nil: break
        }
        guard let (position, _) = try session.store.batch(of: IdempotencyKey(high: key.high, low: key.low)),
            let stream = try session.store.stream(at: position)
        else { return .unknown }
        switch StreamName(stream) {
        case .case(let number):
            index?.add(key, in: number)
            return .inCase(number)
        case .book: return try session.projections.waiting.row(key).map { .waiting($0) } ?? .unknown
        default: return .unknown
        }
    }

    /// The case a message belongs to today, if any.
    private func caseNumber(of key: SourceKey) throws -> CaseNumber? {
        switch try place(of: key) {
        case .unknown: nil
        case .inCase(let number): try holder(of: key, in: number)
        case .waiting(let row): try row.caseNumber.map { try holder(of: key, in: $0) }
        }
    }

    /// The case that shows a message of a stream: it may have been split off, and where it went may go on elsewhere.
    private func holder(of key: SourceKey, in home: CaseNumber) throws -> CaseNumber {
        let cases: CaseProjector = session.projections.cases
        return try cases.survivor(of: try cases.state(of: home)?.holder(of: key) ?? home)
    }

    /// The person's case that was split off with a message, where an answer to it belongs.
    private func splitOff(with parent: SourceKey?, of person: PersonNumber) throws -> CaseNumber? {
        guard let parent, let number = try caseNumber(of: parent),
            let state = try session.projections.cases.state(of: number), state.person == person,
            !state.moves.received.isEmpty
        else { return nil }
        return number
    }

    /// The message that a conversation starts from, seen from one of its messages: the known parents are followed to
    /// their end, and a missing parent is the end. O(messages on the way) the first time, O(log n) afterwards.
    private func conversationRoot(of key: SourceKey) throws -> SourceKey {
        var key: SourceKey = key
        var seen: Set<SourceKey> = []
        while seen.insert(key).inserted {
            if let number = try caseNumber(of: key), let state = try session.projections.cases.state(of: number) {
                return state.root
            }
            guard case .waiting(let row) = try place(of: key), let parent = row.parent else {
                session.projections.waiting.rememberBeginning(key, of: seen)
                return key
            }
            key = session.projections.waiting.knownBeginning(of: key) ?? parent
        }
        return key
    }

    private func openCase(of person: PersonNumber, rootedAt root: SourceKey) throws -> CaseNumber? {
        let cases: CaseProjector = session.projections.cases
        switch index?.candidate(of: person, rootedAt: root) ?? .several {
        case .nobody: return nil
        case .one(let number):
            if let state = try cases.state(of: number), state.root == root, state.person == person, !state.isGone {
                return number
            }
        case .several: break
        }
        return try cases.openCase(of: person, rootedAt: root)
    }

    /// Cases whose conversation seemed to start at a message go on further back, now that the message is there.
    private mutating func reroot(
        from old: SourceKey, to new: SourceKey, at moment: Timestamp, causation: Int64?
    ) throws {
        guard old != new, index?.mayBeRoot(old) ?? true else { return }
        let cases: CaseProjector = session.projections.cases
        for number in try cases.cases(rootedAt: old) {
            guard let state = try cases.state(of: number) else { continue }
            let other: CaseNumber? = try openCase(of: state.person, rootedAt: new)
            let decisions = IntakeDecider.reroot(
                state, to: new, meeting: try other.flatMap { $0 == number ? nil : try cases.state(of: $0) }, at: moment)
            try session.record(decisions, by: Actor(.system, "intake"), causation: causation)
            index?.addRoot(new, of: state.person, in: number)
            if decisions.count > 1 { merged += 1 }
        }
    }

    /// Messages of ours that waited for a message are replies in its case now, and so are those that waited for them.
    private func attachWaiting(for key: SourceKey, to number: CaseNumber, causation: Int64?) throws {
        var parents: [SourceKey] = [key]
        while let parent = parents.popLast() {
            guard index?.mayBeAwaited(parent) ?? true else { continue }
            for row in try session.projections.waiting.waiting(for: parent) {
                guard let (awaited, at) = try awaitedMessage(at: row.position) else { continue }
                let attach = IntakeDecider.attachWaiting(awaited, at: at, position: row.position, to: number)
                try session.record([attach], by: Actor(.system, "intake"), causation: causation)
                parents.append(row.key)
            }
        }
    }

    private func awaitedMessage(at position: Position) throws -> (MessageAwaited, Timestamp)? {
        let what = ReadSpecification(at: position.rawValue)
        var found: (MessageAwaited, Timestamp)?
        let decoder = EventDecoder()
        try session.store.forEachEvent(what) { row in
            if case .messageAwaited(let awaited) = try decoder.event(of: row) {
                found = (awaited, Timestamp(microseconds: row.occurredAt))
            }
            return false
        }
        return found
    }
}
