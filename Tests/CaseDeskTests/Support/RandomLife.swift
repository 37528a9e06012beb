import Basics
import CaseDesk
import CaseModel
import TestSupport

/// Messages and commands at random, most of them about something that is there.
struct RandomLife {
    var random: SplitMix64
    var refused: Set<Refusal.Code> = []
    /// How many cases and persons there are.
    var cases: Int64 = 1
    var persons: Int64 = 1
    /// The log.
    var events: [LogEntry] = []
    /// The first events of the imports that were taken back.
    var takenBack: Set<Position> = []
    var undone = (merges: 0, links: 0)
    /// How many ids were given out.
    private(set) var ids = 0
    private var minutes = 0
    private var said: [Message] = []
    private var unsaid: [Message] = []
    private var imports: [(completed: Position, first: Position, messages: [Message])] = []

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    // MARK: Imports

    mutating func take(_ count: Int, on desk: TestDesk) throws { try take(messages(count), on: desk) }

    mutating func take(_ messages: [Message], on desk: TestDesk) throws {
        try desk.take(messages)
        let completed = try desk.lastImport()
        imports.append((completed.position, completed.correlation, messages))
    }

    /// Tries to take an import back, the newer the rather; what it brought may come again.
    mutating func takeBack(on desk: TestDesk) throws {
        guard let index = imports.indices.suffix(random.oneIn(2) ? 1 : imports.count).randomElement(using: &random)
        else { return }
        do {
            try desk.retract(imports[index].completed)
            takenBack.insert(imports[index].first)
            unsaid += imports[index].messages
        } catch DeskError.refused(let refusal) {
            refused.insert(refusal.code)
        }
    }

    /// New messages, others with other words, and some that were taken back; their parents may come later or never.
    mutating func messages(_ count: Int) -> [Message] {
        (0..<count).map { _ in
            if random.oneIn(4), let again = unsaid.popLast() { return again }
            if random.oneIn(8), let earlier = said.randomElement(using: &random) {
                return earlier.saying("other words")
            }
            let message: Message = message()
            said.append(message)
            return message
        }
    }

    private mutating func message() -> Message {
        ids += 1
        minutes += Int.random(in: 0...240, using: &random)
        let isLate: Bool = random.oneIn(4)
        let parent: String? =
            isLate ? "\(ids + Int.random(in: 1...4, using: &random))" : random.oneIn(3) || ids == 1 ? nil : anyMessage()
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

    // MARK: What is drawn

    mutating func anyCase() -> Int64 { .random(in: 1...cases, using: &random) }

    mutating func anyPerson() -> Int64 { .random(in: 1...persons, using: &random) }

    mutating func anyMessage() -> String { "\(Int.random(in: 1...max(ids, 1), using: &random))" }

    mutating func nextMessage() -> String {
        ids += 1
        return "\(ids)"
    }

    // MARK: There and back

    typealias ThereAndBack = (there: String, back: String, count: WritableKeyPath<(merges: Int, links: Int), Int>)

    /// Merges two cases of one person, where there are such.
    mutating func mergeAndBack(_ cases: [CaseListing]) -> ThereAndBack? {
        let pairs: [(CaseNumber, CaseNumber)] = cases.flatMap { one in
            cases.filter { $0.person == one.person && $0.number != one.number }.map { (one.number, $0.number) }
        }
        guard let (into, from) = pairs.randomElement(using: &random) else { return nil }
        let reason: String = reason()
        return (
            #"{"do":"merge","case":\#(into),"from":\#(from),"reason":"\#(reason)"}"#,
            #"{"do":"unmerge","from":\#(from),"reason":"\#(reason)"}"#, \.merges
        )
    }

    /// Commands of which nothing is left when they are taken back.
    mutating func mistakes() -> [String] {
        let number: Int64 = anyCase()
        let reason: String = reason()
        return [
            #"{"do":"reply","case":\#(number),"text":"hi","visibility":"private","purpose":"acknowledge","note":"\#(reason)"}"#,
            #"{"do":"resolve","case":\#(number),"outcome":"favourable","solved":"yes","confirmedBy":"agent","note":"\#(reason)"}"#,
            #"{"do":"dismiss","case":\#(number),"as":"spam","reason":"\#(reason)"}"#,
            #"{"do":"record-evidence","person":\#(anyPerson()),"kind":"public-recommendation","note":"\#(reason)"}"#,
            #"{"do":"assess-author","person":\#(anyPerson()),"as":"customer","note":"\#(reason)"}"#,
        ]
    }

    mutating func linkAndBack() -> ThereAndBack? {
        let (person, other, reason) = (anyPerson(), anyPerson(), reason())
        return (
            #"{"do":"link","person":\#(person),"other":\#(other),"basis":"given","reason":"\#(reason)"}"#,
            #"{"do":"unlink","person":\#(person),"other":\#(other),"reason":"\#(reason)"}"#, \.links
        )
    }

    /// Another each time, since the same line in a file of its own would be the same command.
    private mutating func reason() -> String { "\(random.next())" }
}
