internal import CaseModel
internal import EventStore
internal import Projections

/// Tells to which case and person a matching event belongs now, and whether it may be shown at all.
final class HitResolver {
    private let desk: CaseDesk
    private let query: SearchQuery
    private let loader: CaseLoader
    private let decoder = EventDecoder()
    private let people: PersonRows
    private let waiting: WaitingRows
    /// The persons who are one with the one that is asked for.
    private let persons: Set<PersonNumber>?
    /// The first events of the imports that were taken back.
    private let retracted: Set<Int64>
    /// Cases whose messages match one after another; no more of them than fit into little memory.
    private var states: [CaseNumber: CaseState?] = [:]
    private static let statesKept = 1_000
    /// What was taken back, by the streams whose events matched.
    private var takenBackKept: [String: Set<Int64>] = [:]

    init(desk: CaseDesk, query: SearchQuery) throws {
        self.desk = desk
        self.query = query
        loader = CaseLoader(store: desk.store)
        people = PersonRows(desk.store)
        waiting = WaitingRows(desk.store)
        let links = LinkRows(desk.store)
        persons = try query.person.map { try Self.circle(of: $0, links) }
        retracted = try ImportRows(desk.store).retracted()
    }

    /// The streams of the persons who own the content that is looked for; nil for everybody's.
    var owners: Set<String>? { persons.map { Set($0.map { StreamName.person($0).description }) } }

    /// The hit at a position; nil where it is left out.
    ///
    /// Its excerpt is left open.
    func hit(at position: Int64) throws -> SearchHit? {
        let what = ReadSpecification(at: position)
        var hit: SearchHit?
        try desk.store.forEachEvent(what) { row in
            if retracted.contains(row.correlation) { return false }
            if try takenBack(in: row.stream).contains(position) { return false }
            guard let subject = try subject(of: row) else { return false }
            if let persons, !persons.contains(subject.person) { return false }
            if let channel = query.channel, channel != subject.channel { return false }
            hit = SearchHit(
                position: Position(position), type: subject.event.type, caseNumber: subject.caseNumber,
                person: subject.person, handle: try account(of: subject.person)?.handle, channel: subject.channel,
                at: Timestamp(microseconds: row.occurredAt), actor: row.actor, side: subject.event.side,
                visibility: subject.visibility ?? subject.event.visibility)
            return false
        }
        return hit
    }

    // MARK: Whose it is

    private struct Subject {
        var event: Event
        var caseNumber: CaseNumber?
        var person: PersonNumber
        var channel: Channel
        var visibility: Visibility?
    }

    private func subject(of row: EventRow) throws -> Subject? {
        let event: Event = try decoder.event(of: row)
        switch StreamName(row.stream) {
        case .case(let number): return try subject(event, in: number, at: Position(row.position))
        case .person(let number): return try subject(event, of: number)
        default:
            guard case .messageAwaited = event, let number = try waiting.caseNumber(at: Position(row.position)) else {
                return nil
            }
            return try subject(event, in: number, at: Position(row.position))
        }
    }

    private func subject(_ event: Event, in number: CaseNumber, at position: Position) throws -> Subject? {
        guard let state = try state(of: number), state.retractedAt == nil else { return nil }
        // A message stays in the stream that recorded it; a split says which case shows it.
        var key: SourceKey?
        var visibility: Visibility?
        switch event {
        case .mentionCaptured(let captured): key = captured.key
        case .mentionRevised(let revised):
            key = revised.key
            visibility = state.mention(revised.key)?.visibility
        case .messageAwaited(let awaited): key = awaited.key
        case .replySent: key = state.replies.last { $0.position == position }?.key
        default: break
        }
        // Words that others stand instead of are not what the mention says any more.
        if let mention = key.flatMap({ state.mention($0) }), mention.isWithdrawn || mention.words != position {
            return nil
        }
        guard let place = try key.map({ state.holder(of: $0) }).map({ try self.state(of: $0) }) ?? state,
            let last = try survivor(of: place)
        else { return nil }
        return Subject(
            event: event, caseNumber: last.number, person: state.person, channel: state.channel,
            visibility: visibility)
    }

    private func subject(_ event: Event, of number: PersonNumber) throws -> Subject? {
        guard var channel = try people.channel(of: number) else { return nil }
        if case .personIdentified(let identified) = event { channel = identified.channel }
        return Subject(event: event, caseNumber: nil, person: number, channel: channel, visibility: nil)
    }

    /// The case in which a case goes on; nil where that was taken back.
    private func survivor(of state: CaseState) throws -> CaseState? {
        var state: CaseState = state
        while let into = state.mergedInto {
            guard let next = try self.state(of: into) else { return nil }
            state = next
        }
        return state.retractedAt == nil ? state : nil
    }

    /// What was taken back of a stream: nobody finds it any more.
    private func takenBack(in stream: String) throws -> Set<Int64> {
        if let known = takenBackKept[stream] { return known }
        guard let name = StreamName(stream), name != .book else { return [] }
        let found = Set(
            try StreamReader(store: desk.store).takenBack(in: name, through: .max).keys.map(\.rawValue))
        if takenBackKept.count == Self.statesKept { takenBackKept.removeAll(keepingCapacity: true) }
        takenBackKept[stream] = found
        return found
    }

    private func state(of number: CaseNumber) throws -> CaseState? {
        if let known = states[number] { return known }
        let state: CaseState? = try loader.state(of: number)
        if states.count == Self.statesKept { states.removeAll(keepingCapacity: true) }
        states[number] = .some(state)
        return state
    }

    private func account(of number: PersonNumber) throws -> Content? {
        try people.identified(number).flatMap { try desk.content(at: $0) }
    }

    private static func circle(of number: PersonNumber, _ links: LinkRows) throws -> Set<PersonNumber> {
        try Set(links.circle(of: links.principal(of: number))).union([number])
    }
}

extension Event {
    /// Whose words an event's content holds.
    fileprivate var side: SearchHit.Side {
        switch self {
        case .mentionCaptured, .mentionRevised, .personIdentified, .surveyAnswered: .theirs
        case .messageAwaited(let awaited): awaited.direction == .ours ? .ours : .theirs
        case .replySent, .resolutionPublished: .ours
        default: .house
        }
    }
}

extension SearchHit {
    /// The pieces of an excerpt whose matches stand between U+0002 and U+0003.
    static func pieces(_ excerpt: String) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        func end(_ isMatch: Bool) {
            if !text.isEmpty { pieces.append(Piece(text: text, isMatch: isMatch)) }
            text = ""
        }
        for scalar in excerpt.unicodeScalars {
            switch scalar {
            case "\u{2}": end(false)
            case "\u{3}": end(true)
            default: text.unicodeScalars.append(scalar)
            }
        }
        end(false)
        return pieces
    }
}
