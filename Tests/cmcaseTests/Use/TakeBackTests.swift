import Foundation
import Testing

@Suite("case take-back")
struct TakeBackTests {
    @Test("says what goes, and the case and its audit show it as what it was, with who, when and why")
    func shown() throws {
        let place = try Workplace()
        try place.done("init")
        try place.done("case", "capture", "They promised", "--channel", "twitter", "--id", "1", "--author", "eva")
        try place.done("case", "reply", "1", "Sorry about the tram", "--public", "--purpose", "help")
        let refused = try place.run("case", "take-back", "4")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("say why event 4 is taken back"), "\(refused.errors)")
        let done: String = try place.done("case", "take-back", "4", "--note", "the other customer", "--actor", "joan")
        #expect(done.hasPrefix("case 1: ReplySent at #4 taken back at #5\n"), "\(done)")
        for command in [["case", "show", "1"], ["audit", "1"]] {
            let text: String = try place.run(command).output
            #expect(text.contains("(taken back at #5 by human:joan, "), "\(text)")
            #expect(text.contains(": the other customer)"), "\(text)")
            #expect(text.contains("Sorry about the tram"), "\(text)")
        }
        let spanish: String = try place.done("audit", "1", "--lang", "es")
        #expect(spanish.contains("(retirado en #5 por human:joan"), "\(spanish)")
        let messages = try #require(try place.question("case", "show", "1")["conversation"] as? [[String: Any]])
        #expect(messages.map { $0["takenBackAt"] as? Int } == [nil, 5])
        let state = try #require(try place.question("case", "show", "1")["case"] as? [String: Any])
        #expect(state["replies"] as? Int == 0)
        #expect(state["version"] as? Int == 5)
        let before = try #require(
            try place.question("case", "show", "1", "--until-position", "4")["case"] as? [String: Any])
        #expect(before["replies"] as? Int == 1)
        #expect(try place.run("replay", "--check").code == 0)
    }
}
