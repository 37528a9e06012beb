/// Decides the events for a message from a source. Pure: the importing side looks up beforehand what the store knows of
/// the message.
package enum IntakeDecider {
    /// A new person for an unknown author.
    package static func identify(_ keyed: KeyedMessage, as number: PersonNumber) -> Decision {
        let message: SourceMessage = keyed.message
        return Decision(
            .person(number),
            .personIdentified(
                PersonIdentified(
                    person: number, identity: keyed.author, channel: message.channel, isNobody: message.isOfNobody)),
            at: message.occurredAt,
            content: Content(id: message.author, handle: message.handle, name: message.name), owner: number)
    }

    /// A new case for a person's matter in a conversation.
    package static func open(
        _ number: CaseNumber, for person: PersonNumber, _ keyed: KeyedMessage, root: SourceKey, tracking: String,
        origin: Origin
    ) -> Decision {
        Decision(
            .case(number),
            .caseOpened(
                CaseOpened(
                    number: number, tracking: tracking, person: person, channel: keyed.message.channel, root: root,
                    origin: origin)),
            at: keyed.message.occurredAt)
    }

    /// A new mention, with the label that the source gives.
    ///
    /// - Parameters:
    ///   - origin: imported, or captured by us; decides whether a human label counts as ours.
    ///   - isLive: whether it is live work; an import can declare its messages so.
    package static func capture(
        _ keyed: KeyedMessage, in number: CaseNumber, of person: PersonNumber, origin: Origin = .imported,
        isLive: Bool = false
    ) -> [Decision] {
        let message: SourceMessage = keyed.message
        let captured = MentionCaptured(
            key: keyed.key, parent: keyed.parent, edit: message.version, channel: message.channel, brand: message.brand,
            visibility: message.visibility, kind: message.kind, language: message.language, reach: message.reach,
            sequence: message.sequence, isLive: isLive)
        let capture = Decision(
            .case(number), .mentionCaptured(captured), at: message.occurredAt, content: keyed.content, owner: person)
        guard let label = judgement(keyed, origin) else { return [capture] }
        return [capture, classify(keyed, label, in: number)]
    }

    /// The source's label. `human` means our own people: a human label of an imported source becomes `imported`.
    private static func judgement(_ keyed: KeyedMessage, _ origin: Origin) -> Label? {
        var label: Label? = keyed.message.label
        if origin == .imported, label?.method == .human { label?.method = .imported }
        return label
    }

    private static func classify(_ keyed: KeyedMessage, _ label: Label, in number: CaseNumber) -> Decision {
        Decision(
            .case(number), .mentionClassified(MentionClassified(mention: keyed.key, label: label)),
            at: keyed.message.occurredAt)
    }

    /// A known mention with another version or text.
    ///
    /// - Parameter isSuperseded: whether the current text stays current although version and time are equal.
    package static func revise(
        _ keyed: KeyedMessage, in number: CaseNumber, of person: PersonNumber, isSuperseded: Bool = false
    ) -> Decision {
        Decision(
            .case(number),
            .mentionRevised(
                MentionRevised(key: keyed.key, edit: keyed.message.version, isSuperseded: isSuperseded)),
            at: keyed.message.occurredAt, content: keyed.content, owner: person)
    }

    /// Another label for a known mention, if it takes precedence over the current one.
    package static func relabel(
        _ keyed: KeyedMessage, standing: Label?, in number: CaseNumber, origin: Origin = .imported
    ) -> Decision? {
        guard let label = judgement(keyed, origin), Self.label(label, beats: standing) else { return nil }
        return classify(keyed, label, in: number)
    }

    /// Whether a label takes precedence: the more confident, then the alphabetically first, so that the order of
    /// arrival doesn't matter. A label by one of us is never replaced by a source.
    package static func label(_ new: Label, beats standing: Label?) -> Bool {
        guard let standing else { return true }
        guard standing.method != .human else { return false }
        if new.confidence != standing.confidence { return new.confidence > standing.confidence }
        return sortKey(new).lexicographicallyPrecedes(sortKey(standing)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func sortKey(_ label: Label) -> [String] {
        let targets: [String] = label.targets.members.map(\.rawValue).sorted()
        let judge: [String] = [label.severity?.rawValue ?? "", label.method.rawValue, label.methodVersion ?? ""]
        return [label.polarity.rawValue, targets.joined(separator: " ")] + judge + label.topics.map(\.name)
    }

    /// A reply of ours to a known mention.
    package static func attachNew(_ keyed: KeyedMessage, to number: CaseNumber, of person: PersonNumber) -> Decision {
        let message: SourceMessage = keyed.message
        let reply = ReplySent(
            key: keyed.key, parent: keyed.parent, channel: message.channel, brand: message.brand,
            visibility: message.visibility, purpose: nil, language: message.language, sequence: message.sequence)
        return Decision(
            .case(number), .replySent(reply), at: message.occurredAt, content: keyed.content, owner: person)
    }

    /// A message of ours that answers no known mention.
    package static func await(_ keyed: KeyedMessage) -> Decision {
        let message: SourceMessage = keyed.message
        let awaited = MessageAwaited(
            key: keyed.key, parent: keyed.parent, direction: message.direction, channel: message.channel,
            brand: message.brand, visibility: message.visibility, language: message.language, sequence: message.sequence
        )
        return Decision(.book, .messageAwaited(awaited), at: message.occurredAt, content: keyed.content)
    }

    /// The parent of an awaited message arrived.
    package static func attachWaiting(
        _ awaited: MessageAwaited, at occurredAt: Timestamp, position: Position, to number: CaseNumber
    ) -> Decision {
        Decision(
            .case(number),
            .messageAttached(
                MessageAttached(
                    key: awaited.key, awaited: position, parent: awaited.parent, brand: awaited.brand,
                    visibility: awaited.visibility, sequence: awaited.sequence)),
            at: occurredAt)
    }

    /// An earlier message of a conversation arrived. If the person has a case with that root already (`other`), the two
    /// are merged.
    package static func reroot(
        _ state: CaseState, to root: SourceKey, meeting other: CaseState?, at: Timestamp
    ) -> [Decision] {
        let rerooted = ConversationRerooted(from: state.root, to: root)
        let reroot = Decision(.case(state.number), .conversationRerooted(rerooted), at: at)
        guard let other else { return [reroot] }
        let (into, from) = remaining(of: state, other)
        let merged = Event.casesMerged(CasesMerged(into: into, from: from))
        return [reroot, Decision(.case(into), merged, at: at), Decision(.case(from), merged, at: at)]
    }

    /// Which of two cases remains: an open one, so that no matter is lost; else one with an open follow-up; else one
    /// that is not closed; else the older.
    private static func remaining(of a: CaseState, _ b: CaseState) -> (into: CaseNumber, from: CaseNumber) {
        func rank(_ state: CaseState) -> Int {
            switch state.lifecycle {
            case .open: 0
            case .closed: 3
            case .resolved, .dismissed: state.openFollowUps.isEmpty ? 2 : 1
            }
        }
        let isFirst: Bool = (rank(a), a.number) < (rank(b), b.number)
        return isFirst ? (a.number, b.number) : (b.number, a.number)
    }
}
