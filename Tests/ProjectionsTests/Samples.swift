import CaseModel

extension SourceKey {
    static func sample(_ number: UInt64) -> SourceKey { SourceKey(high: 0, low: number) }
}

extension Decision {
    static func identify(_ person: Int64, account: UInt64, at seconds: Int64 = 0) -> Decision {
        let number = PersonNumber(person)
        return Decision(
            .person(number),
            .personIdentified(
                PersonIdentified(person: number, identity: .sample(account), channel: Channel("twitter"))),
            at: Timestamp(seconds: seconds))
    }

    static func open(_ number: Int64, person: Int64, root: UInt64, at seconds: Int64 = 0) -> Decision {
        Decision(
            .case(CaseNumber(number)),
            .caseOpened(
                CaseOpened(
                    number: CaseNumber(number), tracking: "T-\(number)", person: PersonNumber(person),
                    channel: Channel("twitter"), root: .sample(root), origin: .imported)),
            at: Timestamp(seconds: seconds))
    }

    static func mention(_ key: UInt64, in number: Int64, parent: UInt64? = nil, at seconds: Int64) -> Decision {
        Decision(
            .case(CaseNumber(number)),
            .mentionCaptured(
                MentionCaptured(
                    key: .sample(key), parent: parent.map { .sample($0) }, edit: nil, channel: Channel("twitter"),
                    brand: Brand("Acme"), visibility: .isPublic, kind: .post, language: nil, reach: nil)),
            at: Timestamp(seconds: seconds))
    }

    static func classify(_ key: UInt64, in number: Int64, _ label: Label, at seconds: Int64) -> Decision {
        Decision(
            .case(CaseNumber(number)), .mentionClassified(MentionClassified(mention: .sample(key), label: label)),
            at: Timestamp(seconds: seconds))
    }

    static func reply(
        _ key: UInt64?, in number: Int64, visibility: Visibility = .isPublic, at seconds: Int64
    ) -> Decision {
        Decision(
            .case(CaseNumber(number)),
            .replySent(
                ReplySent(
                    key: key.map { .sample($0) }, parent: nil, channel: Channel("twitter"), brand: Brand("Acme"),
                    visibility: visibility, purpose: nil, language: nil)),
            at: Timestamp(seconds: seconds))
    }

    static func wait(_ key: UInt64, parent: UInt64?, at seconds: Int64) -> Decision {
        Decision(
            .book,
            .messageAwaited(
                MessageAwaited(
                    key: .sample(key), parent: parent.map { .sample($0) }, direction: .ours,
                    channel: Channel("twitter"), brand: nil, visibility: .isPublic, language: nil)),
            at: Timestamp(seconds: seconds))
    }

    static func attach(_ key: UInt64, awaited: Int64, to number: Int64, at seconds: Int64) -> Decision {
        Decision(
            .case(CaseNumber(number)),
            .messageAttached(
                MessageAttached(
                    key: .sample(key), awaited: Position(awaited), parent: nil, brand: nil, visibility: .isPublic)),
            at: Timestamp(seconds: seconds))
    }

    /// Both events of a merge.
    static func merge(_ from: Int64, into: Int64, at seconds: Int64 = 0) -> [Decision] {
        let event = Event.casesMerged(CasesMerged(into: CaseNumber(into), from: CaseNumber(from)))
        return [into, from].map { Decision(.case(CaseNumber($0)), event, at: Timestamp(seconds: seconds)) }
    }

    /// Both events of an unmerge.
    static func unmerge(_ from: Int64, into: Int64, at seconds: Int64 = 0) -> [Decision] {
        let event = Event.casesUnmerged(CasesUnmerged(into: CaseNumber(into), from: CaseNumber(from)))
        return [into, from].map { Decision(.case(CaseNumber($0)), event, at: Timestamp(seconds: seconds)) }
    }

    static func on(_ number: Int64, _ event: Event, at seconds: Int64) -> Decision {
        Decision(.case(CaseNumber(number)), event, at: Timestamp(seconds: seconds))
    }

    /// Both events of a link.
    static func link(_ other: Int64, to person: Int64, at seconds: Int64 = 0) -> [Decision] {
        let event = Event.identityLinked(
            IdentityLinked(person: PersonNumber(person), other: PersonNumber(other), basis: .given))
        return [person, other].map { Decision(.person(PersonNumber($0)), event, at: Timestamp(seconds: seconds)) }
    }

    /// Both events of a link taken back.
    static func unlink(_ other: Int64, from person: Int64, at seconds: Int64 = 0) -> [Decision] {
        let event = Event.identityUnlinked(
            IdentityUnlinked(person: PersonNumber(person), other: PersonNumber(other)))
        return [person, other].map { Decision(.person(PersonNumber($0)), event, at: Timestamp(seconds: seconds)) }
    }
}
