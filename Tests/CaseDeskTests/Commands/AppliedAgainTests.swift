import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("A file of commands that is applied again")
struct AppliedAgainTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.take(.theirs("1"))
    }

    /// What became of each line of a file: `+` recorded, `=` recorded before, `!` refused.
    private func apply(_ lines: [String], as name: String = "commands.ndjson", end: String = "\n") throws -> String {
        var marks = ""
        let path: String = try desk.folder.write(lines.map { $0 + end }.joined(), to: name)
        try desk.desk.apply(path, by: Actor(.human, "eva")) { applied in
            switch applied.result {
            case .recorded: marks += "+"
            case .known: marks += "="
            case .person(let receipt): marks += receipt.wasKnown ? "=" : "+"
            case .incident(let receipt): marks += receipt.wasKnown ? "=" : "+"
            case .refused: marks += "!"
            }
        }
        return marks
    }

    private static let note = #"{"do":"note","case":1,"note":"call them"}"#
    private static let tag = #"{"do":"tag","case":1,"tag":"ramp"}"#

    @Test("mending a refused line records that line alone, and lines that are added or moved record what is new")
    func mended() throws {
        let judged = #"{"do":"classify","case":1,"polarity":"complaint","targets":["product"]}"#
        #expect(try apply([Self.note, #"{"do":"classify","case":1,"polarity":"complaint"}"#, Self.tag]) == "+!+")
        #expect(try apply([Self.note, judged, Self.tag]) == "=+=")
        #expect(try apply([judged, #"{"do":"acknowledge","case":1}"#, Self.tag, Self.note]) == "=+==")
        #expect(
            try desk.types(after: 4) == ["NoteAdded", "TagAdded", "MentionClassified", "ComplaintAcknowledged"])
    }

    @Test("the same words twice in one file are two commands, and a third time is a third")
    func twice() throws {
        #expect(try apply([Self.note, Self.tag, Self.note]) == "+++")
        #expect(try apply([Self.note, Self.tag, Self.note]) == "===")
        #expect(try apply([Self.note, Self.note, Self.tag, Self.note]) == "===+")
    }

    @Test("a file is known by its name without its folder; one of another name is another matter")
    func named() throws {
        #expect(try apply([Self.note], as: "a.ndjson") == "+")
        #expect(try apply([Self.note], as: "b.ndjson") == "+")
        let other = try TemporaryFolder()
        var known = 0
        try desk.desk.apply(try other.write(Self.note, to: "a.ndjson"), by: Actor(.human, "ana")) { applied in
            if case .known = applied.result { known += 1 }
        }
        #expect(known == 1)
    }

    @Test("line ends and blanks around a line change nothing; commands on persons and incidents are known too")
    func kinds() throws {
        let lines: [String] = [
            Self.note, #"{"do":"assess-author","person":1,"as":"customer"}"#,
            #"{"do":"declare-incident","cases":[1],"level":2}"#,
            #"{"do":"correct","event":3,"fields":["language"],"values":["es"],"reason":"read it"}"#,
        ]
        #expect(try apply(lines) == "++++")
        #expect(try apply(lines.reversed().map { " " + $0 }, end: "\t\r\n") == "====")
    }

    @Test("a line with a key of its own is known in whichever file it stands")
    func keyed() throws {
        let line = #"{"do":"note","case":1,"note":"call them","key":"k1"}"#
        #expect(try apply([line, line], as: "a.ndjson") == "+=")
        #expect(try apply([line], as: "b.ndjson") == "=")
    }

    @Test("a judgement that comes with a message taken in by hand is a human's, unless it says whose it is")
    func judged() throws {
        func line(_ id: String, _ more: String) -> String {
            #"{"do":"capture","channel":"twitter","id":"\#(id)","author":"leo","text":"a","polarity":"neutral"\#(more)}"#
        }
        let lines: [String] = [line("8", ""), line("9", #","method":"model","methodVersion":"7""#)]
        #expect(try apply(lines) == "++")
        let methods: [String] = try desk.log().filter { $0.type == "MentionClassified" }.map(\.payload)
        #expect(methods.count == 2)
        #expect(methods.first?.contains(#""method":"human""#) == true, "\(methods)")
        #expect(methods.last?.contains(#""method":"model""#) == true, "\(methods)")
    }
}
