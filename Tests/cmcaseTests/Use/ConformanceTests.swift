import Foundation
import Testing

/// Six complaints of 2 March 2026 whose figures are reckoned here by hand.
///
/// Dismissed as a troll: Ana (case 1), whom somebody found to be a customer afterwards; Leo (2), of whom that was known
/// before; Kim (3), of whom it never was. One of three was wrong: 33.33 %, by Wilson's formula from 6.15 % to 79.23 %.
///
/// Forecasts: Eva's (4) unknown counts as none, favourable came true; Noa's (5) favourable did not, unfavourable did; Pau's (6)
/// has not ended. Two of three were right: 66.67 %, from 20.77 % to 93.85 %.
///
/// Kept: both replies came after a judgement (2), Noa was asked again before the case was closed (1), no troll was answered (3),
/// Eva and Noa were answered within the 24 hours of the service level (2), which those who were dismissed were not owed. Broken:
/// Pau was not answered (1). Overridden: Noa was answered in public though a bad end was expected (1). Pending: who was dismissed,
/// and Eva, are still to be looked at again (4). So 8 of 10.
@Suite("How practice kept to the protocol, on the command line")
struct ConformanceTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        let trolls: [String] = [("ana", "twitter", 9), ("leo", "twitter", 10), ("kim", "email", 11)].enumerated()
            .flatMap {
                index, who in
                let (number, at) = (index + 1, "2026-03-02T\(who.2 < 10 ? "0" : "")\(who.2)")
                func judged(_ minute: Int) -> String {
                    #"{"do":"assess-author","person":"twitter:\#(who.0)","as":"customer","evidence":["order"],"at":"\#(at):\#(minute):00Z"}"#
                }
                return [
                    #"{"do":"capture","channel":"\#(who.1)","id":"\#(number)","author":"\#(who.0)","text":"liars","at":"\#(at):00:00Z"}"#,
                    #"{"do":"classify","case":\#(number),"polarity":"complaint","targets":["brand"],"at":"\#(at):10:00Z"}"#,
                ] + (who.0 == "leo" ? [judged(15)] : [])
                    + [#"{"do":"dismiss","case":\#(number),"as":"troll","at":"\#(at):20:00Z"}"#]
                    + (who.0 == "ana" ? [judged(30)] : [])
            }
        try place.write(
            trolls.joined(separator: "\n") + "\n" + """
                {"do":"capture","channel":"email","id":"4","author":"eva","text":"no ramp","at":"2026-03-02T12:00:00Z"}
                {"do":"classify","case":4,"polarity":"complaint","targets":["product"],"at":"2026-03-02T12:10:00Z"}
                {"do":"forecast","case":4,"forecast":"unknown","at":"2026-03-02T12:20:00Z"}
                {"do":"forecast","case":4,"forecast":"favourable","at":"2026-03-02T12:30:00Z"}
                {"do":"reply","case":4,"text":"we bring one","visibility":"private","purpose":"help","at":"2026-03-02T12:40:00Z"}
                {"do":"resolve","case":4,"outcome":"favourable","solved":"yes","confirmedBy":"customer","at":"2026-03-02T12:50:00Z"}
                {"do":"capture","channel":"email","id":"5","author":"noa","text":"no lift","at":"2026-03-02T13:00:00Z"}
                {"do":"classify","case":5,"polarity":"complaint","targets":["product"],"at":"2026-03-02T13:10:00Z"}
                {"do":"forecast","case":5,"forecast":"favourable","at":"2026-03-02T13:20:00Z"}
                {"do":"forecast","case":5,"forecast":"unfavourable","at":"2026-03-02T13:30:00Z"}
                {"do":"reply","case":5,"text":"there is none","visibility":"public","purpose":"explain","override":"the press had it","at":"2026-03-02T13:40:00Z"}
                {"do":"resolve","case":5,"outcome":"unfavourable","solved":"no","confirmedBy":"agent","at":"2026-03-02T13:50:00Z"}
                {"do":"complete-follow-up","case":5,"finding":"quiet","at":"2026-03-09T13:50:00Z"}
                {"do":"close","case":5,"at":"2026-03-09T14:00:00Z"}
                {"do":"capture","channel":"email","id":"6","author":"pau","text":"late","at":"2026-03-02T14:00:00Z"}
                {"do":"classify","case":6,"polarity":"complaint","targets":["product"],"at":"2026-03-02T14:10:00Z"}
                {"do":"forecast","case":6,"forecast":"favourable","at":"2026-03-02T14:20:00Z"}

                """, to: "lines.ndjson")
        try place.done("init")
        let applied: String = try place.done("case", "apply", "lines.ndjson")
        #expect(applied.hasSuffix("recorded 28, recorded before 0, refused 0\n"), "\(applied)")
    }

    @Test("the false-troll rate, the forecasts that came true, the sums, the parts and the reasons")
    func report() throws {
        let told: String = try place.done("metrics", "conformance", "--by", "channel", "--tz", "UTC")
        #expect(
            told.contains(
                """
                  dismissed as a troll, later found to be a customer: 33.33 % [6.15 %, 79.23 %] of n = 3
                  forecasts that came true: 66.67 % [20.77 %, 93.85 %] of n = 3
                  decisions against a rule, with the reason: 1
                  violations that were corrected afterwards: 0
                  decisions recorded late: 26

                channel  cases  fitness  kept  broken  overridden  pending  imported
                email        4    0.750     6       1           1        2         0
                twitter      2    1.000     2       0           0        2         0

                Violations
                  S17 unfavourable-in-private: case 5 (overridden)
                  S5 acknowledged-in-time: case 6

                Decisions against a rule
                case 5
                  #36  2026-03-02 13:40:00 +00:00  ReplySent by human:eva
                    against the rule, because: the press had it

                """), "\(told)")
        let answer = try place.question("metrics", "conformance")
        let sums: [String: Double] = answer.compactMapValues { $0 as? Double }.filter { $0.key != "position" }
        #expect(
            sums == [
                "cases": 6, "importedCases": 0, "fitness": 0.8, "activations": 10, "satisfied": 8, "violated": 1,
                "overridden": 1, "pending": 4, "imported": 0, "decisionsAgainstARule": 1, "remarkCount": 0,
                "correctedAfterwards": 0, "recordedLate": 26,
            ])
        let constraints = try #require(answer["constraints"] as? [[String: Any]])
        let counts: [String: [Int]] = Dictionary(
            uniqueKeysWithValues: constraints.map { constraint in
                (
                    constraint["constraint"] as? String ?? "",
                    ["satisfied", "violated", "overridden", "pending"].map { constraint[$0] as? Int ?? -1 }
                )
            })
        #expect(
            counts == [
                "classified-before-reply": [2, 0, 0, 0], "investigated-before-assessed": [0, 0, 0, 0],
                "problem-before-plan": [0, 0, 0, 0], "guidance-followed-up": [0, 0, 0, 0],
                "resolution-followed-up": [1, 0, 0, 1], "dismissal-followed-up": [0, 0, 0, 3],
                "no-reply-to-troll": [3, 0, 0, 0], "unfavourable-in-private": [0, 0, 1, 0],
                "acknowledged-in-time": [2, 1, 0, 0],
            ])
        let violations = try #require(answer["violations"] as? [[String: Any]])
        #expect(violations.map { $0["case"] as? Int } == [5, 6])
        #expect(violations.map { $0["events"] as? [Int] } == [[35, 36], [43]])
        #expect(violations.map { $0["at"] as? String } == ["2026-03-02T13:40:00Z", "2026-03-03T14:00:00Z"])
    }

    @Test("one case: what was kept and what was not, with the events, who did them and why")
    func audit() throws {
        let overridden: String = try place.done("audit", "5", "--conformance", "--tz", "UTC")
        #expect(
            overridden.contains(
                "  fitness 0.750: 3 of 4 kept, 0 broken, 1 overridden, 0 pending, 0 imported and not judged"),
            "\(overridden)")
        #expect(
            overridden.contains(
                """
                  #35  2026-03-02 13:30:00 +00:00  OutcomeForecast by human:eva
                  #36  2026-03-02 13:40:00 +00:00  ReplySent by human:eva
                    against the rule, because: the press had it

                Recorded late
                """), "\(overridden)")
        let broken: String = try place.done("audit", "6", "--conformance", "--tz", "UTC")
        #expect(
            broken.contains(
                "  fitness 0.000: 0 of 1 kept, 1 broken, 0 overridden, 0 pending, 0 imported and not judged"),
            "\(broken)")
        #expect(
            broken.contains(
                """
                  nothing was done by then
                  #43  2026-03-02 14:00:00 +00:00  MentionCaptured by human:eva

                Recorded late
                """), "\(broken)")
        let late: Substring = try #require(broken.split(separator: "\n").last)
        #expect(late.hasPrefix("  #45  2026-03-02 14:20:00 +00:00  OutcomeForecast by human:eva, recorded "), "\(late)")
        #expect(late.hasSuffix(" after it happened"), "\(late)")
    }
}
