import CaseDesk
import CaseModel
import Testing

@Suite("Any sequence of commands over cases and persons")
struct RandomDeskTests {
    @Test(
        "leaves every message in one legal case; replayed is recorded, and as of then is what was known then",
        arguments: 0..<6 as Range<UInt64>)
    func legal(seed: UInt64) throws {
        var life = RandomLife(seed: seed)
        let desk = try TestDesk()
        var known: [(head: Position, cases: [CaseListing])] = []
        for round in 0..<12 {
            try desk.take(life.messages(8))
            for line in try desk.apply(life.commands(40)) {
                if case .refused(let refusal) = line.result { life.refused.insert(refusal.code) }
            }
            desk.clock.advance(hours: 1)
            let note = "seed \(seed), round \(round)"
            let cases = try desk.cases()
            let all = try desk.list(merged: true).cases
            life.cases = Int64(all.count)
            life.persons = Int64(try desk.log().filter { $0.type == "PersonIdentified" }.count)
            life.head = Int64(try desk.log().count)
            expectSame(try desk.differences(), [], note)
            // Merged, split or neither: every message of theirs is in one case that goes on.
            let captured: Int = try desk.log().count { $0.type == "MentionCaptured" }
            #expect(cases.reduce(0) { $0 + $1.mentions } == Int64(captured), "\(note)")
            for listing in all {
                #expect((listing.status == .merged) == (listing.mergedInto != nil), "\(note), case \(listing.number)")
                let trail = try desk.desk.audit(.number(listing.number))
                if listing.mergedInto == nil {
                    #expect(trail.listing == listing, "\(note), case \(listing.number)")
                    #expect(trail.steps.last { $0.after.mentionCount > 0 } != nil, "\(note), case \(listing.number)")
                } else {
                    #expect(trail.number != listing.number, "\(note), case \(listing.number)")
                }
            }
            known.append((try #require(try desk.log().last).position, cases))
        }
        for (head, cases) in known.shuffled(using: &life.random).prefix(4) {
            #expect(try desk.cases(.until(head)) == cases, "seed \(seed), as of \(head)")
        }
        try desk.reopen()
        #expect(try desk.cases() == known.last?.cases, "seed \(seed)")
        #expect(
            life.refused.isSuperset(of: [.wholeCase, .alreadyLinked, .notMerged, .inIncident, .keyTaken]),
            "seed \(seed)")
    }
}

/// Messages and commands at random, most of them about something that is there.
private struct RandomLife {
    var random: SeededRandom
    var refused: Set<Refusal.Code> = []
    var cases: Int64 = 1
    var persons: Int64 = 1
    var head: Int64 = 1
    private var ids = 0
    private var minutes = 0
    private var splits: [(String, String)] = []

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func messages(_ count: Int) -> [Message] {
        (0..<count).map { _ in
            ids += 1
            minutes += Int.random(in: 0...300, using: &random)
            let parent: String? = random.oneIn(3) || ids == 1 ? nil : "\(Int.random(in: 1..<ids, using: &random))"
            if random.oneIn(3), let parent { return .ours("\(ids)", to: parent, at: minutes) }
            let by: String = ["ana", "eva", "leo"].randomElement(using: &random) ?? "ana"
            let mention = Message.theirs("\(ids)", by: by, to: parent, at: minutes)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return mention.judged("complaint", 0.5, about: ["product"])
            case 1: return mention.judged("complaint", 0.5, about: ["brand"])
            case 2: return mention.judged("positive", 0.5)
            default: return mention
            }
        }
    }

    mutating func commands(_ count: Int) -> [String] { (0..<count).map { _ in command() } }

    private mutating func command() -> String {
        let number = Int64.random(in: 1...cases, using: &random)
        let other = Int64.random(in: 1...cases, using: &random)
        let person = Int64.random(in: 1...persons, using: &random)
        let second = Int64.random(in: 1...persons, using: &random)
        let message: String =
            "\"channel\":\"twitter\",\"message\":\"\(Int.random(in: 1...max(ids, 1), using: &random))\""
        switch Int.random(in: 0..<32, using: &random) {
        case 0: return #"{"do":"classify",\#(message),"polarity":"complaint","targets":["product","brand"]}"#
        case 1: return #"{"do":"classify",\#(message),"polarity":"question"}"#
        case 2: return #"{"do":"reply",\#(message),"text":"hi","visibility":"private","purpose":"help"}"#
        case 3:
            let target: String = random.oneIn(2) ? ",\"target\":\"product\"" : ""
            return
                #"{"do":"resolve","case":\#(number),"outcome":"favourable","solved":"yes","confirmedBy":"agent"\#(target)}"#
        case 4: return #"{"do":"dismiss","case":\#(number),"as":"spam"}"#
        case 5: return #"{"do":"reopen","case":\#(number),"trigger":"decision"}"#
        case 6:
            return #"{"do":"schedule-follow-up","case":\#(number),"due":"2031-01-01T00:00:00Z","purpose":"recurrence"}"#
        case 7: return #"{"do":"complete-follow-up","case":\#(number),"finding":"quiet"}"#
        case 8: return #"{"do":"close","case":\#(number)}"#
        case 9, 10: return #"{"do":"merge","case":\#(number),"from":\#(other)}"#
        case 11: return #"{"do":"unmerge","from":\#(other)}"#
        case 12, 13, 14:
            let some: [String] = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                "\"twitter:\(Int.random(in: 1...max(ids, 1), using: &random))\""
            }
            return #"{"do":"split","case":\#(some[0]),"mentions":[\#(some.joined(separator: ","))]}"#
        case 15: return #"{"do":"link","person":\#(person),"other":\#(second),"basis":"given"}"#
        case 16: return #"{"do":"unlink","other":\#(second)}"#
        case 17:
            return
                #"{"do":"correct","event":\#(Int64.random(in: 1...head, using: &random)),"fields":["polarity","targets"],"values":["complaint","brand"]}"#
        case 18: return #"{"do":"offer-survey","person":\#(person),"instrument":"NPS"}"#
        case 19: return #"{"do":"snooze","case":\#(number),"until":"2031-01-01T00:00:00Z"}"#
        case 20: return #"{"do":"wake","case":\#(number)}"#
        case 21: return #"{"do":"investigate","case":\#(number),"sources":["own-history"]}"#
        case 22:
            return
                #"{"do":"assess","case":\#(number),"founded":\#(random.oneIn(2)),"grounds":["promise"],"signals":[]}"#
        case 23:
            return
                #"{"do":"assess-author","person":\#(person),"as":"suspected-troll","evidence":["new-account","same-words"]}"#
        case 24: return #"{"do":"forecast","case":\#(number),"forecast":"unfavourable"}"#
        case 25: return #"{"do":"record-evidence","person":\#(person),"kind":"public-recommendation"}"#
        case 26: return #"{"do":"declare-incident","cases":[\#(number),\#(other)],"level":2}"#
        case 27: return #"{"do":"widen-incident","incident":1,"cases":[\#(number)],"level":\#(1 + number % 4)}"#
        case 28: return #"{"do":"close-incident","incident":\#(1 + number % 3)}"#
        case 29: return #"{"do":"assign","case":\#(number),"to":"eva","key":"\#(number % 3)"}"#
        case 30: return #"{"do":"escalate","case":\#(number),"to":"works","level":2}"#
        default:
            return #"{"do":"answer-survey","person":\#(person),"score":\#(Int.random(in: 0...10, using: &random))}"#
        }
    }
}
