import Testing

@Suite("Taking an import back on the command line")
struct RetractTests {
    @Test("a file imported with the wrong mapping is taken back and imported with the right one")
    func again() throws {
        let place = try Workplace()
        try place.write(
            "id,who,what,when,mood\n1,ana,it broke,2026-01-01 10:00,bad\n2,leo,so good,2026-01-02 10:00,good\n",
            to: "forum.csv")
        func mapping(_ good: String) -> String {
            """
            format: csv
            columns: {id: id, author: who, text: what, time: when, polarity: mood}
            constants: {channel: forum}
            values:
              polarity: {bad: neutral, good: \(good)}
            time: {format: "%Y-%m-%d %H:%M", zone: UTC}
            """
        }
        try place.write(mapping("neutral"), to: "wrong.yaml")
        try place.write(mapping("positive"), to: "right.yaml")
        try place.done("import", "forum.csv", "--mapping", "wrong.yaml")
        let completed = try #require(
            try place.done("log", "--type", "ImportCompleted").split(separator: " ").first
        ).dropFirst()
        #expect(
            try place.done("retract", String(completed), "--dry-run").hasPrefix("would take back the import of #"))
        #expect(
            try place.done("retract", String(completed), "--note", "wrong moods")
                == """
                took back the import of #\(completed) (wrong) at #\((Int(completed) ?? 0) + 1)
                  cases left out 2
                  persons left out 2
                  cases that are again what they were 0
                The file can be imported again.

                """)
        #expect(try place.done("case", "show", "1").contains("retracted"))
        #expect(try place.run("retract", String(completed)).code == 2)
        #expect(try place.run("retract", "last").code == 2)
        let report = try place.question("import", "forum.csv", "--mapping", "right.yaml")
        #expect(report["mentions"] as? Int == 2)
        #expect(report["duplicates"] as? Int == 0)
        #expect(try place.done("cases", "--polarity", "positive").contains("4"))
        try place.done("replay", "--check")
        try place.done("replay")
        try place.done("replay", "--check")
        try place.done("retract", "last")
        try place.done("replay", "--check")
    }
}
