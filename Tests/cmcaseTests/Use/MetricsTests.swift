import Foundation
import Testing

@Suite("Measures on the command line")
struct MetricsTests {
    private let first: String =
        Line.theirs(1, by: "ana") + Line.ours(31, to: 1) + Line.theirs(2, by: "leo") + Line.theirs(3, by: "eva")
    private let second: String = Line.theirs(40, by: "ana", to: 1) + Line.ours(62, to: 2) + Line.theirs(70, by: "pau")

    private func place(_ files: [String]) throws -> Workplace {
        let place = try Workplace()
        for (number, file) in files.enumerated() {
            try place.write(file, to: "\(number).ndjson")
            try place.done("import", "\(number).ndjson")
        }
        return place
    }

    @Test("first responses have their keys, and are explained by the events that decide them")
    func service() throws {
        let place = try place([first, second])
        let answer = try place.question("metrics", "service", "--explain")
        #expect(answer["cases"] as? Int == 4)
        #expect(answer["persons"] as? Int == 4)
        #expect(answer["answered"] as? Int == 2)
        #expect(answer["unanswered"] as? Int == 2)
        let times = try #require(answer["firstResponse"] as? [String: Any])
        #expect(Set(times.keys) == ["medianSeconds", "medianSecondsCensored", "p90Seconds"])
        #expect(times["medianSeconds"] as? Double == 2700)
        let waits = try #require(answer["waits"] as? [[String: Any]])
        #expect(waits.map { $0["case"] as? Int } == [1, 2, 3, 4])
        #expect(waits.map { $0["answeredBy"] is Int } == [true, true, false, false])
        let text: String = try place.done("metrics", "service", "--explain", "--tz", "UTC")
        #expect(
            text.contains("\ncase 1 of person 1: opened by #3 at 2026-01-01 00:01:00 +00:00, answered by #"), "\(text)")
        #expect(text.contains(", not answered\n"), "\(text)")
        #expect(
            try place.done("metrics", "service", "--csv").hasPrefix(
                "part,episodes,cases,persons,answered,unanswered,median_seconds,median_seconds_censored,p90_seconds"))
    }

    @Test("a table for spreadsheets has the columns of the table, by the same names, and those of the target")
    func spreadsheets() throws {
        let place = try place([first, second])
        #expect(
            try place.done("metrics", "conversion", "--csv")
                == "part,n,promoter,passive,detractor,unknown,relapsed,recovered,mature,conversion,"
                + "interval95_lower,interval95_upper,interval_method,interval_seed,on_tie,promoter_other_end,"
                + "recovered_other_end,ours_in_no_case,of_nobody\n(all),0,0,0,0,0,0,0,0,,,,,,0,0,0,0,0\n")
        // Of two who complained, one thanked us for our answer, without answering it.
        try place.write(
            """
            {"do":"classify","channel":"twitter","message":"1","polarity":"complaint","targets":["product"]}
            {"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["product"]}
            {"do":"classify","channel":"twitter","message":"40","polarity":"positive"}
            """, to: "lines.ndjson")
        try place.done("case", "apply", "lines.ndjson")
        let row = try #require(try place.done("metrics", "conversion", "--csv").split(separator: "\n").last)
        #expect(row.hasPrefix("(all),2,0,1,0,1,0,1,0,0.0,0.0,0.65"), "\(row)")
        #expect(row.hasSuffix(",wilson,,0,0,1,0,0"), "\(row)")
        let first = try place.done("metrics", "conversion", "--definition", "1", "--csv").split(separator: "\n")
        #expect(first.last?.hasPrefix("(all),2,1,0,0,1,0,1,0,0.5,0.0945") == true, "\(first)")
        #expect(try place.question("metrics", "conversion")["measure"] as? String == "conversion@2")
        #expect(
            try place.question("metrics", "conversion", "--definition", "1")["measure"] as? String == "conversion@1")
        #expect(try place.run("metrics", "conversion", "--definition", "3").code == 2)
        let plain = try place.done("metrics", "service", "--csv")
        #expect(plain.split(separator: "\n").first?.hasSuffix(",p90_seconds,ours_in_no_case,of_nobody") == true)
        let lines = try place.done("metrics", "service", "--target-minutes", "40", "--csv").split(separator: "\n")
        #expect(
            lines.first.map(String.init)
                == "part,episodes,cases,persons,answered,unanswered,median_seconds,median_seconds_censored,p90_seconds,"
                + "target_met,target_missed,target_pending,within_target,within_target_interval95_lower,"
                + "within_target_interval95_upper,within_target_interval_method,within_target_interval_seed,"
                + "ours_in_no_case,of_nobody")
        #expect(lines.last?.hasPrefix("(all),4,4,4,2,2,2700.0,") == true, "\(lines)")
        #expect(lines.last?.contains(",1,2,1,0.3333333333333333,0.06") == true, "\(lines)")
    }

    @Test("a message of ours that belongs to no case is named by the figures, in the table, JSON and CSV alike")
    func leftOut() throws {
        let place = try Workplace()
        try place.write(
            Line.theirs(1, by: "lola")
                + Line.line([
                    "id": "2", "author": "shop", "text": "@lola sorry! we look into it", "time": Line.time(21),
                    "direction": "ours", "channel": "twitter",
                ]), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        for measure in ["service", "conversion"] {
            let answer = try place.question("metrics", measure)
            #expect((answer["leftOut"] as? [String: Int])?["oursInNoCase"] == 1)
            #expect(
                try place.done("metrics", measure).contains(
                    "\n1 message of ours belongs to no case, so it counts as no answer; `cmcase waiting` lists it\n"))
            #expect(
                try place.done("metrics", measure, "--lang", "es").contains(
                    "\n1 mensaje nuestro no pertenece a ningún caso y no cuenta como respuesta; `cmcase waiting` lo muestra\n"
                ))
            #expect(try place.done("metrics", measure, "--csv").hasSuffix(",1,0\n"))
            // What lies outside the window is not left out of it.
            let later = try place.question("metrics", measure, "--since", "2026-01-02")
            #expect((later["leftOut"] as? [String: Int])?["oursInNoCase"] == 0)
        }
        #expect(try place.done("waiting").contains("we look into it"))
    }

    @Test("how many complaints rest on a tie of time is said in the table, JSON and CSV alike, with the other end")
    func ties() throws {
        let place = try Workplace()
        try place.write(
            [#""1","polarity":"complaint","targets":["product"]"#, #""2","polarity":"positive""#].map { rest in
                #"{"channel":"shop","author":"mara","text":"words","time":"2026-03-01T00:00:00Z","id":\#(rest)}"#
            }.joined(separator: "\n"), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let answer = try place.question("metrics", "conversion", "--explain")
        #expect(answer["converted"] as? Int == 0)
        let ties = try #require(answer["ties"] as? [String: Any])
        #expect(ties["complaints"] as? Int == 1)
        #expect(ties["conversion"] as? Double == 1)
        #expect((answer["complaints"] as? [[String: Any]])?.first?["stanceAtOtherEnd"] as? String == "promoter")
        let text: String = try place.done("metrics", "conversion")
        #expect(
            text.contains(
                "\n  1 complaint rests on a tie of time, counted against us; at the other end at most 100.00 % converted and "
                    + "100.00 % recovered\n"), "\(text)")
        #expect(text.contains("  on ties  at their other end\n"), "\(text)")
        #expect(
            try place.done("metrics", "conversion", "--lang", "es").contains(
                "\n  1 queja depende de un empate de hora, contado en contra nuestra; en el otro extremo, como mucho: "
                    + "conversión 100.00 %, recuperación 100.00 %\n"))
        #expect(try place.done("metrics", "conversion", "--csv").hasSuffix(",wilson,,1,1,1,0,0\n"))
    }

    @Test("the interval's method and seed stand beside each figure; a horizon of 0 days is refused with a sentence")
    func intervals() throws {
        let place = try Workplace()
        try place.write(
            [("2026-01-01", "ana"), ("2026-02-25", "ana"), ("2026-01-01", "ben")].map { day, author in
                #"{"id":"\#(author) \#(day)","author":"\#(author)","text":"it leaks","time":"\#(day)T10:00:00Z","channel":"twitter","#
                    + #""polarity":"complaint","targets":["product"]}"#
            }.joined(separator: "\n") + "\n"
                + #"{"id":"9","author":"ben","text":"lovely","time":"2026-01-02T10:00:00Z","channel":"twitter","polarity":"positive"}"#,
            to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let answer = try place.question("metrics", "conversion")
        let interval = try #require(answer["interval95"] as? [String: Any])
        #expect(interval["method"] as? String == "bootstrap-by-person")
        #expect(interval["seed"] as? Int == 20_260_301)
        #expect(answer["wilson95"] != nil)
        #expect(try place.done("metrics", "conversion", "--csv").contains(",bootstrap-by-person,20260301,"))
        #expect(
            try place.done("metrics", "conversion").hasSuffix(
                "\nin brackets: 95 % interval, Wilson; * where a person counts more than once: bootstrap by person, "
                    + "seed 20260301\n"))
        #expect(try place.done("metrics", "conversion", "--horizon", "1").contains("promoters 1 day after"))
        let refused = try place.run("metrics", "conversion", "--horizon", "0")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("a number of days from 1 to 36500"))
    }

    @Test("months are named with the zone that cuts them, in every form", arguments: ["service", "conversion"])
    func months(measure: String) throws {
        let place = try place([first])
        func asked(_ words: String...) throws -> String {
            try place.run(["metrics", measure, "--by", "month", "--tz", "America/New_York"] + words).output
        }
        #expect(try asked().contains("month (America/New_York)  "))
        #expect(try asked("--lang", "es").contains("mes (America/New_York)  "))
        let explained = try asked("--explain")
        #expect(
            explained.contains(
                "\n  parts: by the calendar month in which it began, in the time zone America/New_York\n"))
        #expect(
            try asked("--explain", "--lang", "es").contains(
                "\n  partes: por el mes del calendario en que empezó, en la zona horaria America/New_York\n"))
        #expect(try place.question("metrics", measure, "--by", "month", "--tz", "UTC")["zone"] as? String == "UTC")
        #expect(try place.question("metrics", measure, "--by", "channel")["zone"] == nil)
        let lines = try asked("--csv").split(separator: "\n")
        #expect(lines.first?.hasPrefix("month,") == true && lines.first?.hasSuffix(",zone") == true)
        #expect(lines.last?.hasPrefix("(all),") == true && lines.last?.hasSuffix(",America/New_York") == true)
        if measure == "service" { #expect(lines.dropFirst().first?.hasPrefix("2025-12,3,3,3,") == true, "\(lines)") }
        #expect(!(try place.done("metrics", measure, "--by", "channel", "--csv")).contains("zone"))
    }

    @Test("figures are the same in every zone of the machine, in every order of import, and however often replayed")
    func same() throws {
        func figures(_ place: Workplace, _ zone: String) throws -> [String] {
            try [["service"], ["service", "--by", "channel"], ["conversion"]].flatMap { measure in
                try ["--csv", "--json"].map { form in
                    let ending = try Program.start(
                        Program.path, ["metrics"] + measure + [form],
                        Program.Circumstances(folder: place.folder, environment: ["TZ": zone])
                    ).ending()
                    #expect(ending.code == 0, "\(ending.errors)")
                    // Where the log ends depends on what was waiting in between.
                    return ending.output.replacing(/"position": ?[0-9]+/, with: "")
                }
            }
        }
        let place = try place([first, second])
        let utc: [String] = try figures(place, "UTC")
        #expect(try figures(place, "Pacific/Kiritimati") == utc)
        #expect(try figures(self.place([second, first]), "UTC") == utc)
        for _ in 0..<2 {
            try place.done("replay")
            #expect(try figures(place, "UTC") == utc)
        }
    }

    @Test("conformance has its keys, and the audit of one case names what was left and why a rule was overridden")
    func conformance() throws {
        let place = try place([first])
        try place.write(
            """
            {"do":"reply","case":2,"text":"hi","visibility":"public","purpose":"help","at":"2026-01-01T02:00:00Z"}
            {"do":"reply","case":2,"text":"ho","visibility":"public","purpose":"help","override":"it was urgent","at":"2026-01-01T02:30:00Z"}
            {"do":"classify","case":2,"polarity":"complaint","targets":["product"],"at":"2026-01-01T03:00:00Z"}
            """, to: "lines.ndjson")
        try place.done("case", "apply", "lines.ndjson")
        let told: String = try place.done("audit", "2", "--conformance", "--tz", "UTC")
        #expect(told.contains("1 broken, 1 overridden"), "\(told)")
        #expect(told.contains("it was urgent"), "\(told)")
        let answer = try place.question("metrics", "conformance")
        #expect(answer["fitness"] != nil, "\(answer.keys.sorted())")
        #expect(answer["violations"] != nil, "\(answer.keys.sorted())")
    }
}

@Suite("The inbox on the command line")
struct InboxCommandTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.done("init")
        for (id, author) in [("1", "ana"), ("2", "leo")] {
            try place.done(
                "case", "capture", "no ramp", "--channel", "twitter", "--id", id, "--author", author, "--at",
                "2026-03-02T09:00:00Z")
        }
        try place.done("case", "prioritise", "1", "high", "--at", "2026-03-02T09:01:00Z")
        return place
    }

    @Test("as of a time it gives the same table every time; what is overdue ends it with 1, and else with 0")
    func table() throws {
        let place = try place()
        let early: [String] = ["inbox", "--now", "2026-03-02T09:30:00Z", "--tz", "UTC"]
        func ask(_ arguments: [String]) throws -> Program.Ending {
            try Program.start(Program.path, arguments, Program.Circumstances(folder: place.folder)).ending()
        }
        let shown = try ask(early)
        #expect(try ask(early).output == shown.output)
        #expect(shown.lines[0].hasPrefix("case  due"), "\(shown.output)")
        #expect(
            shown.lines[1].hasPrefix(
                "   1  2026-03-02 13:00:00 +00:00   3 h 30 min  classify it  T1.7 S2  ana (1 case"), "\(shown.output)")
        #expect(shown.lines[2].hasPrefix("   2  2026-03-03 09:00:00 +00:00"), "\(shown.output)")
        #expect(shown.lines[3] == "2 cases", "\(shown.output)")
        #expect(try ask(early + ["--fail-if-overdue"]).code == 0)
        let late = try ask(["inbox", "--now", "2026-03-02T14:00:00Z", "--fail-if-overdue"])
        #expect(late.code == 1)
        #expect(late.output.hasSuffix("2 cases, 1 overdue\n"), "\(late.output)")
    }

    @Test("filters are saved under a name, listed, used and forgotten")
    func saved() throws {
        let place = try place()
        let now = "2026-03-02T09:30:00Z"
        #expect(
            try place.done("inbox", "--priority", "high", "--save", "press", "--now", now).hasSuffix("1 case\n"))
        #expect(try place.done("inbox", "--filter-names") == "press: --priority high\n")
        #expect(try place.done("inbox", "--filter", "press", "--now", now).hasSuffix("1 case\n"))
        try place.done("inbox", "--forget", "press")
        #expect(try place.done("inbox", "--filter-names") == "")
        #expect(try place.run("inbox", "--filter", "press", "--now", now).code == 2)
    }

    @Test("a what-if says in text and as JSON what would have been different, and records nothing")
    func whatIf() throws {
        let place = try place()
        let head: Int? = try place.question("cases")["position"] as? Int
        let text: String = try place.done("replay", "--playbook", "web-posting-assessment")
        #expect(text.contains("is not simulated"), "\(text)")
        let json = try place.question("replay", "--playbook", "web-posting-assessment")
        #expect(!json.isEmpty)
        #expect(try place.question("cases")["position"] as? Int == head)
    }
}
