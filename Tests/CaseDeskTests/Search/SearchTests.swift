import Basics
import CaseDesk
import CaseModel
import Testing

@Suite("Search")
struct SearchTests {
    /// The positions' texts that a search finds, before the index holds anything and after it holds all.
    private func found(_ words: String, _ desk: TestDesk, with change: (inout SearchQuery) -> Void = { _ in }) throws
        -> [String]
    {
        var query = SearchQuery(words)
        change(&query)
        let unindexed = try desk.desk.search(query)
        try desk.desk.updateSearch()
        #expect(try desk.desk.eventsToIndex() == 0)
        let indexed = try desk.desk.search(query)
        #expect(indexed.hits == unindexed.hits)
        return indexed.hits.map { $0.excerpt.map(\.text).joined() }
    }

    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", at: 0).saying("The fridge arrived broken, two weeks late"),
            .ours("2", to: "1", at: 5).saying("Sorry about the fridge; a refund is on its way"),
            .theirs("3", by: "luis", at: 9).saying("Dos semanas de retraso y ninguna atención. ¡Qué vergüenza!"))
        return desk
    }

    @Test("all words must be there, whatever their accents, capitals and order; phrases and beginnings too")
    func words() throws {
        let desk = try desk()
        #expect(try found("LATE fridge", desk) == ["The fridge arrived broken, two weeks late"])
        #expect(try found("atencion verguenza", desk).count == 1)
        #expect(try found("fridge", desk).count == 2)
        #expect(try found("fridge luis", desk) == [])
        #expect(try found("\"two weeks\"", desk).count == 1)
        #expect(try found("\"weeks two\"", desk) == [])
        #expect(try found("ref*", desk) == ["Sorry about the fridge; a refund is on its way"])
        #expect(try found("ref", desk) == [])
    }

    @Test("a hit says which case, who, whose words, and what matched")
    func hit() throws {
        let desk = try desk()
        let answer = try desk.desk.search(SearchQuery("refund"))
        let hit = try #require(answer.hits.first)
        #expect(answer.hits.count == 1)
        #expect(hit.type == .replySent)
        #expect(hit.caseNumber == CaseNumber(1))
        #expect(hit.person == PersonNumber(1))
        #expect(hit.side == .ours)
        #expect(hit.visibility == .isPublic)
        #expect(hit.at == Timestamp(seconds: 1_767_225_900))
        #expect(hit.excerpt.map(\.text) == ["Sorry about the fridge; a ", "refund", " is on its way"])
        #expect(hit.excerpt.map(\.isMatch) == [false, true, false])
    }

    @Test("filters narrow by channel, person and time, and a limit says that there is more")
    func filters() throws {
        let desk = try desk()
        #expect(try found("fridge", desk) { $0.channel = Channel("forum") } == [])
        #expect(try found("fridge", desk) { $0.person = PersonNumber(2) } == [])
        #expect(try found("fridge", desk) { $0.until = Timestamp(seconds: 1_767_225_600 + 60) }.count == 1)
        #expect(try found("fridge", desk) { $0.since = Timestamp(seconds: 1_767_225_600 + 60) }.count == 1)
        #expect(try found("fridge", desk) { $0.limit = 1 }.count == 1)
        var query = SearchQuery("fridge")
        query.limit = 1
        #expect(try desk.desk.search(query).isCut)
        query.limit = 2
        #expect(try !desk.desk.search(query).isCut)
    }

    @Test("what was said last comes first, whether it is in the index yet or not and however it came in")
    func order() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", at: 40).saying("zebra four"), .theirs("2", by: "luis", at: 20).saying("zebra two"))
        try desk.desk.updateSearch()
        try desk.take(
            .theirs("3", by: "eva", at: 10).saying("zebra one"), .theirs("4", by: "bea", at: 30).saying("zebra three"))
        #expect(try desk.desk.eventsToIndex() > 0)
        #expect(try found("zebra", desk) == ["zebra four", "zebra three", "zebra two", "zebra one"])
    }

    @Test("the hits of a merged case are found in the case where it goes on")
    func merged() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", at: 0).saying("first zebra"), .theirs("2", at: 3).saying("second zebra"))
        #expect(try desk.desk.search(SearchQuery("zebra")).hits.map(\.caseNumber) == [CaseNumber(2), CaseNumber(1)])
        let applied = try desk.apply(
            #"{"do":"merge","channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2"}"#)
        guard case .recorded = applied[0].result else {
            Issue.record("\(applied)")
            return
        }
        #expect(try desk.desk.search(SearchQuery("zebra")).hits.map(\.caseNumber) == [CaseNumber(1), CaseNumber(1)])
    }

    @Test("a mention that was split off is found in the case it was split off into, with our answers to it")
    func split() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", at: 0).saying("first zebra"), .theirs("2", to: "1", at: 3).saying("second zebra"),
            .ours("3", to: "2", at: 5).saying("our zebra"))
        #expect(try desk.desk.search(SearchQuery("zebra")).hits.map(\.caseNumber?.rawValue) == [1, 1, 1])
        let applied = try desk.apply(#"{"do":"split","case":1,"mentions":["twitter:2"],"reason":"another matter"}"#)
        guard case .recorded = applied[0].result else {
            Issue.record("\(applied)")
            return
        }
        #expect(try desk.desk.search(SearchQuery("zebra")).hits.map(\.caseNumber?.rawValue) == [2, 2, 1])
    }

    @Test("what an import brought is not found once that import was taken back")
    func retracted() throws {
        let desk = try desk()
        try desk.take(.theirs("7", by: "eva", at: 20).saying("zebra"))
        #expect(try found("zebra", desk).count == 1)
        let last = try #require(try desk.log().last { $0.type == "ImportCompleted" })
        _ = try desk.desk.retract(
            last.position, note: nil, CommandContext(at: desk.clock.now, rule: nil, override: nil),
            by: Actor(.human, "eva"))
        #expect(try found("zebra", desk) == [])
        #expect(try found("fridge", desk).count == 2)
    }

    @Test("nor what it brought to a case that was there before")
    func retractedFromACase() throws {
        let desk = try desk()
        try desk.take(.theirs("7", to: "1", at: 20).saying("zebra"))
        #expect(try found("zebra", desk).count == 1)
        let last = try #require(try desk.log().last { $0.type == "ImportCompleted" })
        _ = try desk.desk.retract(
            last.position, note: nil, CommandContext(at: desk.clock.now, rule: nil, override: nil),
            by: Actor(.human, "eva"))
        #expect(try found("zebra", desk) == [])
        #expect(try found("fridge", desk).count == 2)
    }

    @Test("no input is an error of the query language")
    func hostile() throws {
        let desk = try desk()
        let pieces = [
            "\"", "*", "(", ")", "AND", "NEAR(", "-", "^", ":", "'", ";", "text", "{", "}", "\u{0}", "é", "+", " ",
        ]
        var random = SplitMix64(seed: 11)
        for _ in 0..<400 {
            let typed: String = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined(separator: Bool.random(using: &random) ? " " : "")
            do {
                _ = try desk.desk.search(SearchQuery(typed))
            } catch DeskError.input {
                // Nothing was left to look for.
            } catch {
                Issue.record("\(typed) (seed 11): \(error)")
            }
        }
    }
}
