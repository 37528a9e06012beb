import Foundation
import Testing

@Suite("audit --diff")
struct DifferenceTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    private func changes(_ value: [String: Any]) throws -> [String] {
        try #require(value["changes"] as? [[String: Any]]).map {
            "\($0["field"] ?? ""): \($0["before"] as? String ?? "-") → \($0["after"] as? String ?? "-")"
        }
    }

    @Test("between two positions, what is different in the state of the case and the events that did it")
    func positions() throws {
        let place = try place()
        let imported = try #require(try place.question("case", "show", "1")["case"] as? [String: Any])
        let before = try #require(imported["position"] as? Int)
        try place.write(
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["brand"]}"# + "\n"
                + #"{"do":"reply","case":1,"text":"Sorry","visibility":"public","purpose":"help","at":"2026-01-02T00:00:00Z"}"#
                + "\n",
            to: "do.ndjson")
        try place.done("case", "apply", "do.ndjson")
        let value = try place.question("audit", "1", "--diff", "\(before)", "1000000")
        let changes = try changes(value)
        #expect(changes.contains("polarity: - → complaint"))
        #expect(changes.contains("targets: - → brand"))
        #expect(changes.contains("replies: - → 1"))
        #expect(changes.contains("firstReplyAt: - → 2026-01-02T00:00:00Z"))
        #expect(!changes.contains { $0.hasPrefix("mentions") })
        #expect((value["events"] as? [Int])?.count == 2)
        let none = try place.done("audit", "1", "--diff", "\(before)", "\(before)")
        #expect(none.contains("nothing in its state is different"))
        #expect(try place.done("audit", "1", "--diff", "\(before)", "2100-01-01").contains("complaint"))
    }

    @Test("what was not there before is told from nothing, and moments in the wrong order are refused")
    func edges() throws {
        let place = try place()
        let value = try place.question("audit", "1", "--diff", "0", "1000000")
        #expect(value["caseBefore"] is NSNull)
        #expect(try changes(value).contains("mentions: - → 1"))
        #expect(try place.run("audit", "1", "--diff", "3", "1").code == 2)
        #expect(try place.run("audit", "1", "--diff", "3").code == 2)
        #expect(try place.run("audit", "1", "--diff", "yesterday", "3").code == 2)
    }

    @Test("over a merge it is told of the case in which it went on, and over an unmerge of the one that came back")
    func merge() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.theirs(2), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        func head() throws -> String {
            try place.done("log", "--newest", "--limit", "1", "--json").split(separator: ",")[0].filter(\.isNumber)
        }
        let apart: String = try head()
        try place.done("case", "merge", "2", "1")
        let together: String = try head()
        try place.done("case", "unmerge", "2")
        let again: String = try head()

        let merged = try place.question("audit", "2", "--diff", apart, together)
        #expect(merged["asked"] as? Int == 2)
        #expect(merged["caseBefore"] as? Int == 2)
        #expect(merged["case"] as? Int == 1)
        #expect(try changes(merged).contains("case: 2 → 1"))
        #expect(try changes(merged).contains("mentions: 1 → 2"))
        let surviving = try place.question("audit", "1", "--diff", apart, together)
        #expect(
            try changes(surviving).filter { $0.hasPrefix("case") || $0.hasPrefix("mentions") } == ["mentions: 1 → 2"])
        let unmerged = try place.question("audit", "2", "--diff", together, again)
        #expect(try changes(unmerged).contains("case: 1 → 2"))
        #expect(try changes(unmerged).contains("mentions: 2 → 1"))
        #expect(try place.done("audit", "2", "--diff", apart, again).contains("nothing in its state is different"))
    }
}
