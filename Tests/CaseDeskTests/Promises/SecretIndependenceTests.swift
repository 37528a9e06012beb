import Basics
import CaseDesk
import CaseModel
import Foundation
import Measures
import SQLite
import TestSupport
import Testing

/// How many random desks are compared: set CMCASE_RANDOM_DESKS for a longer run.
private let deskCount: UInt64 = ProcessInfo.processInfo.environment["CMCASE_RANDOM_DESKS"].flatMap(UInt64.init) ?? 12
private let firstSeed: UInt64 = ProcessInfo.processInfo.environment["CMCASE_FIRST_SEED"].flatMap(UInt64.init) ?? 1

@Suite("Nothing depends on a store's secret, nor on the order of arrival")
struct SecretIndependenceTests {
    @Test(
        "the same random rows, in stores of other keys, cut into files and shuffled, end in the same states, advice and figures",
        arguments: firstSeed..<(firstSeed + deskCount))
    func sameEverywhere(seed: UInt64) throws {
        var rows = TiedRows(seed: seed)
        let folder = try TemporaryFolder()
        let expected: DeskAnswers = try rows.answers(of: [rows.messages], in: folder)
        #expect(!expected.cases.isEmpty, "seed \(seed)")
        for attempt in 1...3 {
            let parts: [[Message]] = attempt == 1 ? [rows.messages] : rows.parts()
            try expectSame(rows.answers(of: parts, in: folder), expected, "seed \(seed), attempt \(attempt)")
        }
    }
}

/// Random rows of which many carry the same time: several persons, both sides, parents that come later or never, judged and
/// unjudged, versions of one message, places in a source's order.
struct TiedRows {
    private(set) var messages: [Message] = []
    private var random: SplitMix64
    private var stores = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        for conversation in 1...Int.random(in: 1...4, using: &random) { addConversation(conversation) }
        // One case is always there.
        messages.append(.theirs("0.0", by: "dora", at: 0))
        messages.shuffle(using: &random)
    }

    private mutating func addConversation(_ conversation: Int) {
        let count: Int = Int.random(in: 1...8, using: &random)
        let ids: [String] = (0..<count).map { "\(conversation)-\($0)" }
        let isInSequence: Bool = random.oneIn(4)
        for (index, id) in ids.enumerated() where !random.oneIn(12) {
            var message: Message
            let parent: String? = index == 0 || random.oneIn(5) ? nil : ids[0..<index].randomElement(using: &random)
            let minute: Int = Int.random(in: 0...2, using: &random)
            if random.oneIn(3) {
                message = .ours(id, to: parent, at: minute)
            } else {
                let author: String = ["ana", "ben", "cleo"].randomElement(using: &random) ?? "ana"
                message = judged(.theirs(id, by: author, to: parent, at: minute))
            }
            message.channel = conversation == 3 ? "email" : "twitter"
            message.visibility = random.oneIn(4) ? "private" : "public"
            message.brand = random.oneIn(3) ? ["Lunabrisa", "Ferrobrisa"].randomElement(using: &random) : nil
            if isInSequence, !random.oneIn(5) { message.sequence = Int64.random(in: 1...6, using: &random) }
            message = message.saying("words of \(id)")
            addVersions(of: message)
        }
    }

    private mutating func addVersions(of message: Message) {
        guard message.direction == nil, random.oneIn(4) else { return messages.append(message) }
        for version in 8...Int.random(in: 8...11, using: &random) {
            var copy = message
            copy.version = "\(version)"
            // Now and then an edit is undone.
            messages.append(copy.saying("words \(version % 2) of \(message.id)"))
        }
    }

    private mutating func judged(_ message: Message) -> Message {
        guard !random.oneIn(3) else { return message }
        let polarity: String =
            ["complaint", "complaint", "positive", "question", "neutral", "spam"].randomElement(using: &random)
            ?? "neutral"
        let targets: [String]? = polarity == "complaint" ? [["product"], ["brand"]].randomElement(using: &random) : nil
        var copy = message.judged(polarity, [0.5, 0.9].randomElement(using: &random) ?? 1, about: targets)
        copy.severity = random.oneIn(3) ? ["low", "high"].randomElement(using: &random) : nil
        copy.topics = random.oneIn(3) ? [["delay"], ["price"]].randomElement(using: &random) : nil
        return copy
    }

    /// All rows shuffled, in one to four files.
    mutating func parts() -> [[Message]] {
        let shuffled: [Message] = messages.shuffled(using: &random)
        let count: Int = Int.random(in: 1...4, using: &random)
        return (0..<count).map { part in
            shuffled.enumerated().filter { $0.offset % count == part }.map(\.element)
        }.filter { !$0.isEmpty }
    }

    /// What a new store with a key of its own says after an import of each part.
    mutating func answers(of parts: [[Message]], in folder: TemporaryFolder) throws -> DeskAnswers {
        stores += 1
        let path: String = folder.file("\(stores).db")
        let clock = TestClock()
        try CaseDesk(store: path, access: .create) { clock.now }.close()
        let connection = try Connection(path: path, mode: .readWrite)
        let statement = try connection.statement("UPDATE store SET value = ?1 WHERE name = 'key'" as String)
        var key: [UInt8] = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        key.withUnsafeMutableBytes { statement.bind(1, blob: UnsafeRawBufferPointer($0)) }
        try statement.run()
        connection.close(checkpointing: true)
        let desk = try TestDesk(copying: path)
        for part in parts { try desk.take(part) }
        return try DeskAnswers(of: desk)
    }
}

/// What a desk says of its cases, without what another order of arrival numbers otherwise.
struct DeskAnswers: Equatable {
    /// By account and the conversation's first message.
    var cases: [String: CaseAnswer] = [:]
    var figures: Figures

    struct CaseAnswer: Equatable {
        var listing: CaseListing
        /// After the last step of its audit.
        var summary: CaseSummary
        var situation: String
        var advice: [String]
        var stance: Stance
        var newestWords: String?
        var persons: [Int64]
    }

    init(of desk: TestDesk) throws {
        figures = try desk.figures()
        for listing in try desk.cases() {
            let trail: AuditTrail = try desk.desk.audit(.number(listing.number))
            let (item, _) = try desk.desk.next(.number(listing.number), now: desk.clock.now)
            var plain: CaseListing = listing.withoutArrival
            plain.root = SourceKey(high: 0, low: 0)
            var audited: CaseListing = trail.listing.withoutArrival
            audited.root = plain.root
            expectSame(audited, plain, "audit and list")
            let name = "\(listing.channel) \(listing.account ?? "-") \(listing.rootID ?? "-")"
            #expect(cases[name] == nil, "two cases of one person in one conversation")
            cases[name] = CaseAnswer(
                listing: plain, summary: try #require(trail.steps.last).after,
                situation: "\(item.advice.situation)", advice: item.advice.advice.map { "\($0)" },
                stance: item.stance, newestWords: item.text, persons: [item.personCases, item.personComplaints])
        }
    }
}
