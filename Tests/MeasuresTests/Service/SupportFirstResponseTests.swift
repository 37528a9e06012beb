import CaseModel
import Measures
import TestSupport
import Testing

@Suite(
    "First response over the support threads",
    .enabled(if: SharedData.has(SharedData.support), "the support threads are not at CMCASE_SHARED_DATA"))
struct SupportFirstResponseTests {
    @Test("1,350 of 1,483 cases answered; median 777.5 s, 1,052 s with the unanswered in it, p90 25,085.6 s")
    func figures() throws {
        let threads = try SupportThreads.read()
        var fold = FirstResponseFold(FirstResponseQuestion(endOfData: threads.end, grouping: Grouping(by: .month)))
        for fact in threads.facts { fold.add(fact, facets: .twitter) }
        let answer = fold.finish()
        #expect(
            [answer.figures.cases, answer.figures.persons, answer.figures.answered, answer.figures.unanswered]
                == [1483, 1443, 1350, 133])
        #expect(answer.figures.medianSeconds == 777.5)
        #expect(answer.figures.p90Seconds == 25_085.6)
        #expect(answer.figures.medianSecondsCensored == 1052)
        #expect(answer.groups.map(\.figures.cases).reduce(0, +) == 1483)
    }
}

/// The support threads as cases, by a reading of their own that shares nothing with Intake or the projections.
private struct SupportThreads {
    private struct Message {
        var author: String
        var isInbound: Bool
        var at: Timestamp
        var parent: String?
    }

    private struct Case: Hashable {
        var author: String
        var root: String
    }

    var facts: [ServiceFact] = []
    var end: Timestamp
    private var messages: [String: Message] = [:]

    static func read() throws -> SupportThreads {
        var messages: [String: Message] = [:]
        for row in try SharedData.rows(SharedData.support) {
            let parent = try row.text("in_response_to_tweet_id")
            let written = try row.text("created_at")
            messages[try row.text("tweet_id")] = Message(
                author: try row.text("author_id"), isInbound: try row.text("inbound") == "True",
                at: try #require(time(written)),
                parent: parent.isEmpty ? nil : String(parent.prefix { $0 != "." }))
        }
        let end = try #require(messages.values.map(\.at).max())
        return SupportThreads(messages: messages, end: end)
    }

    private init(messages: [String: Message], end: Timestamp) {
        self.messages = messages
        self.end = end
        var mentions: [Case: [Timestamp]] = [:]
        var replies: [Case: [Timestamp]] = [:]
        for (id, message) in messages {
            if message.isInbound {
                mentions[Case(author: message.author, root: root(id)), default: []].append(message.at)
            } else if let (id, asked) = inboundAncestor(of: message) {
                replies[Case(author: asked.author, root: root(id)), default: []].append(message.at)
            }
        }
        var persons: [String: Int64] = [:]
        for (key, times) in mentions {
            let person = persons[key.author, default: Int64(persons.count + 1)]
            persons[key.author] = person
            guard let opened = times.min() else { continue }
            facts.append(
                ServiceFact(
                    number: CaseNumber(Int64(facts.count + 1)), person: PersonNumber(person), openedAt: opened,
                    firstReplyAt: replies[key]?.filter { $0 >= opened }.min()))
        }
    }

    private func root(_ id: String) -> String {
        guard let parent = messages[id]?.parent else { return id }
        return messages[parent] == nil ? parent : root(parent)
    }

    private func inboundAncestor(of message: Message) -> (String, Message)? {
        guard let id = message.parent, let parent = messages[id] else { return nil }
        return parent.isInbound ? (id, parent) : inboundAncestor(of: parent)
    }

    /// Reads `Tue Oct 31 22:10:47 +0000 2017`.
    private static func time(_ text: String) -> Timestamp? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, words[4] == "+0000", let month = months.firstIndex(of: String(words[1])) else {
            return nil
        }
        return TimeText.parse(
            rfc3339: "\(words[5])-\(month < 9 ? "0" : "")\(month + 1)-\(words[2])T\(words[3])Z")
    }
}
