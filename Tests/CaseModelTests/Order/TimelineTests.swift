import CaseModel
import Testing

@Suite("The order of a case's messages")
struct TimelineTests {
    private static func mention(_ number: UInt64, answers parent: UInt64? = nil, at: Int64) -> Fact {
        Fact(
            .mentionCaptured(
                MentionCaptured(
                    key: key(number), parent: parent.map(key), edit: nil, channel: Channel("chat"), brand: nil,
                    visibility: .isPublic, kind: .post, language: nil, reach: nil)),
            at: at)
    }

    private static func reply(_ number: UInt64, answers parent: UInt64?, at: Int64) -> Fact {
        Fact(
            .replySent(
                ReplySent(
                    key: key(number), parent: parent.map(key), channel: Channel("chat"), brand: nil,
                    visibility: .isPublic, purpose: nil, language: nil)),
            at: at)
    }

    private func status(_ facts: Fact...) -> CaseStatus { CaseSummary(of: Given(facts).state).status }

    /// A case whose conversation starts from a message, and whose events stand after a position.
    private func state(
        _ number: CaseNumber = seven, root: UInt64, after position: Int64 = 0, _ facts: Fact...
    ) throws -> CaseState {
        let opened = CaseOpened(
            number: number, tracking: "K", person: ana, channel: Channel("chat"), root: key(root), origin: .imported)
        var state: CaseState?
        for (place, fact) in ([Fact(.caseOpened(opened), at: 0)] + facts).enumerated() {
            let version = Int64(place + 1)
            CaseState.evolve(
                &state, fact.event,
                EventMoment(position: Position(position + version), version: version, occurredAt: fact.at))
        }
        return try #require(state)
    }

    @Test("a reply of the same instant answers a mention if it names it; else the mention came after it")
    func tiedReply() {
        #expect(status(Self.mention(1, at: 10), Self.reply(2, answers: 1, at: 10)) == .awaitingCustomer)
        #expect(status(Self.mention(1, at: 10), Self.reply(2, answers: nil, at: 10)) == .engaging)
        // 4 answers 3, and 3 answers our reply.
        #expect(
            status(
                Self.mention(1, at: 10), Self.mention(4, answers: 3, at: 11), Self.mention(3, answers: 2, at: 11),
                Self.reply(2, answers: 1, at: 11)) == .engaging)
    }

    @Test("a reply that a mention of the same instant answers is no answer to it")
    func noAnswer() {
        let state = Given(Self.mention(1, answers: 2, at: 10), Self.reply(2, answers: nil, at: 10)).state
        let summary = CaseSummary(of: state)
        #expect(summary.firstReplyAt == nil)
        #expect(summary.unansweredSince == minute(10))
        #expect(state.firstResponses.map(\.reply) == [nil])
    }

    @Test("what answers a message that isn't in the case came after the conversation's first message")
    func root() throws {
        let state = try state(
            root: 1, Self.mention(2, answers: 99, at: 10), .judged(2, .praise, at: 10), Self.mention(1, at: 10),
            .judged(1, .complaint(.product), at: 10))
        #expect(state.mentions.map(\.key) == [key(1), key(2)])
    }

    @Test("a complaint counts as later than what is unjudged, and that as later than any other judgement")
    func gravity() {
        let labels: [Label?] = [
            Label(polarity: .spam, method: .human), .praise, Label(polarity: .neutral, method: .human), .question, nil,
            .complaint(.brand),
        ]
        var facts: [Fact] = []
        for (number, label) in labels.enumerated().reversed() {
            facts.append(Self.mention(UInt64(number), at: 10))
            if let label { facts.append(.judged(UInt64(number), label, at: 11)) }
        }
        #expect(Given(facts).state.mentions.map(\.key) == (0..<6).map { key($0) })
    }

    @Test("the parts of a combined case have the ranks of the whole")
    func parts() throws {
        var whole = try state(
            root: 1, Self.mention(1, at: 10), .judged(1, .complaint(.product), at: 11),
            Self.reply(2, answers: nil, at: 10))
        let other = try state(
            CaseNumber(8), root: 5, after: 100, Self.mention(5, at: 10), .judged(5, .praise, at: 11),
            Self.mention(6, at: 20))
        whole.absorbed = [CaseNumber(8)]
        let merged = CaseWhole(of: whole) { $0 == CaseNumber(8) ? other : nil }
        #expect(merged.state.mentions.map(\.key) == [key(5), key(1), key(6)])
        #expect(merged.parts.map { $0.mentions.map(\.rank) } == [[2], [1, 0]])
        #expect(merged.parts.map { $0.replies.map(\.rank) } == [[0], []])
    }
}
