import Foundation
import Testing

@Suite("Commands from a file and from a pipe, sent again")
struct AppliedAgainTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.write(
            """
            {"do":"note","case":1,"note":"call them"}
            {"do":"fly","case":1}

            """, to: "do.ndjson")
    }

    @Test("a file whose lines were refused is to be mended and applied again, in either language")
    func refused() throws {
        let ending = try place.run("case", "apply", "do.ndjson")
        #expect(ending.code == 2)
        #expect(
            ending.output == """
                line 1: case 1, NoteAdded at #5
                recorded 1, recorded before 0, refused 1
                mend the refused lines in do.ndjson and apply it again: what was recorded isn't recorded twice

                """)
        try place.write(
            """
            {"do":"note","case":1,"note":"call them"}
            {"do":"tag","case":1,"tag":"ramp"}

            """, to: "do.ndjson")
        let mended: String = try place.done("case", "apply", "do.ndjson")
        #expect(
            mended == """
                line 1: case 1, recorded before at #5
                line 2: case 1, TagAdded at #6
                recorded 1, recorded before 1, refused 0

                """)
        try place.write(#"{"do":"fly","case":1}"#, to: "do.ndjson")
        let spanish = try place.run("case", "apply", "do.ndjson", "--lang", "es")
        #expect(
            spanish.output == """
                registradas 0, ya registradas antes 0, rechazadas 1
                corrige en do.ndjson las líneas rechazadas y aplícalo otra vez: lo registrado no se registra dos veces

                """)
    }

    @Test(
        "a person who can't be named is told with the line's number, in JSON too, and the lines beside it are recorded")
    func unknownPerson() throws {
        try place.write(
            """
            {"do":"note","case":1,"note":"call them"}
            {"do":"assess-author","person":"zz:nobody","as":"customer"}
            {"do":"unlink","other":-1}
            {"do":"tag","case":1,"tag":"ramp"}

            """, to: "do.ndjson")
        let ending = try place.run("case", "apply", "do.ndjson", "--json")
        #expect(ending.code == 2)
        let lines: [[String: Any]] = try ending.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["line"] as? Int } == [1, 2, 3, 4])
        #expect(lines.map { $0["result"] as? String } == ["recorded", "refused", "refused", "recorded"])
        #expect((lines[1]["reason"] as? String)?.contains("nobody with that account") == true)
        #expect(try place.run("case", "apply", "do.ndjson").errors.contains("line 3: refused: a person is named by"))
    }

    @Test("the same words piped again are recorded again, unless they bring a key")
    func piped() throws {
        for position in [5, 6] {
            let ending = try place.run("case", "apply", "-", input: place.path("do.ndjson"))
            #expect(
                ending.output == """
                    line 1: case 1, NoteAdded at #\(position)
                    recorded 1, recorded before 0, refused 1
                    mend the refused lines and send them alone: without a "key" of its own, a line is recorded each time it is sent

                    """)
        }
        try place.write(#"{"do":"note","case":1,"note":"call them","key":"k1"}"#, to: "keyed.ndjson")
        #expect(
            try place.run("case", "apply", "-", input: place.path("keyed.ndjson")).lines.last
                == "recorded 1, recorded before 0, refused 0")
        #expect(
            try place.run("case", "apply", "-", input: place.path("keyed.ndjson")).lines.last
                == "recorded 0, recorded before 1, refused 0")
    }
}
