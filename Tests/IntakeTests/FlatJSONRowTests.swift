import Basics
import CaseModel
import Testing

@testable import Intake

@Suite("Reading a flat JSON row")
struct FlatJSONRowTests {
    @Test(
        "what the flat reader takes, the general reader takes with the same values",
        arguments: [1, 2, 3, 4] as [UInt64])
    func agreement(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var taken = 0
        for layout in [JSONLayout(.canonical), JSONLayout(Self.lenient)] {
            for _ in 0..<1_500 {
                var line = Self.line(&random)
                if Int.random(in: 0..<3, using: &random) == 0 { Self.damage(&line, &random) }
                taken += try compare(line, layout, seed) ? 1 : 0
            }
        }
        #expect(taken > 500, "seed \(seed)")
    }

    @Test(
        "what is wrong or not flat is left to the general reader",
        arguments: [
            #"{"id":"1","id":"2"}"#, #"{"id":"1"} x"#, #"{"id":"1",}"#, #"{"id":1}"#, #"{"id":"\ud800"}"#,
            #"{"reach":1.0}"#,
            #"{"reach":9223372036854775808}"#, #"{"topics":["a",1]}"#, #"{"topics":"a"}"#, #"{"id":{"a":1}}"#,
            #"{"idd":"1"}"#, #"{"idd":"\ud800"}"#, #"{"\u0069d":"1"}"#, #"["id"]"#, #"{"id":"1""#, "",
            "{\"id\":\"\t\"}",
        ])
    func refusal(line: String) {
        #expect(take(Array(line.utf8), JSONLayout(.canonical)) == nil)
    }

    @Test("a key that nobody reads stands once, and its value is as well-formed as any")
    func unread() {
        let layout = JSONLayout(Self.lenient)
        #expect(take(Array(#"{"other":"\n","text":"a"}"#.utf8), layout)?[.text] == [Array("a".utf8)])
        #expect(take(Array(#"{"other":"\ud800","text":"a"}"#.utf8), layout) == nil)
        #expect(take(Array(#"{"other":1,"other":2}"#.utf8), layout) == nil)
    }

    @Test("escapes, letters beyond ASCII, numbers, nulls and lists are lent as they are meant")
    func values() {
        let line =
            #"{ "id" : "\u00e9\n\"" ,"text":"años","reach":-5,"handle":null,"topics":[],"targets":["a","\u0062"]}"#
        let values = take(Array(line.utf8), JSONLayout(.canonical))
        #expect(values?[.id] == [Array("é\n\"".utf8)])
        #expect(values?[.text] == [Array("años".utf8)])
        #expect(values?[.reach] == [Array("-5".utf8)])
        #expect(values?[.handle] == [])
        #expect(values?[.topics] == [])
        #expect(values?[.targets] == [Array("a".utf8), Array("b".utf8)])
    }

    /// Another program's form: other keys, some unknown, one key for two fields.
    private static let lenient: SourceMapping = {
        var mapping = SourceMapping(
            name: "lenient", format: .ndjson,
            columns: [.id: "id", .author: "handle", .handle: "handle", .text: "text", .time: "time", .topics: "topics"])
        mapping.isStrict = false
        return mapping
    }()

    private func compare(_ line: [UInt8], _ layout: JSONLayout, _ seed: UInt64) throws -> Bool {
        guard let flat = take(line, layout) else { return false }
        let general = try line.withUnsafeBytes { bytes in try read(JSONRow(bytes, layout: layout)) }
        #expect(flat == general, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
        return true
    }

    private func take(_ line: [UInt8], _ layout: JSONLayout) -> [SourceField: [[UInt8]]]? {
        line.withUnsafeBytes { bytes in FlatJSONRow(bytes, layout: layout).map(read) }
    }

    /// What each field lends: as elements, and as a whole where it can.
    private func read(_ row: some SourceRow) -> [SourceField: [[UInt8]]] {
        var values: [SourceField: [[UInt8]]] = [:]
        for field in SourceField.allCases {
            var elements: [[UInt8]] = []
            try? row.forEachElement(of: field, separator: nil) { elements.append(Array($0)) }
            values[field] = elements
            let whole: [UInt8]?? = try? row.withBytes(of: field) { Array($0) }
            if let whole, let whole { #expect([whole] == elements) }
        }
        return values
    }

    /// An object of some of our keys, in any order, with values of mostly fitting types.
    private static func line(_ random: inout SplitMix64) -> [UInt8] {
        let names = SourceField.allCases.map(\.key).shuffled(using: &random).prefix(
            Int.random(in: 0...12, using: &random))
        let members = names.map { "\"\($0)\"\(space(&random)):\(space(&random))\(value($0, &random))" }
        return Array("{\(space(&random))\(members.joined(separator: "\(space(&random)),"))}\(space(&random))".utf8)
    }

    private static func value(_ name: String, _ random: inout SplitMix64) -> String {
        switch (name, Int.random(in: 0..<20, using: &random)) {
        case (_, 0):
            ["null", "true", "false", "1", "-2.5e3", "[]", "{}", "[[1]]", "[1]"].randomElement(using: &random) ?? ""
        case ("reach", _), ("sequence", _): "\(Int64.random(in: .min ... .max, using: &random))"
        case ("confidence", _): "0.\(Int.random(in: 0..<100, using: &random))"
        case ("targets", _), ("topics", _):
            "[\((0..<Int.random(in: 0...3, using: &random)).map { _ in string(&random) }.joined(separator: ", "))]"
        default: string(&random)
        }
    }

    private static func string(_ random: inout SplitMix64) -> String {
        let parts = [
            "a", "word", "ñ", "…", "😀", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#, " ",
        ]
        return
            "\"\((0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined())\""
    }

    private static func space(_ random: inout SplitMix64) -> String {
        ["", "", "", " ", "\t", "\r "].randomElement(using: &random) ?? ""
    }

    private static func damage(_ line: inout [UInt8], _ random: inout SplitMix64) {
        let place = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: line[place] = UInt8.random(in: 0...255, using: &random)
        case 1: line.remove(at: place)
        default: line.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
    }
}
