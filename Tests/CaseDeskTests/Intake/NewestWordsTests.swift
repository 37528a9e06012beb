import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("The newest words of a mention")
struct NewestWordsTests {
    private func version(_ version: String?, _ text: String, at minutes: Int = 0) -> Message {
        var message = Message.theirs("1", at: minutes).saying(text)
        message.version = version
        return message
    }

    private func text(of desk: TestDesk) throws -> String? {
        let listed: String? = try desk.cases().first?.text
        let audited: String? = try desk.desk.audit(.number(CaseNumber(1))).listing.text
        #expect(listed == audited)
        return listed
    }

    @Test("are those of the highest version, whatever came in first, in one file or several")
    func versions() throws {
        let rows: [Message] = [
            version("9", "opens at nine"), version("10", "opens at ten"), version("2", "opens at two"),
        ]
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let one = try TestDesk()
            try one.take(order.map { rows[$0] })
            let several = try TestDesk()
            for place in order { try several.take(rows[place]) }
            for desk in [one, several] {
                #expect(try text(of: desk) == "opens at ten", "\(order)")
                #expect(try desk.cases().first?.revisions == 2)
                #expect(try desk.differences() == [])
                for place in order { try desk.take(rows[place], .theirs("other \(place)")) }
                #expect(try desk.cases().first { $0.text == "opens at ten" }?.revisions == 2)
            }
        }
    }

    @Test("an edit that is undone shows the old words again, with versions in any order of arrival")
    func undoneVersions() throws {
        let rows: [Message] = [version("1", "at nine"), version("2", "at ten"), version("3", "at nine")]
        for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1], [1, 2, 0]] {
            let desk = try TestDesk()
            for place in order { try desk.take(rows[place]) }
            #expect(try text(of: desk) == "at nine", "\(order)")
            #expect(try desk.cases().first?.revisions == 2, "\(order)")
        }
    }

    @Test(
        "without versions a source of the same time that ends with the old words shows them again, under any file name")
    func undone() throws {
        for names in [["a", "a", "a"], ["a", "b", "c"]] {
            let desk = try TestDesk()
            for (name, words) in zip(names, ["at nine", "at ten", "at nine"]) {
                let path = try desk.folder.write([version(nil, words)].ndjson(), to: "\(name).ndjson")
                try desk.importFile(path)
                #expect(try text(of: desk) == words)
                let again = try desk.importFile(path)
                #expect(again.events == 0)
            }
            #expect(try desk.cases().first?.revisions == 2)
        }
        let inOne = try TestDesk()
        let path = try inOne.folder.write(
            [version(nil, "at nine"), version(nil, "at ten"), version(nil, "at nine")].ndjson(), to: "one.ndjson")
        try inOne.importFile(path)
        #expect(try text(of: inOne) == "at nine")
        #expect(try inOne.importFile(path).events == 0)
    }

    @Test("without versions the later written words stand, though they came first")
    func times() throws {
        let desk = try TestDesk()
        try desk.take(version(nil, "at ten", at: 5))
        try desk.take(version(nil, "at nine", at: 0))
        #expect(try text(of: desk) == "at ten")
        try desk.take(version(nil, "at nine", at: 0), .theirs("2"))
        #expect(try desk.types().filter { $0 == "MentionRevised" }.count == 1)
    }

    @Test("words without a version never stand instead of words that have one")
    func mixed() throws {
        let desk = try TestDesk()
        try desk.take(version("1", "at nine"))
        try desk.take(version(nil, "at ten", at: 7))
        #expect(try text(of: desk) == "at nine")
    }

    @Test("where a source gives two wordings the same version, the alphabetically first stand, whichever came first")
    func contradiction() throws {
        for words in [["at nine", "at ten"], ["at ten", "at nine"]] {
            let desk = try TestDesk()
            for text in words { try desk.take(version("1", text)) }
            #expect(try text(of: desk) == "at nine")
            #expect(try desk.cases().first?.revisions == 1)
        }
    }

    @Test("alone are found by a search")
    func search() throws {
        let desk = try TestDesk()
        try desk.take(version("2", "opens at ten"))
        try desk.take(version("1", "opens at nine"))
        func hits(_ words: String) throws -> Int { try desk.desk.search(SearchQuery(words)).hits.count }
        #expect(try hits("ten") == 1)
        #expect(try hits("nine") == 0)
    }

    @Test("without versions are those of the latest time in any order of arrival, also where they were there before")
    func latestInAnyOrder() throws {
        let rows: [Message] = [
            version(nil, "alpha", at: 0), version(nil, "beta", at: 60), version(nil, "alpha", at: 120),
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let desk = try TestDesk()
            for place in order { try desk.take(rows[place]) }
            #expect(try text(of: desk) == "alpha", "\(order)")
        }
    }
}
