/// A case as it goes on, and what it is made of: its own messages, those of the cases it absorbed, and those that were
/// split off for it; without those that were split off from it.
///
/// Nothing is copied in the log for it, so taking a merge back, or merging what was split, gives exactly what was there.
package struct CaseWhole: Sendable {
    package var state: CaseState
    /// The messages by whose they are: its own first, then those of other streams.
    package var parts: [CasePart]
    /// The cases whose streams it is made of: its own, those it absorbed, and those from which something was split off for
    /// it. What is recorded in any of them may change what it shows.
    package var streams: [CaseNumber]

    /// Puts a case together from the states of the cases it is made of. O(messages).
    package init(of own: CaseState, _ stateOf: (CaseNumber) throws -> CaseState?) rethrows {
        if own.isOfOneStream {
            state = own.settled
            parts = [CasePart(person: own.person, mentions: state.mentions, replies: state.replies)]
            streams = [own.number]
            return
        }
        var absorbed: [CaseState] = []
        var waiting: [CaseNumber] = own.absorbed
        var seen: Set<CaseNumber> = [own.number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let member = try stateOf(next) else { continue }
            absorbed.append(member)
            waiting += member.absorbed
        }
        var received: [(holder: CaseState, part: CasePart)] = []
        var newest: Position = absorbed.map(\.position).reduce(own.position) { max($0, $1) }
        streams = [own.number] + absorbed.map(\.number)
        for holder in [own] + absorbed {
            for donor in holder.moves.received.keys.sorted() {
                guard let donor = try stateOf(donor) else { continue }
                received.append((holder, donor.part(goneTo: holder.number)))
                newest = max(newest, donor.position)
                if !streams.contains(donor.number) { streams.append(donor.number) }
            }
        }
        state = own.combined(with: absorbed, received: received).settled
        state.position = newest
        parts = ([own] + absorbed).map {
            let rest: CaseState = $0.remaining
            return CasePart(person: rest.person, mentions: rest.timeline.mentions, replies: rest.timeline.replies)
        }
        parts += received.map(\.part)
        rankParts()
    }

    /// Gives the messages of the parts the places that they have in the whole. O(messages) where any two carry the same time.
    private mutating func rankParts() {
        var ranks: [Position: Int32] = [:]
        for mention in state.mentions where mention.rank > 0 { ranks[mention.position] = mention.rank }
        for reply in state.replies where reply.rank > 0 { ranks[reply.position] = reply.rank }
        for part in parts.indices {
            for index in parts[part].mentions.indices {
                parts[part].mentions[index].rank = ranks[parts[part].mentions[index].position] ?? 0
            }
            for index in parts[part].replies.indices {
                parts[part].replies[index].rank = ranks[parts[part].replies[index].position] ?? 0
            }
            parts[part].mentions.sort { ($0.at, $0.rank, $0.position) < ($1.at, $1.rank, $1.position) }
            parts[part].replies.sort { ($0.at, $0.rank, $0.position) < ($1.at, $1.rank, $1.position) }
        }
    }
}

extension CaseState {
    /// Whether the case is just what its own stream says: it absorbed none, and was not split.
    package var isOfOneStream: Bool { absorbed.isEmpty && $moves.isBlank }
}
