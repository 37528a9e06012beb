import Foundation
import Testing

@Suite("A day at the desk")
struct CaseCommandTests {
    /// One complaint about the brand and one thank-you, on their cases 1 and 2.
    private func morning() throws -> Workplace {
        let place = try Workplace()
        try place.done("init")
        try place.done(
            "case", "capture", "They promised a ramp", "--channel", "twitter", "--id", "1", "--author", "eva",
            "--reach",
            "5000", "--at", "2026-03-02T09:00:00+01:00")
        try place.done(
            "case", "capture", "Lovely crew", "--channel", "twitter", "--id", "2", "--author", "leo", "--polarity",
            "positive", "--at", "2026-03-02T09:05:00+01:00")
        return place
    }

    private func state(_ place: Workplace, _ number: Int) throws -> [String: Any] {
        let value = try place.question("case", "show", "\(number)")
        return try #require(value["case"] as? [String: Any])
    }

    @Test("a complaint about the brand goes its way, and the audit tells it")
    func complaint() throws {
        let place = try morning()
        let commands: [[String]] = [
            ["classify", "1", "complaint", "--target", "brand", "--severity", "high"], ["assign", "1", "ana"],
            ["prioritise", "1", "high"], ["tag", "1", "Ramp"],
            ["reply", "1", "We have read it", "--public", "--purpose", "acknowledge"],
            ["investigate", "1", "Travels with us for years", "--source", "own-history", "--source", "public-profile"],
            ["assess", "1", "founded", "--ground", "broken-promise", "--signal", "receipt"],
            ["forecast", "1", "favourable"], ["move", "1", "private"],
            ["identify", "1", "ramp-missing", "The ramp of platform 2", "--product", "Line 5", "--severity", "high"],
            ["explain", "1", "A new ramp", "--by", "2026-03-09"], ["escalate", "1", "works", "--level", "2"],
            ["note", "1", "Ask for photos"], ["help", "1", "Came with the portable ramp"],
            ["resolve", "1", "favourable", "--solved", "yes", "--confirmed-by", "customer"],
            ["move", "1", "public", "--consent"], ["publish", "1"],
            ["follow-up", "done", "1", "quiet"], ["close", "1"],
        ]
        for (index, words) in commands.enumerated() {
            let at = "2026-03-02T10:\(10 + index):00+01:00"
            let ending = try Program.start(
                Program.path, ["case"] + words + ["--at", at, "--actor", "ana"],
                Program.Circumstances(folder: place.folder)
            ).ending()
            #expect(ending.code == 0, "\(words): \(ending.errors)")
            #expect(ending.output.hasPrefix("case 1: recorded "), "\(words)")
        }
        let shown = try state(place, 1)
        #expect(shown["state"] as? String == "closed")
        #expect(shown["assignee"] as? String == "ana")
        #expect(shown["priority"] as? String == "high")
        #expect(shown["tags"] as? [String] == ["ramp"])
        let told: String = try place.done("audit", "1", "--tz", "UTC")
        for sentence in [
            "Case 1 opened for person 1, as it happened", "The person wrote (post, public), seen by up to 5,000",
            "Judged: complaint about brand, severity high, by a human", "Given to ana", "Priority set to high",
            "Tagged ramp", "We answered to acknowledge (public)", "The person was told that their complaint is heard",
            "Looked into who writes: our own history with them and their public profile",
            "note: Travels with us for years",
            "The complaint was judged founded; grounds: broken-promise; signals: receipt",
            "Expected to end favourably", "The conversation moved from public to private",
            "The problem was identified: ramp-missing, product Line 5, severity high",
            "The person was told what will be done, by 2026-03-09 23:59:59 +00:00", "| A new ramp",
            "Escalated to works, level 2 of 4", "A note for the house", "note: Ask for photos",
            "We helped with the product ourselves",
            "Resolved: favourable, solved yes, confirmed by the customer",
            "Follow-up 1 planned for 2026-03-12 09:24:00 +00:00 (evolution), as usual",
            "The conversation moved from private to public, the person agrees",
            "How it ended was shown in public", "Follow-up 1 done: all is quiet", "Closed",
        ] { #expect(told.contains(sentence), "\(sentence)") }
        #expect(!told.contains("{"), "every event is told in words")
        #expect(try place.run("replay", "--check").code == 0)
    }

    @Test("without a level somebody of the first is brought in")
    func escalated() throws {
        let place = try morning()
        try place.done("case", "escalate", "1", "legal")
        #expect(try place.done("audit", "1").contains("Escalated to legal, level 1 of 4"))
    }

    @Test("what is recorded prints its positions and what changed, as JSON too")
    func receipts() throws {
        let place = try morning()
        #expect(
            try place.done("case", "assign", "2", "ana") == """
                case 2: recorded CaseAssigned at #8; now at version 8
                  → assignee ana

                """)
        let value = try place.question("case", "tag", "2", "crew")
        #expect(value["case"] as? Int == 2)
        #expect(value["positions"] as? [Int] == [9])
        #expect(value["types"] as? [String] == ["TagAdded"])
        #expect(value["version"] as? Int == 9)
        #expect(value["known"] as? Bool == false)
    }

    @Test("a list, a case and a person say what a case was dismissed as")
    func dismissed() throws {
        let place = try morning()
        try place.done("case", "dismiss", "2", "off-topic")
        #expect(try place.done("cases").contains("monitoring (off-topic)"))
        #expect(try place.done("case", "show", "2").contains("; dismissed as off topic;"))
        #expect(try place.done("person", "show", "2").contains("; dismissed as off topic;"))
        #expect(try state(place, 2)["dismissedAs"] as? String == "off-topic")
        #expect(try state(place, 1)["dismissedAs"] is NSNull)
        #expect(
            try place.done("cases", "--csv").split(separator: "\n").map { $0.contains(",off-topic,") } == [
                false, true, false,
            ])
        try place.done("case", "reopen", "2")
        #expect(!(try place.done("case", "show", "2")).contains("dismissed"))
        #expect(try place.done("log", "--limit", "0") == place.done("log"))
        #expect(try place.run("log", "--limit", "-1").code == 2)
        let alone = try place.run("case", "unmerge", "1")
        #expect(alone.errors.contains("case 1 goes on by itself: it was not merged into another"), "\(alone.errors)")
    }

    @Test("thanks leave an ended case be, another message takes it up again")
    func reopening() throws {
        let place = try morning()
        let when = "2026-03-03T09:00:00+01:00"
        try place.done(
            "case", "resolve", "1", "favourable", "--solved", "yes", "--confirmed-by", "agent", "--at", when)
        try place.done(
            "case", "capture", "Thanks", "--channel", "twitter", "--id", "3", "--author", "eva", "--parent", "1",
            "--polarity", "positive")
        #expect(try state(place, 1)["state"] as? String == "monitoring")
        let again: String = try place.done(
            "case", "capture", "Again", "--channel", "twitter", "--id", "4", "--author", "eva", "--parent", "1")
        #expect(again.contains("CaseReopened"))
        #expect(try state(place, 1)["episode"] as? Int == 2)
        try place.done("case", "snooze", "1", "--until", "3d")
        #expect(try state(place, 1)["snoozedUntil"] as? String != nil)
        let woken: String = try place.done(
            "case", "capture", "Hello?", "--channel", "twitter", "--id", "5", "--author", "eva", "--parent", "1")
        #expect(woken.contains("CaseWoken"))
        #expect(try state(place, 1)["snoozedUntil"] as? String == nil)
        let repeated: String = try place.done(
            "case", "capture", "Hello?", "--channel", "twitter", "--id", "5", "--author", "eva", "--parent", "1")
        #expect(repeated.contains("recorded before"))
    }

    @Test("an answer of ours that nobody asked for is kept until the message comes")
    func waiting() throws {
        let place = try morning()
        let kept: String = try place.done(
            "case", "capture", "Sorry", "--channel", "twitter", "--id", "8", "--author", "we", "--parent", "7",
            "--direction", "ours")
        #expect(kept.hasPrefix("a message of ours that belongs to no case yet: recorded MessageAwaited at #8"))
        try place.done("case", "capture", "Late", "--channel", "twitter", "--id", "7", "--author", "ida")
        #expect(try state(place, 3)["replies"] as? Int == 1)
    }

    @Test("cases are found by who has them, how urgent they are, and their tags")
    func filters() throws {
        let place = try morning()
        try place.done("case", "assign", "1", "ana")
        try place.done("case", "prioritise", "1", "urgent")
        try place.done("case", "tag", "1", "ramp")
        try place.done("case", "tag", "1", "press")
        func found(_ arguments: String...) throws -> [Int] {
            let ending = try Program.start(
                Program.path, ["cases", "--json"] + arguments, Program.Circumstances(folder: place.folder)
            ).ending()
            let value = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
            return (value?["cases"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? Int }
        }
        #expect(try found("--assignee", "Ana") == [1])
        #expect(try found("--unassigned") == [2])
        #expect(try found("--priority", "urgent") == [1])
        #expect(try found("--priority", "normal") == [2])
        #expect(try found("--tag", "press", "--tag", "ramp") == [1])
        #expect(try found("--tag", "press", "--tag", "crew") == [])
    }

    // MARK: Losing nothing

    @Test("somebody who was slower is told what happened meanwhile, and what they typed is kept")
    func slower() throws {
        let place = try morning()
        try place.done("case", "reply", "1", "We are on it", "--public", "--purpose", "help", "--actor", "joan")
        let late = try place.run(
            "case", "reply", "1", "Another answer", "--public", "--purpose", "help", "--expecting", "3",
            environment: ["TMPDIR": place.folder])
        #expect(late.code == 2)
        #expect(late.errors.contains("case 1 moved on from version 3 to 8: ReplySent by human:joan at #8"))
        #expect(try kept(place) == ["Another answer\n"])
        #expect(try state(place, 1)["replies"] as? Int == 1)
    }

    @Test("what came in on standard input is kept where the command is refused")
    func keptInput() throws {
        let place = try morning()
        let input: String = try place.write("long words\n", to: "words")
        let refused = try place.run(
            "case", "explain", "1", "-", input: input, environment: ["TMPDIR": place.folder])
        #expect(refused.code == 2)
        #expect(refused.errors.contains("what you wrote is kept in \(place.folder)"))
        #expect(try kept(place) == ["long words\n"])
        try place.done("case", "note", "1", "--text-file", "words")
        #expect(try place.done("audit", "1").contains("note: long words"))
        #expect(try kept(place).count == 1)
    }

    @Test("the editor opens where somebody sits at a terminal, and leaves no file behind")
    func editor() throws {
        let place = try morning()
        try place.write("#!/bin/sh\nstat -c %a \"$1\" >mode; echo 'written at length' >\"$1\"\n", to: "editor")
        let ending = try place.shell(
            "chmod +x editor; script -qec \"\(Program.path) case note 1\" /dev/null",
            environment: ["EDITOR": "./editor", "TMPDIR": place.folder])
        #expect(ending.code == 0, "\(ending.output)")
        #expect(try place.text(of: "mode") == "600\n")
        #expect(try place.done("audit", "1").contains("note: written at length"))
        #expect(try kept(place) == [])
    }

    @Test("without words, and nobody there to write them, a command says how to give them")
    func noWords() throws {
        let place = try morning()
        let ending = try place.run("case", "note", "1")
        #expect(ending.code == 2)
        #expect(
            ending.errors == """
                cmcase: say what is to be noted: as an argument, with --text-file FILE, or with - from standard input

                """)
    }

    private func kept(_ place: Workplace) throws -> [String] {
        try place.names.filter { $0.hasPrefix("cmcase-text-") }.map { try place.text(of: $0) }
    }

    // MARK: Who and where

    @Test("the configuration says who acts, on which store, in which zone; options and the environment go before it")
    func configuration() throws {
        let place = try morning()
        try FileManager.default.createDirectory(
            atPath: place.path(".config/cmcase"), withIntermediateDirectories: true)
        try place.write(
            "# mine\nactor: marta  # me\nstore: ~/cmcase.db\ntz: Europe/Madrid\n", to: ".config/cmcase/config.yaml")
        try place.done("case", "tag", "1", "one")
        let own = try place.run("case", "tag", "1", "two", environment: ["CMCASE_ACTOR": "joan"])
        #expect(own.code == 0)
        try place.done("case", "tag", "1", "three", "--actor", "tom")
        let told: String = try place.done("audit", "1")
        for actor in ["human:marta", "human:joan", "human:tom"] { #expect(told.contains(actor)) }
        #expect(told.contains("+01:00"))
        try place.write("actr: marta\n", to: ".config/cmcase/config.yaml")
        let wrong = try place.run("cases")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("config.yaml, line 1: the keys are store, actor, tz and lang"))
    }

    @Test("what hasn't happened yet is refused, and the same key records once")
    func keysAndTimes() throws {
        let place = try morning()
        let future = try place.run("case", "tag", "1", "one", "--at", "2999-01-01")
        #expect(future.code == 2)
        #expect(future.errors.contains("more than a day in the future"))
        try place.done("case", "note", "1", "once", "--key", "k1")
        #expect(try place.done("case", "note", "1", "once", "--key", "k1").contains("recorded before, NoteAdded at #8"))
    }
}
