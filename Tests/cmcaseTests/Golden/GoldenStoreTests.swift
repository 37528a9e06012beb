import Foundation
import Testing

/// Stores made by earlier versions of the program, with invented content. Every later version opens them and answers
/// rightly; a store is never made anew, and each change of format leaves another one beside them.
@Suite("A store made by an earlier version")
struct GoldenStoreTests {
    /// 100 events of 43 types, made before the first release (November 2026): two imports, one taken back, a complaint from
    /// capture to reopening, a dismissed troll, a link, a merge, a split, a correction, a survey, an incident, policies.
    static let first = "store-2026-11.db"

    private func place(_ name: String) throws -> Workplace {
        let place = try Workplace()
        let golden: URL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        try FileManager.default.copyItem(at: golden, to: URL(filePath: place.store))
        return place
    }

    @Test("shows each case in the state that it was left in")
    func states() throws {
        let place = try place(Self.first)
        let answer = try place.question("cases", "--sort", "number", "--ascending", "--merged")
        let cases = try #require(answer["cases"] as? [[String: Any]])
        let told: [String] = cases.map { one in
            ["number", "state", "polarity", "target", "mentions", "replies"]
                .map { (one[$0] as? String) ?? (one[$0] as? Int).map(String.init) ?? "-" }
                .joined(separator: " ")
        }
        #expect(
            told == [
                "1 engaging complaint product 2 1", "2 evaluating complaint brand 1 0", "3 evaluating positive - 1 0",
                "4 evaluating spam - 1 0", "5 evaluating neutral - 1 0", "6 evaluating complaint both 1 0",
                "7 awaiting-customer complaint product 1 1", "8 retracted - - 0 0", "9 guided complaint both 3 1",
                "10 merged - - 1 0",
                "11 monitoring complaint brand 1 0", "12 awaiting-customer complaint product 1 1",
            ])
    }

    @Test("is intact, and after a command its rows are what the log says")
    func intact() throws {
        let place = try place(Self.first)
        try place.done("log", "verify")
        // Its rows may be an earlier version's: the first command brings them up to date.
        try place.done("case", "note", "1", "opened by a later version", "--actor", "eva", "--trust-clock")
        try place.done("log", "verify")
        try place.done("replay", "--check", "--json")
        #expect(try place.done("search", "later version").contains("1"))
    }

    @Test("tells what was said and done, word by word")
    func words() throws {
        let place = try place(Self.first)
        let shown: String = try place.done("case", "show", "9", "--tz", "UTC")
        for words in [
            "The ticket app crashes at the payment", "It crashes again", "Marta here: what of my refund?",
            "We are on it, Marta.", "the bank answers late", "Pay at the machine until Friday",
        ] { #expect(shown.contains(words)) }
        #expect(try place.done("case", "show", "1").contains("The heater in coach 4 is broken AGAIN"))
        #expect(try place.done("case", "show", "WQ3R009K", "--tz", "UTC") == shown)
    }

    @Test("counts its complaints and its waits")
    func figures() throws {
        let place = try place(Self.first)
        let service: String = try place.done("metrics", "service", "--csv")
        #expect(service.contains("2400"), "\(service)")
        let conversion: String = try place.done("metrics", "conversion", "--horizon", "30", "--tz", "UTC")
        #expect(conversion.contains("n = 5 complaints"), "\(conversion)")
        #expect(conversion.contains(": 1 complaint of 1 person"), "\(conversion)")
    }

    @Test("answers every question as of a moment before its last event as it did then")
    func past() throws {
        let place = try place(Self.first)
        let audit: String = try place.done("audit", "9", "--until-position", "66", "--tz", "UTC")
        #expect(audit.contains("#66") && !audit.contains("#67"))
        #expect(try place.question("cases", "--until-position", "22")["total"] != nil)
    }
}
