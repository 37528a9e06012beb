import CaseModel
import Playbook
import Testing

@Suite("The situation of a case")
struct SummarySituationTests {
    private let parameters: PlaybookParameters
    private let now = Timestamp(seconds: 1_000_000_000)

    init() throws { parameters = try BuiltInPlaybook.communityManager.playbook().parameters }

    private func days(_ days: Int64) -> Timestamp { Timestamp(seconds: 1_000_000_000 + days * 86_400) }

    private func situation(_ change: (inout CaseSummary) -> Void) -> Situation {
        var summary = CaseSummary()
        change(&summary)
        return Situation(of: summary, Situation.Standing(), parameters, now: now)
    }

    @Test("a new mention is open, unjudged and ours to open")
    func new() {
        let situation = situation {
            $0.openedAt = days(0)
            $0.lastMentionAt = days(0)
            $0.unansweredSince = days(0)
        }
        #expect(situation.lifecycle == .open)
        #expect(situation.turn == .opening)
        #expect(situation.news == .unjudged)
        #expect(situation.polarity == .unjudged)
    }

    @Test("whose turn it is, and whether they are silent", arguments: [(Int64(-2), YesNo.no), (-3, .yes), (-4, .yes)])
    func silence(repliedAt: Int64, silent: YesNo) {
        let situation = situation {
            $0.openedAt = days(-5)
            $0.turns = 1
            $0.replyCount = 1
            $0.lastReplyAt = days(repliedAt)
        }
        #expect(situation.turn == .ours)
        #expect(situation.silent == silent)
        #expect(situation.news == .none)
    }

    @Test("an unclassified mention is news even if answered; a classified one is not")
    func unjudgedNews() {
        func answered(_ facts: CaseFacts) -> News {
            situation {
                $0.openedAt = days(-5)
                $0.lastMentionAt = days(-3)
                $0.turns = 1
                $0.lastReplyAt = days(-2)
                $0.facts = facts
            }.news
        }
        #expect(answered([]) == .unjudged)
        #expect(answered([.newestJudged, .newestPositive]) == .none)
    }

    @Test("an issue that has ended is no target any more")
    func targets() {
        let situation = situation {
            $0.polarity = .complaint
            $0.targets = [.product, .brand]
            $0.facts = [.productResolved]
        }
        #expect(situation.targets == .brand)
    }

    @Test(
        "where it stands, by its decisions and the time",
        arguments: [
            (CaseStatus.engaging, Int64?.none, Int64?.some(1), CaseStage.snoozed),
            (.engaging, nil, 0, .open), (.monitoring, -1, nil, .resolved), (.closed, -1, nil, .closed),
            (.merged, nil, nil, .merged),
        ])
    func stage(status: CaseStatus, ended: Int64?, snoozed: Int64?, stage: CaseStage) {
        let situation = situation {
            $0.status = status
            $0.endedAt = ended.map(days)
            $0.snoozedUntil = snoozed.map(days)
        }
        #expect(situation.lifecycle == stage)
    }

    @Test("a dismissed case is dismissed, watched or not")
    func dismissed() {
        let situation = situation {
            $0.status = .monitoring
            $0.endedAt = days(-1)
            $0.facts = [.dismissedTroll]
        }
        #expect(situation.lifecycle == .dismissed)
    }

    @Test("what comes after the end is news, and breaks the quiet")
    func afterwards() {
        func ended(lastMention: Int64) -> Situation {
            situation {
                $0.status = .monitoring
                $0.endedAt = days(-40)
                $0.lastMentionAt = days(lastMention)
                $0.facts = [.resolvedFavourable, .solvedYes, .newestJudged, .newestPositive]
            }
        }
        #expect(ended(lastMention: -41).news == .none)
        #expect(ended(lastMention: -41).quiet == .yes)
        #expect(ended(lastMention: -2).news == .positive)
        #expect(ended(lastMention: -2).quiet == .no)
        #expect(ended(lastMention: -30).quiet == .yes)
        #expect(ended(lastMention: -29).quiet == .no)
        #expect(ended(lastMention: -2).prospect == .favourable)
        #expect(ended(lastMention: -2).solved == .yes)
    }

    @Test("the state of follow-ups, and what they found")
    func followUps() {
        func ended(_ due: Int64?, _ facts: CaseFacts, _ finding: FollowUpFinding? = nil) -> Situation {
            situation {
                $0.status = .monitoring
                $0.endedAt = days(-10)
                $0.nextFollowUpAt = due.map(days)
                $0.facts = facts.union([.resolvedFavourable])
                $0.lastFinding = finding
            }
        }
        #expect(ended(nil, []).followUp == .none)
        #expect(ended(1, []).followUp == .scheduled)
        #expect(ended(0, []).followUp == .due)
        #expect(ended(nil, [.lookedSinceEnd], .quiet).followUp == .done)
        #expect(ended(nil, [.lookedSinceEnd], .quiet).recurrence == .no)
        #expect(ended(nil, [.lookedSinceEnd], .recurrence).recurrence == .yes)
        // What was found before it ended this time is no news.
        #expect(ended(nil, [], .recurrence).recurrence == .no)
    }

    @Test("tags tell what no event says")
    func tags() {
        let situation = situation { $0.tags = ["cannot-help", "not-contactable", "private-data"] }
        #expect(situation.canHelp == .no)
        #expect(situation.contactable == .no)
        #expect(situation.privateData == .yes)
    }
}
