import CaseDesk
import CaseModel
import Testing

@Suite("What has ended stays watched through merges (S18)")
struct WatchedThroughMergeTests {
    private static let resolve = #"{"do":"resolve","outcome":"favourable","solved":"yes","confirmedBy":"agent","case":"#

    /// Two cases of one person.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", at: 1))
        return desk
    }

    private func status(_ desk: TestDesk, _ number: Int64) throws -> CaseStatus? {
        try desk.cases().first { $0.number == CaseNumber(number) }?.status
    }

    @Test("a case that nobody looks at again is looked at when the one that goes on in it would have been")
    func unwatched() throws {
        let desk = try desk()
        try desk.done(
            Self.resolve + #"1,"followUp":"none","override":"told us not to"}"#,
            Self.resolve + #"2,"followUp":"2026-03-01T00:00:00Z"}"#)
        #expect(try status(desk, 1) == .resolved)
        try desk.done(#"{"do":"merge","case":1,"from":2}"#)
        #expect(try status(desk, 1) == .monitoring)
        #expect(try desk.cases().map(\.nextFollowUpAt) == [Timestamp(seconds: 1_772_323_200)])
        try desk.done(#"{"do":"unmerge","from":2}"#)
        #expect(try status(desk, 1) == .monitoring)
        #expect(try status(desk, 2) == .monitoring)
        #expect(try desk.differences() == [])
    }

    @Test("what is overdue where a case goes on is due at once")
    func overdue() throws {
        let desk = try desk()
        try desk.done(
            Self.resolve + #"1,"followUp":"none","override":"told us not to"}"#,
            Self.resolve + #"2,"followUp":"2026-02-02T00:00:00Z"}"#)
        desk.clock.advance(hours: 100)
        try desk.done(#"{"do":"merge","case":1,"from":2}"#)
        let due = try #require(try desk.cases().first?.nextFollowUpAt)
        #expect(due > desk.clock.now && due.microseconds - desk.clock.now.microseconds < 60_000_000)
    }

    @Test("a watched case doesn't go on in a closed one")
    func closed() throws {
        let desk = try desk()
        try desk.done(
            Self.resolve + "1}", #"{"do":"complete-follow-up","case":1,"finding":"quiet"}"#,
            #"{"do":"close","case":1}"#,
            Self.resolve + "2}")
        #expect(try desk.refusals(#"{"do":"merge","case":1,"from":2}"#) == [.closed])
        try desk.done(#"{"do":"merge","case":2,"from":1}"#)
        #expect(try status(desk, 2) == .monitoring)
    }

    @Test("an issue that ended while another case kept the matter open is watched when that one leaves")
    func byIssue() throws {
        let desk = try desk()
        try desk.done(
            #"{"do":"classify","channel":"twitter","message":"1","polarity":"complaint","targets":["product"]}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"]}"#,
            #"{"do":"merge","case":1,"from":2}"#, Self.resolve + #"1,"target":"product"}"#)
        #expect(try desk.cases().map { $0.status.rawValue } == ["evaluating"])
        try desk.done(#"{"do":"unmerge","from":2}"#)
        #expect(try status(desk, 1) == .monitoring)
        // Nor does another judgement end it unwatched.
        let other = try self.desk()
        try other.done(
            #"{"do":"classify","channel":"twitter","message":"1","polarity":"complaint","targets":["product"]}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"]}"#,
            #"{"do":"merge","case":1,"from":2}"#, Self.resolve + #"1,"target":"product"}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"neutral"}"#)
        #expect(try status(other, 1) == .monitoring)
    }

    @Test("two ended cases that turn out to be one conversation go on in the one that is watched")
    func rerooted() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("2", to: "1", at: 2), .theirs("3", at: 3))
        try desk.done(
            Self.resolve + #"1,"followUp":"none","override":"told us not to"}"#,
            Self.resolve + #"2,"followUp":"2026-03-01T00:00:00Z"}"#)
        // The missing message turns out to answer the other.
        try desk.take(.ours("1", to: "3", at: 1))
        #expect(try desk.cases().map(\.number) == [CaseNumber(2)])
        #expect(try status(desk, 2) == .monitoring)
        #expect(try desk.differences() == [])
    }
}
