import Foundation
import Testing

@Suite("What waits for its conversation")
struct WaitingCommandTests {
    /// One mention, a reply of ours to a message that isn't there, and a message of ours that answers none.
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            Line.theirs(1) + Line.ours(5, to: 4, "We are on it")
                + Line.line([
                    "id": "7", "author": "lunabrisa", "text": "Good morning", "time": Line.time(7),
                    "direction": "ours", "channel": "forum",
                ]), to: "in.ndjson")
        return place
    }

    @Test(
        "each message that an import counted as unattached is listed, with what it waits for and where it comes from, until that is there"
    )
    func listed() throws {
        let place = try place()
        #expect(
            try place.done("import", "in.ndjson").contains(
                "Unattached messages of ours belong to no case: cmcase waiting lists them.\n"))
        #expect(
            try place.done("waiting", "--tz", "UTC") == """
                written                     message    account    waits for  recorded by                  words
                2026-01-01 00:07:00 +00:00  forum:7    lunabrisa  nothing    import:canonical, import #6  Good morning
                2026-01-01 00:05:00 +00:00  twitter:5  lunabrisa  twitter:4  import:canonical, import #6  We are on it
                2 messages of ours belong to no case: 1 waits for the one that is answered, 1 answers none

                """)
        #expect(
            try place.done("waiting", "--tz", "UTC", "--lang", "es") == """
                escrito                     mensaje    cuenta     espera a   registrado por                    palabras
                2026-01-01 00:07:00 +00:00  forum:7    lunabrisa  nada       import:canonical, importación #6  Good morning
                2026-01-01 00:05:00 +00:00  twitter:5  lunabrisa  twitter:4  import:canonical, importación #6  We are on it
                2 mensajes nuestros no pertenecen a ningún caso: 1 espera a aquel al que se contesta, 1 no contesta a ninguno

                """)
        #expect(
            try place.done("waiting", "--csv", "--tz", "UTC") == """
                position,at,channel,id,account,handle,parent,brand,actor,import,text
                5,2026-01-01 00:07:00 +00:00,forum,7,lunabrisa,,,,import:canonical,6,Good morning
                4,2026-01-01 00:05:00 +00:00,twitter,5,lunabrisa,,4,,import:canonical,6,We are on it

                """)
        #expect(try place.question("waiting", "--channel", "forum")["alone"] as? Int == 1)
        let answer = try place.question("waiting", "--channel", "Twitter")
        let message = try #require((answer["messages"] as? [[String: Any]])?.first)
        #expect(message["parent"] as? String == "4")
        #expect(message["import"] as? Int == 6)
        try place.write(Line.theirs(4, by: "leo"), to: "more.ndjson")
        #expect(try !place.done("import", "more.ndjson").contains("waiting"))
        #expect(
            try place.done("waiting").hasSuffix("\n1 message of ours belongs to no case: 1 answers none\n"))
        // What was known before is still told.
        #expect(try place.question("waiting", "--until-position", "6")["total"] as? Int == 2)
    }

    @Test("a limit says how many there are without it")
    func limit() throws {
        let place = try Workplace()
        try place.write((10..<13).map { Line.ours($0, to: $0 - 9) }.joined(), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let lines = try place.done("waiting", "--limit", "2").split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[1].contains("twitter:12") && lines[2].contains("twitter:11"))
        #expect(
            lines[3]
                == "3 messages of ours belong to no case: 3 wait for the one that is answered; shown are 2, --limit 0 shows all"
        )
        #expect(
            try place.done("waiting", "--limit", "2", "--lang", "es").hasSuffix(
                "3 mensajes nuestros no pertenecen a ningún caso: 3 esperan a aquel al que se contesta; se muestran 2, "
                    + "--limit 0 los muestra todos\n"))
        #expect(try place.run("waiting", "--limit", "-1").code == 2)
    }
}
