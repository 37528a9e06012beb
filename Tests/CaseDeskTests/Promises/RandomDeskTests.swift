import Basics
import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("Any sequence of commands over cases and persons, and imports taken back")
struct RandomDeskTests {
    @Test(
        "leaves every message in one legal case; replayed is recorded, as of then is what was known then, and undone is undone",
        arguments: 0..<6 as Range<UInt64>)
    func legal(seed: UInt64) throws {
        var life = RandomLife(seed: seed)
        let desk = try TestDesk()
        var known: [(head: Position, cases: [CaseListing])] = []
        for round in 0..<12 {
            let note = "seed \(seed), round \(round)"
            try life.take(8, on: desk)
            if life.random.oneIn(3) { try takeBackAtOnce(&life, desk, note) }
            for line in try desk.apply(life.commands(40)) {
                if case .refused(let refusal) = line.result { life.refused.insert(refusal.code) }
            }
            try life.takeBack(on: desk)
            _ = try desk.desk.sweep(now: desk.clock.now)
            desk.clock.advance(hours: 1)
            let all = try desk.list(merged: true).cases
            life.cases = Int64(all.count)
            try undo(&life, desk, note)
            try expectLegal(&life, desk, all, note)
            known.append((try #require(try desk.log().last).position, try desk.cases()))
        }
        for (head, cases) in known.shuffled(using: &life.random).prefix(4) {
            expectSame(try desk.cases(.until(head)), cases, "seed \(seed), as of \(head)")
        }
        try desk.reopen()
        #expect(try desk.cases() == known.last?.cases, "seed \(seed)")
        let refusals: Set<Refusal.Code> = [.alreadyLinked, .notMerged, .keyTaken, .retracted, .builtUpon]
        #expect(refusals.subtracting(life.refused) == [], "seed \(seed)")
        let missing = Self.toHappen.subtracting(try desk.log().map(\.type))
        #expect(missing.isEmpty, "seed \(seed): \(missing)")
        #expect(life.undone.merges > 2 && life.undone.merges + life.undone.links > 5, "seed \(seed), \(life.undone)")
    }

    /// What must have come about in every sequence, so that what is promised of it was tried.
    private static let toHappen: Set<String> = [
        "ImportRetracted", "EventCorrected", "EventTakenBack", "CaseSplit", "CasesMerged", "CasesUnmerged",
        "IdentityLinked",
        "IdentityUnlinked", "IncidentDeclared", "MessageAttached", "MentionRevised",
        "CaseReopened",
        "CaseWoken", "SurveyAnswered", "StanceEvidenced", "AuthorAssessed", "CaseDismissed", "CaseResolved",
    ]

    /// Rows are what the log says, and every message of theirs is in one case that goes on.
    private func expectLegal(_ life: inout RandomLife, _ desk: TestDesk, _ all: [CaseListing], _ note: String) throws {
        expectSame(try desk.differences(), [], note)
        let log = try desk.log()
        life.persons = Int64(log.count { $0.type == "PersonIdentified" })
        life.events = log
        let captured: Int = log.count { $0.type == "MentionCaptured" && !life.takenBack.contains($0.correlation) }
        #expect(try desk.cases().reduce(0) { $0 + $1.mentions } == Int64(captured), "\(note)")
        // Each is told anew from the log: a few of them after every round.
        for listing in try desk.list(merged: true).cases.shuffled(using: &life.random).prefix(12) {
            let note = "\(note), case \(listing.number)"
            #expect((listing.status == .merged) == (listing.mergedInto != nil), "\(note)")
            let trail = try desk.desk.audit(.number(listing.number))
            #expect((trail.number == listing.number) == (listing.mergedInto == nil), "\(note)")
            guard listing.mergedInto == nil else { continue }
            expectSame(trail.listing, listing, note)
            #expect(trail.steps.last { $0.after.mentionCount > 0 } != nil, "\(note)")
        }
    }

    /// An import that is taken back before anything is built upon it leaves what was; and when it is taken in again,
    /// everything is as if it had been taken in once.
    private func takeBackAtOnce(_ life: inout RandomLife, _ desk: TestDesk, _ note: String) throws {
        let messages: [Message] = life.messages(6)
        try desk.reopen()
        let once = try TestDesk(copying: desk.store)
        once.clock.now = desk.clock.now
        try once.take(messages)
        let (cases, figures) = (try desk.cases(), try desk.figures())
        try desk.take(messages)
        let completed = try desk.lastImport()
        try desk.retract()
        life.takenBack.insert(completed.correlation)
        expectSame(try desk.cases(), cases, "\(note), taken back")
        expectSame(try desk.figures(), figures, "\(note), taken back")
        try life.take(messages, on: desk)
        expectSame(try desk.facts(), try once.facts(), "\(note), taken in again")
        expectSame(try desk.figures(), try once.figures(), "\(note), taken in again")
    }

    /// A merge and a link that are taken back leave every measure as it was.
    private func undo(_ life: inout RandomLife, _ desk: TestDesk, _ note: String) throws {
        let (figures, cases) = (try desk.figures(), try desk.cases().map(\.withoutArrival))
        for (there, back, path) in [
            life.mergeAndBack(try desk.cases()), life.linkAndBack(), life.linkAndBack(), life.linkAndBack(),
        ].compactMap(\.self) {
            guard try desk.refusals(there).isEmpty else { continue }
            #expect(try desk.refusals(back) == [], "\(note), \(there)")
            expectSame(try desk.figures(), figures, "\(note), \(there)")
            expectSame(try desk.cases().map(\.withoutArrival), cases, "\(note), \(there)")
            life.undone[keyPath: path] += 1
        }
        // What was recorded by mistake and taken back at once, too.
        for line in life.mistakes() {
            let head = try #require(try desk.log().last).position
            guard try desk.refusals(line).isEmpty else { continue }
            let back = #"{"do":"take-back","event":\#(head.rawValue + 1),"reason":"\#(head) by mistake"}"#
            guard try desk.refusals(back).isEmpty else { continue }
            expectSame(try desk.figures(), figures, "\(note), \(line)")
            expectSame(try desk.cases().map(\.withoutArrival), cases, "\(note), \(line)")
        }
    }
}
