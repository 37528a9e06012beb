import CaseDesk
import CaseModel
import Testing

@Suite("A correction obeys what the event that it corrects obeys")
struct CorrectionInvariantTests {
    private func correct(_ desk: TestDesk, _ type: String, _ field: String, _ value: String) throws -> Refusal.Code? {
        let event = try #require(try desk.log().last { $0.type == type }).position
        let before: Int = try desk.log().count
        let refused = try desk.refusals(
            #"{"do":"correct","event":\#(event),"fields":["\#(field)"],"values":["\#(value)"],"note":"\#(before)"}"#)
        #expect(try desk.log().count == before + (refused.isEmpty ? 1 : 0))
        #expect(try desk.differences() == [])
        return refused.first
    }

    private static let resolve =
        #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#

    @Test("a published resolution doesn't become unfavourable; one that nobody saw does")
    func published() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(Self.resolve)
        #expect(try correct(desk, "CaseResolved", "outcome", "unfavourable") == nil)
        #expect(try correct(desk, "CaseResolved", "outcome", "favourable") == nil)
        try desk.done(#"{"do":"publish","case":1}"#)
        #expect(try correct(desk, "CaseResolved", "outcome", "unfavourable") == .builtUpon)
        #expect(try correct(desk, "CaseResolved", "solved", "partly") == nil)
    }

    @Test("unless it was published against the rule, for a reason that was said")
    func overridden() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(Self.resolve, #"{"do":"publish","case":1,"override":"they asked for it"}"#)
        #expect(try correct(desk, "CaseResolved", "outcome", "unfavourable") == nil)
    }

    @Test("what was judged a complaint stays one while something stands on that, also in a case that absorbed it")
    func complaint() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", at: 1))
        try desk.done(
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"]}"#,
            #"{"do":"merge","case":1,"from":2}"#, #"{"do":"investigate","case":1,"sources":["own-history"]}"#,
            #"{"do":"assess","case":1,"founded":true}"#)
        #expect(try correct(desk, "MentionClassified", "targets", "product") == .builtUpon)
        #expect(try correct(desk, "MentionClassified", "targets", "product,brand") == nil)
        // Also when the merge has been taken back since.
        try desk.done(#"{"do":"unmerge","from":2}"#)
        #expect(try correct(desk, "MentionClassified", "targets", "product") == .builtUpon)
        #expect(try correct(desk, "MentionClassified", "severity", "high") == nil)
        #expect(try correct(desk, "MentionClassified", "targets", "brand") == nil)
    }

    @Test("a private message was not answered in public, however that is put right")
    func privateToPublic() throws {
        let desk = try TestDesk()
        var message = Message.theirs("1")
        message.visibility = "private"
        try desk.take(message)
        try desk.done(#"{"do":"reply","case":1,"text":"hi","visibility":"private","purpose":"help"}"#)
        #expect(try correct(desk, "ReplySent", "visibility", "public") == .privateToPublic)
        #expect(try correct(desk, "MentionCaptured", "visibility", "public") == nil)
        #expect(try correct(desk, "ReplySent", "visibility", "public") == nil)
        #expect(try correct(desk, "MentionCaptured", "visibility", "private") == .builtUpon)
    }

    @Test("a correction of a correction is decided on what holds")
    func twice() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(
            #"{"do":"dismiss","case":1,"as":"spam"}"#,
            #"{"do":"reply","case":1,"text":"hi","visibility":"public","purpose":"clarify"}"#)
        #expect(try correct(desk, "CaseDismissed", "ground", "troll") == .builtUpon)
        #expect(try correct(desk, "CaseDismissed", "ground", "off-topic") == nil)
        #expect(try correct(desk, "CaseDismissed", "ground", "troll") == .builtUpon)
    }

    @Test("no free text gets into the log that can't forget")
    func freeText() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["brand"]))
        try desk.done(#"{"do":"assign","case":1,"to":"eva"}"#)
        #expect(try correct(desk, "CaseAssigned", "to", "") == .badName)
        #expect(try correct(desk, "CaseAssigned", "to", String(repeating: "a", count: 65)) == .badName)
        #expect(try correct(desk, "MentionCaptured", "language", "she wrote to us twice") == .badValue)
        #expect(try correct(desk, "MentionCaptured", "brand", String(repeating: "b", count: 200)) == .badValue)
    }

    @Test("a mention doesn't become a repost, and a name is no blank and nobody's address")
    func names() throws {
        let desk = try TestDesk()
        try desk.take(Message.theirs("1").judged("positive", 1))
        #expect(try correct(desk, "MentionCaptured", "kind", "repost") == .badValue)
        for name in [" ", "call ana@example.com"] {
            #expect(try correct(desk, "MentionCaptured", "brand", name) == .badName)
            #expect(try correct(desk, "MentionClassified", "topics", name) == .badName)
        }
        #expect(try correct(desk, "MentionCaptured", "brand", "@tiendamoda.es") == nil)
    }
}
