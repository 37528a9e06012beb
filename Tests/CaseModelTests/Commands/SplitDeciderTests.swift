import CaseModel
import Testing

@Suite("Splitting a case")
struct SplitDeciderTests {
    private let given = Given(
        .mention(1, at: 10), .judged(1, .complaint(.product), at: 11), .mention(2, at: 20),
        .judged(2, .complaint(.brand), at: 21), .mention(3, at: 30))
    private let beginning = SplitDecider.Beginning(number: CaseNumber(9), tracking: "K-9")

    private func split(
        _ given: Given, _ keys: UInt64..., homes: [SourceKey: CaseNumber] = [:], members: Set<CaseNumber> = [seven]
    ) throws(Refusal) -> [Decision] {
        try SplitDecider.split(
            given.state, off: keys.map(key), as: beginning, homes: homes, members: members, reason: "two matters",
            CommandContext(at: minute(1_000)))
    }

    private func code(
        _ given: Given, _ keys: UInt64..., homes: [SourceKey: CaseNumber] = [:]
    ) -> Refusal.Code? {
        do throws(Refusal) {
            _ = try SplitDecider.split(
                given.state, off: keys.map(key), as: beginning, homes: homes, members: [seven], reason: nil,
                CommandContext(at: minute(1_000)))
            return nil
        } catch {
            return error.code
        }
    }

    @Test("a case begins with the first of the messages, and both streams say which ones moved")
    func decided() throws {
        let opened = CaseOpened(
            number: CaseNumber(9), tracking: "K-9", person: ana, channel: Channel("twitter"), root: key(2),
            origin: .live)
        let moved = Event.caseSplit(CaseSplit(into: CaseNumber(9), from: seven, mentions: [key(2), key(3)]))
        let note = Content(note: "two matters")
        expectSame(
            try split(given, 3, 2),
            [
                Decision(.case(CaseNumber(9)), .caseOpened(opened), at: minute(20)),
                Decision(.case(seven), moved, at: minute(1_000), content: note, owner: ana),
                Decision(.case(CaseNumber(9)), moved, at: minute(1_000), content: note, owner: ana),
            ])
    }

    @Test("all of a case or none is no split")
    func whole() {
        #expect(code(given) == .wholeCase)
        #expect(code(given, 1, 2, 3) == .wholeCase)
        #expect(code(Given(.mention(1, at: 1)), 1) == .wholeCase)
    }

    @Test("only what the case has is split off, and only while it is there")
    func refused() {
        #expect(code(given, 4) == .noSuchMention)
        #expect(code(Given(.mention(1, at: 1), .mention(2, at: 2), .closed(at: 3)), 1) == .closed)
        #expect(code(Given(.mention(1, at: 1), .mention(2, at: 2), .merged(7, into: 8, at: 3)), 1) == .merged)
        #expect(code(given, 1, homes: [key(1): CaseNumber(5)]) == .splitAlready)
    }

    @Test("messages of an absorbed case leave its stream, each home saying its own")
    func homes() throws {
        let decided = try split(given, 1, 2, homes: [key(2): CaseNumber(8)], members: [seven, CaseNumber(8)])
        #expect(
            decided.dropFirst().map(\.stream) == [
                .case(seven), .case(CaseNumber(9)), .case(CaseNumber(8)), .case(CaseNumber(9)),
            ])
    }

    @Test("split mentions show in the new case alone, with our replies and later labels")
    func lens() throws {
        let split = CaseSplit(into: CaseNumber(9), from: seven, mentions: [key(2)])
        let donor = Given(
            .mention(1, at: 10), .mention(2, at: 20), .answer(to: 2, key: 5, at: 25), .answer(to: 5, key: 6, at: 26),
            .answer(to: 1, key: 7, at: 27), Fact(.caseSplit(split), at: 30),
            .judged(2, .complaint(.brand), at: 40)
        ).state
        let other = Given(number: CaseNumber(9), Fact(.caseSplit(split), at: 30)).state
        let states: [CaseNumber: CaseState] = [seven: donor, CaseNumber(9): other]
        let left = CaseWhole(of: donor) { states[$0] }.state
        let right = CaseWhole(of: other) { states[$0] }.state
        #expect(left.mentions.map(\.key) == [key(1)])
        #expect(left.replies.map(\.key) == [key(7)])
        #expect(CaseSummary(of: left).polarity == nil)
        #expect(right.mentions.map(\.key) == [key(2)])
        #expect(right.replies.map(\.key) == [key(5), key(6)])
        #expect(CaseSummary(of: right).targets == .brand)
        #expect(donor.holder(of: key(6)) == CaseNumber(9))
        #expect(donor.holder(of: key(7)) == seven)
    }

    @Test("a case that resolved its own issue is resolved, though what was split off has another one")
    func issues() {
        let split = CaseSplit(into: CaseNumber(9), from: seven, mentions: [key(2)])
        let donor = Given(
            .mention(1, at: 10), .judged(1, .complaint(.product), at: 11), .mention(2, at: 20),
            .judged(2, .complaint(.brand), at: 21), Fact(.caseSplit(split), at: 30),
            .resolved(.favourable, .yes, .product, at: 40)
        ).state
        let other = Given(
            number: CaseNumber(9), Fact(.caseSplit(split), at: 30), .resolved(.favourable, .yes, .product, at: 40)
        ).state
        let states: [CaseNumber: CaseState] = [seven: donor, CaseNumber(9): other]
        #expect(CaseSummary(of: CaseWhole(of: donor) { states[$0] }.state).status == .resolved)
        #expect(CaseWhole(of: other) { states[$0] }.state.lifecycle == .open)
    }
}

extension Fact {
    static func answer(to parent: UInt64, key reply: UInt64, at: Int64) -> Fact {
        Fact(
            .replySent(
                ReplySent(
                    key: SourceKey(high: 0, low: reply), parent: SourceKey(high: 0, low: parent),
                    channel: Channel("twitter"),
                    brand: nil, visibility: .isPublic, purpose: .help, language: nil)),
            at: at)
    }
}
