import CaseModel

/// One case that takes a source's messages as they come: what waits for its parent is attached when that comes.
struct Arrivals {
    private(set) var state: CaseState?
    private let number: CaseNumber
    private var waiting: [(message: MessageAwaited, at: Timestamp, position: Position)] = []
    private var position: Int64 = 0
    private var version: Int64 = 0

    init(number: CaseNumber) { self.number = number }

    mutating func take(_ keyed: KeyedMessage) {
        if let known = state?.mention(keyed.key) {
            if let relabel = IntakeDecider.relabel(keyed, standing: known.label, in: number) { record([relabel]) }
        } else if keyed.message.direction == .theirs {
            if state == nil {
                record([IntakeDecider.open(number, for: ana, keyed, root: key(0), tracking: "K", origin: .imported)])
            }
            record(IntakeDecider.capture(keyed, in: number, of: ana))
            attachWaiting(for: keyed.key)
        } else if let parent = keyed.parent, holds(parent) {
            record([IntakeDecider.attachNew(keyed, to: number, of: ana)])
            attachWaiting(for: keyed.key)
        } else if case .messageAwaited(let message) = IntakeDecider.await(keyed).event {
            position += 1
            waiting.append((message, keyed.message.occurredAt, Position(position)))
        }
    }

    /// Records decisions on this case; those on another case are another's.
    mutating func record(_ decisions: [Decision]) {
        for decision in decisions where decision.stream == .case(number) {
            position += 1
            version += 1
            let moment = EventMoment(
                position: Position(position), version: version, occurredAt: decision.occurredAt)
            CaseState.evolve(&state, decision.event, moment)
        }
    }

    private func holds(_ key: SourceKey) -> Bool {
        state.map { state in state.mention(key) != nil || state.replies.contains { $0.key == key } } ?? false
    }

    private mutating func attachWaiting(for parent: SourceKey) {
        for (message, at, position) in waiting.filter({ $0.message.parent == parent }) {
            waiting.removeAll { $0.message.key == message.key }
            record([IntakeDecider.attachWaiting(message, at: at, position: position, to: number)])
            attachWaiting(for: message.key)
        }
    }
}

/// A case as it would be wherever in the log its events stood. Messages of which nobody knows which came first stand by key.
struct PlacelessCase: Hashable {
    var state: CaseState
    var mentions: [MentionFact]
    var replies: [ReplyFact]
}

extension CaseState {
    var withoutPlaces: PlacelessCase {
        var placeless = PlacelessCase(state: self, mentions: mentions, replies: replies)
        placeless.state.version = 0
        placeless.state.position = Position(0)
        placeless.state.timeline = Timeline()
        for index in mentions.indices {
            placeless.mentions[index].position = Position(0)
            placeless.mentions[index].labelledAt = mentions[index].labelledAt.map { _ in Position(0) }
        }
        for index in replies.indices { placeless.replies[index].position = Position(0) }
        placeless.mentions.sort { ($0.worldOrder, $0.key.low, $0.key.high) < ($1.worldOrder, $1.key.low, $1.key.high) }
        placeless.replies.sort {
            ($0.worldOrder, $0.key?.low ?? 0, $0.key?.high ?? 0) < ($1.worldOrder, $1.key?.low ?? 0, $1.key?.high ?? 0)
        }
        return placeless
    }
}
