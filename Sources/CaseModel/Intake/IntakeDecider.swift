/// Decides what a message from a source comes to. Pure: what the store knows of it is found out before.
package enum IntakeDecider {
    /// A new person with the account that wrote the message.
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

    /// A case for a person's matter in a conversation.
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

    /// The mention itself, with the judgement that the source brought along.
    ///
    /// - Parameters:
    ///   - origin: whether a file or the house says so; it decides who counts as the judge.
    ///   - isLive: whether it is today's work, which an import may be told to be.
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

    /// The judgement that came with the message. `human` stands for people of the house: whoever judged for a source that
    /// is imported, for us the source did.
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

    /// Another version of a known mention, or other words for it.
    ///
    /// - Parameter isSuperseded: whether the words that stand go on standing, though version and time are the same.
    package static func revise(
        _ keyed: KeyedMessage, in number: CaseNumber, of person: PersonNumber, isSuperseded: Bool = false
    ) -> Decision {
        Decision(
            .case(number),
            .mentionRevised(
                MentionRevised(key: keyed.key, edit: keyed.message.version, isSuperseded: isSuperseded)),
            at: keyed.message.occurredAt, content: keyed.content, owner: person)
    }

    /// Another judgement for a known mention, where it beats the one that stands.
    package static func relabel(
        _ keyed: KeyedMessage, standing: Label?, in number: CaseNumber, origin: Origin = .imported
    ) -> Decision? {
        guard let label = judgement(keyed, origin), Self.label(label, beats: standing) else { return nil }
        return classify(keyed, label, in: number)
    }

    /// The more confident label stands, then the alphabetically first, whatever the order of arrival: no two different
    /// labels are equal in this order. What people of the house judged is never overruled by a source.
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

    /// A reply of ours to a mention that is known.
    package static func attachNew(_ keyed: KeyedMessage, to number: CaseNumber, of person: PersonNumber) -> Decision {
        let message: SourceMessage = keyed.message
        let reply = ReplySent(
            key: keyed.key, parent: keyed.parent, channel: message.channel, brand: message.brand,
            visibility: message.visibility, purpose: nil, language: message.language, sequence: message.sequence)
        return Decision(
            .case(number), .replySent(reply), at: message.occurredAt, content: keyed.content, owner: person)
    }

    /// A message of ours that answers no mention we know: it waits.
    package static func await(_ keyed: KeyedMessage) -> Decision {
        let message: SourceMessage = keyed.message
        let awaited = MessageAwaited(
            key: keyed.key, parent: keyed.parent, direction: message.direction, channel: message.channel,
            brand: message.brand, visibility: message.visibility, language: message.language, sequence: message.sequence
        )
        return Decision(.book, .messageAwaited(awaited), at: message.occurredAt, content: keyed.content)
    }

    /// The parent of a waiting message came.
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

    /// The conversation of a case starts further back than was known. `other` is the person's case that stands there
    /// already: the two turn out to be one.
    package static func reroot(
        _ state: CaseState, to root: SourceKey, meeting other: CaseState?, at: Timestamp
    ) -> [Decision] {
        let rerooted = ConversationRerooted(from: state.root, to: root)
        let reroot = Decision(.case(state.number), .conversationRerooted(rerooted), at: at)
        guard let other else { return [reroot] }
        let (into, from) = goesOn(state, other)
        let merged = Event.casesMerged(CasesMerged(into: into, from: from))
        return [reroot, Decision(.case(into), merged, at: at), Decision(.case(from), merged, at: at)]
    }

    /// Which of two cases goes on: the one that is open, so that nobody's matter ends by a merge; else the one at which
    /// somebody will look again, so that no follow-up is lost; else the one that is not closed; else the older number.
    private static func goesOn(_ a: CaseState, _ b: CaseState) -> (into: CaseNumber, from: CaseNumber) {
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
