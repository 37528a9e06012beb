import CaseModel

/// The case that every given is about, and its person.
let seven = CaseNumber(7)
let ana = PersonNumber(3)

/// A message's key by a small number.
func key(_ number: UInt64) -> SourceKey { SourceKey(high: 0, low: number) }

/// A moment in minutes after the case began.
func minute(_ number: Int64) -> Timestamp { Timestamp(seconds: 1_700_000_000 + 60 * number) }

/// Something that happened to case 7, at a minute of it.
struct Fact {
    let event: Event
    let at: Timestamp

    init(_ event: Event, at: Int64) {
        self.event = event
        self.at = minute(at)
    }

    /// The same at another minute.
    func moved(to at: Int64) -> Fact { Fact(event, at: at) }

    static func mention(
        _ number: UInt64, at: Int64, _ visibility: Visibility = .isPublic, brand: String? = nil, reach: Int64? = nil,
        isLive: Bool = false
    ) -> Fact {
        Fact(
            .mentionCaptured(
                MentionCaptured(
                    key: key(number), parent: nil, edit: nil, channel: Channel("twitter"), brand: brand.map(Brand.init),
                    visibility: visibility, kind: .post, language: nil, reach: reach, isLive: isLive)),
            at: at)
    }

    static func liveMention(_ number: UInt64, at: Int64) -> Fact { mention(number, at: at, isLive: true) }

    static func revised(_ number: UInt64, at: Int64) -> Fact {
        Fact(.mentionRevised(MentionRevised(key: key(number), edit: nil)), at: at)
    }

    static func withdrawn(_ number: UInt64, at: Int64) -> Fact {
        Fact(.mentionWithdrawn(MentionWithdrawn(key: key(number), by: .author)), at: at)
    }

    static func judged(_ number: UInt64, _ label: Label, at: Int64) -> Fact {
        Fact(.mentionClassified(MentionClassified(mention: key(number), label: label)), at: at)
    }

    static func reply(
        at: Int64, key: SourceKey? = nil, _ visibility: Visibility = .isPublic, brand: String? = nil
    ) -> Fact {
        Fact(
            .replySent(
                ReplySent(
                    key: key, parent: nil, channel: Channel("twitter"), brand: brand.map(Brand.init),
                    visibility: visibility, purpose: .help, language: nil)),
            at: at)
    }

    static func attached(_ number: UInt64, at: Int64) -> Fact {
        Fact(
            .messageAttached(
                MessageAttached(
                    key: key(number), awaited: Position(1), parent: nil, brand: nil, visibility: .isPublic)),
            at: at)
    }

    static func guided(at: Int64) -> Fact { Fact(.guidanceGiven(GuidanceGiven(followUpAt: nil)), at: at) }

    static func escalated(at: Int64) -> Fact { Fact(.caseEscalated(CaseEscalated(to: "legal", level: 2)), at: at) }

    static func resolved(
        _ outcome: Outcome = .favourable, _ solved: Solved = .yes, _ issues: TargetSet = [], at: Int64
    ) -> Fact {
        Fact(resolvedEvent(outcome, solved, issues), at: at)
    }

    static func dismissed(_ ground: DismissalGround, at: Int64) -> Fact {
        Fact(.caseDismissed(CaseDismissed(ground: ground)), at: at)
    }

    static func reopened(_ episode: Int64, at: Int64) -> Fact {
        Fact(.caseReopened(CaseReopened(trigger: .person, episode: episode)), at: at)
    }

    static func closed(at: Int64) -> Fact { Fact(.caseClosed(CaseClosed()), at: at) }

    static func followUp(_ number: Int64, due: Int64, at: Int64) -> Fact { Fact(scheduled(number, due: due), at: at) }

    static func looked(_ number: Int64, _ finding: FollowUpFinding = .quiet, at: Int64) -> Fact {
        Fact(.followUpDone(FollowUpDone(followUp: number, finding: finding)), at: at)
    }

    static func cancelled(_ number: Int64, at: Int64) -> Fact {
        Fact(.followUpCancelled(FollowUpCancelled(followUp: number)), at: at)
    }

    static func merged(_ from: Int64, into: Int64, at: Int64) -> Fact {
        Fact(.casesMerged(CasesMerged(into: CaseNumber(into), from: CaseNumber(from))), at: at)
    }

    static func unmerged(_ from: Int64, into: Int64, at: Int64) -> Fact {
        Fact(.casesUnmerged(CasesUnmerged(into: CaseNumber(into), from: CaseNumber(from))), at: at)
    }
}

func resolvedEvent(
    _ outcome: Outcome = .favourable, _ solved: Solved = .yes, _ issues: TargetSet = []
) -> Event {
    .caseResolved(CaseResolved(outcome: outcome, solved: solved, issues: issues, confirmedBy: .customer))
}

func scheduled(_ number: Int64, due: Int64) -> Event {
    .followUpScheduled(FollowUpScheduled(followUp: number, due: minute(due), purpose: .recurrence))
}

/// The follow-up that comes with the end of a case.
func usual(_ number: Int64 = 1, after minutes: Int64 = 1_000, _ purpose: FollowUpPurpose = .evolution) -> Event {
    .followUpScheduled(
        FollowUpScheduled(followUp: number, due: minute(minutes + 10_080), purpose: purpose, isUsual: true))
}

extension Label {
    static func complaint(_ targets: TargetSet) -> Label {
        Label(polarity: .complaint, targets: targets, method: .human)
    }

    static let praise = Label(polarity: .positive, method: .human)
    static let question = Label(polarity: .question, method: .human)
}

extension CaseCommand {
    static func resolve(
        _ outcome: Outcome = .favourable, _ solved: Solved = .yes, _ issues: TargetSet = []
    ) -> CaseCommand {
        .resolve(outcome: outcome, solved: solved, issues: issues, confirmedBy: .customer, note: nil)
    }

    static func reply(_ visibility: Visibility = .isPublic, to mention: SourceKey? = nil) -> CaseCommand {
        .reply(Reply(text: "We are on it", visibility: visibility, purpose: .help, inReplyTo: mention))
    }

    static let reopen = CaseCommand.reopen(.person, reason: nil)
    static let close = CaseCommand.close(reason: nil)
}
