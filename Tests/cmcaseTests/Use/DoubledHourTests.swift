import Testing

@Suite("The hour that the clock shows twice")
struct DoubledHourTests {
    @Test("is the first of the two, for an import, for a command and for a question")
    func first() throws {
        let place = try Workplace()
        try place.write(
            """
            format: csv
            columns: {id: id, author: user, text: message, time: posted}
            constants: {channel: forum}
            time: {format: "%d/%m/%Y %H:%M", zone: Europe/Madrid}

            """, to: "forum.yaml")
        try place.write("id,user,message,posted\n1,ana,words,26/10/2025 02:30\n", to: "in.csv")
        try place.done("import", "in.csv", "--mapping", "forum.yaml")
        try place.done("case", "note", "1", "x", "--at", "2025-10-26T02:30", "--tz", "Europe/Madrid")
        try place.done("case", "note", "1", "y", "--at", "2025-10-26T02:30+01:00", "--tz", "Europe/Madrid")
        func times(_ arguments: String...) throws -> [String] {
            try place.run(["log", "--stream", "case-1", "--tz", "Europe/Madrid"] + arguments).lines
                .map { $0.split(separator: " ").dropFirst().prefix(3).joined(separator: " ") }
        }
        #expect(
            try times("--type", "MentionCaptured", "--type", "NoteAdded") == [
                "2025-10-26 02:30:00 +02:00", "2025-10-26 02:30:00 +02:00", "2025-10-26 02:30:00 +01:00",
            ])
        #expect(try times("--type", "NoteAdded", "--since", "2025-10-26T02:30").count == 2)
        #expect(try times("--type", "NoteAdded", "--until", "2025-10-26T02:30").isEmpty)
    }

    @Test("and one that it skips is read as if it had not been put forward")
    func skipped() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.done("case", "note", "1", "x", "--at", "2026-03-29T02:30", "--tz", "Europe/Madrid")
        #expect(
            try place.done("log", "--type", "NoteAdded", "--tz", "Europe/Madrid").contains("2026-03-29 03:30:00 +02:00")
        )
    }
}
