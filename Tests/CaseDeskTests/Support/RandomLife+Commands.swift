import Basics
import CaseDesk
import CaseModel
import TestSupport

/// Commands as lines, right, wrong, or right at the wrong moment.
extension RandomLife {
    mutating func commands(_ count: Int) -> [String] {
        (0..<count).map { _ in
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: message()
            case 2, 3: work()
            case 4, 5: end()
            case 6, 7: several()
            default: person()
            }
        } + [snooze(), snooze()]
    }

    /// Puts a case out of sight for some hours, so that time has something to bring about.
    private mutating func snooze() -> String {
        let hour: Int = .random(in: 13...23, using: &random)
        return #"{"do":"snooze","case":\#(anyCase()),"until":"2026-02-01T\#(hour):15:00Z"}"#
    }

    /// Commands on messages and what was found out of them.
    private mutating func message() -> String {
        let named = "\"channel\":\"twitter\",\"message\":\"\(anyMessage())\""
        let number: Int64 = anyCase()
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return #"{"do":"classify",\#(named),"polarity":"complaint","targets":["product","brand"]}"#
        case 1: return #"{"do":"classify",\#(named),"polarity":"question"}"#
        case 2: return #"{"do":"reply",\#(named),"text":"hi","visibility":"private","purpose":"help"}"#
        case 3:
            return
                #"{"do":"reply",\#(named),"id":"\#(nextMessage())","text":"hi","visibility":"public","purpose":"clarify"}"#
        case 4: return #"{"do":"move","case":\#(number),"to":"\#(random.oneIn(2) ? "private" : "public")"}"#
        case 5: return #"{"do":"acknowledge","case":\#(number)}"#
        case 6: return #"{"do":"investigate","case":\#(number),"sources":["own-history"]}"#
        case 7:
            return
                #"{"do":"assess","case":\#(number),"founded":\#(random.oneIn(2)),"grounds":["promise"],"signals":[]}"#
        case 8: return #"{"do":"forecast","case":\#(number),"forecast":"unfavourable"}"#
        case 9: return #"{"do":"identify-problem","case":\#(number),"cause":"late"}"#
        case 10: return #"{"do":"explain-plan","case":\#(number),"plan":"a new one"}"#
        case 11: return #"{"do":"help","case":\#(number),"note":"carried them"}"#
        case 12: return #"{"do":"guide","case":\#(number),"text":"ask the station"}"#
        default:
            let by: String = ["ana", "eva", "leo", "kim"].randomElement(using: &random) ?? "ana"
            let parent: String = random.oneIn(2) ? "" : #","parent":"\#(anyMessage())""#
            return
                #"{"do":"capture","channel":"twitter","id":"\#(nextMessage())","author":"\#(by)","text":"words"\#(parent)}"#
        }
    }

    private mutating func work() -> String {
        let number: Int64 = anyCase()
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return #"{"do":"snooze","case":\#(number),"until":"2031-01-01T00:00:00Z"}"#
        case 1:
            return
                #"{"do":"snooze","case":\#(number),"until":"2026-02-01T\#(Int.random(in: 13...23, using: &random)):30:00Z"}"#
        case 2: return #"{"do":"wake","case":\#(number)}"#
        case 3: return #"{"do":"assign","case":\#(number),"to":"eva","key":"\#(number % 3)"}"#
        case 4: return #"{"do":"unassign","case":\#(number)}"#
        case 5: return #"{"do":"tag","case":\#(number),"tag":"vip"}"#
        case 6: return #"{"do":"prioritise","case":\#(number),"priority":"high"}"#
        case 7: return #"{"do":"note","case":\#(number),"note":"call"}"#
        default: return #"{"do":"escalate","case":\#(number),"to":"works","level":2}"#
        }
    }

    private mutating func end() -> String {
        let number: Int64 = anyCase()
        switch Int.random(in: 0..<11, using: &random) {
        case 0, 1:
            let target: String = random.oneIn(2) ? ",\"target\":\"product\"" : ""
            return
                #"{"do":"resolve","case":\#(number),"outcome":"favourable","solved":"yes","confirmedBy":"agent"\#(target)}"#
        case 2: return #"{"do":"dismiss","case":\#(number),"as":"\#(random.oneIn(2) ? "spam" : "troll")"}"#
        case 3: return #"{"do":"publish","case":\#(number)}"#
        case 4: return #"{"do":"reopen","case":\#(number),"trigger":"decision"}"#
        case 5:
            return #"{"do":"schedule-follow-up","case":\#(number),"due":"2031-01-01T00:00:00Z","purpose":"recurrence"}"#
        case 6: return #"{"do":"complete-follow-up","case":\#(number),"finding":"quiet"}"#
        case 7: return #"{"do":"cancel-follow-up","case":\#(number)}"#
        case 8, 9: return #"{"do":"reopen","case":\#(number),"trigger":"mention"}"#
        default: return #"{"do":"close","case":\#(number)}"#
        }
    }

    /// Commands on several cases, or on events.
    private mutating func several() -> String {
        let (number, other) = (anyCase(), anyCase())
        switch Int.random(in: 0..<18, using: &random) {
        case 14, 15, 16: return takeBack()
        case 0, 1: return #"{"do":"merge","case":\#(number),"from":\#(other)}"#
        case 2: return #"{"do":"unmerge","from":\#(other)}"#
        case 3, 4, 5:
            let some: [String] = (0..<Int.random(in: 1...2, using: &random)).map { _ in "\"twitter:\(anyMessage())\"" }
            return #"{"do":"split","case":\#(some[0]),"mentions":[\#(some.joined(separator: ","))]}"#
        case 6: return #"{"do":"declare-incident","cases":[\#(number),\#(other)],"level":2}"#
        case 7, 8, 9: return #"{"do":"widen-incident","incident":1,"cases":[\#(number)],"level":\#(1 + number % 4)}"#
        case 10: return #"{"do":"close-incident","incident":\#(1 + number % 3)}"#
        default:
            return correction() ?? #"{"do":"correct","event":\#(number),"fields":["polarity"],"values":["positive"]}"#
        }
    }

    /// Takes back an event that is there, whatever stands on it.
    private mutating func takeBack() -> String {
        let newest = events.suffix(random.oneIn(3) ? events.count : 60)
        let event: Int64 = newest.randomElement(using: &random)?.position.rawValue ?? 1
        return #"{"do":"take-back","event":\#(event),"reason":"by mistake \#(random.next())"}"#
    }

    /// A correction of an event that is there.
    private mutating func correction() -> String? {
        let tried: [(type: String, fields: String, values: String)] = [
            ("MentionClassified", #""polarity","targets""#, #""complaint","brand""#),
            ("MentionClassified", #""polarity","targets""#, #""positive","[]""#),
            ("MentionCaptured", #""visibility""#, #""private""#), ("ReplySent", #""visibility""#, #""private""#),
            ("ComplaintAssessed", #""founded""#, #""true""#), ("CaseResolved", #""outcome""#, #""unfavourable""#),
            ("CaseDismissed", #""ground""#, #""off-topic""#), ("SurveyAnswered", #""score""#, #""3""#),
            ("CaseSnoozed", #""until""#, #""2026-02-01T20:00:00Z""#),
            ("FollowUpScheduled", #""due""#, #""2026-02-03T00:00:00Z""#),
        ]
        guard let (type, fields, values) = tried.randomElement(using: &random),
            let event = events.filter({ $0.type == type }).randomElement(using: &random)
        else { return nil }
        return #"{"do":"correct","event":\#(event.position),"fields":[\#(fields)],"values":[\#(values)]}"#
    }

    private mutating func person() -> String {
        let (person, other) = (anyPerson(), anyPerson())
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: return #"{"do":"link","person":\#(person),"other":\#(other),"basis":"given"}"#
        case 2: return #"{"do":"unlink","other":\#(other)}"#
        case 3: return #"{"do":"offer-survey","person":\#(person),"instrument":"NPS"}"#
        case 4:
            return
                #"{"do":"assess-author","person":\#(person),"as":"suspected-troll","evidence":["new-account","same-words"]}"#
        case 5: return #"{"do":"assess-author","person":\#(person),"as":"customer","evidence":["order"]}"#
        case 6: return #"{"do":"record-evidence","person":\#(person),"kind":"public-recommendation"}"#
        default:
            return #"{"do":"answer-survey","person":\#(person),"score":\#(Int.random(in: 0...10, using: &random))}"#
        }
    }
}
