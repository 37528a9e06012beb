import CaseModel
import CustomDump
import Intake
import Testing

@Suite("Built-in mappings")
struct BuiltInMappingTests {
    @Test("they are found by name")
    func names() {
        #expect(SourceMapping.builtInNames == ["support-threads", "labelled-mentions", "canonical"])
        for name in SourceMapping.builtInNames { #expect(SourceMapping.builtIn(name)?.name == name) }
        #expect(SourceMapping.builtIn("Canonical") == nil)
    }

    @Test("support-threads: a question and our answer")
    func supportThreads() throws {
        let reading = try SourceSample(
            """
            ,tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
            0,1,acme,False,Tue Oct 31 22:10:47 +0000 2017,"@115 Sorry &amp; thanks, ""please"" write",2,3.0
            1,3,115,True,Tue Oct 31 22:08:27 +0100 2017,@acme &lt;3,1,
            """
        ).read(.supportThreads)
        #expect(reading.reasons == [])
        #expect(
            diff(
                reading.messages,
                [
                    SourceMessage(
                        channel: Channel("twitter"), id: "1", parent: "3", direction: .ours, author: "acme",
                        brand: Brand("acme"), occurredAt: Timestamp(seconds: 1_509_487_847),
                        text: "@115 Sorry & thanks, \"please\" write", kind: .reply),
                    SourceMessage(
                        channel: Channel("twitter"), id: "3", author: "115",
                        occurredAt: Timestamp(seconds: 1_509_484_107), text: "@acme <3"),
                ]) == nil)
    }

    @Test("labelled-mentions: a complaint and praise")
    func labelledMentions() throws {
        let reading = try SourceSample(
            """
            tweet_id,airline_sentiment,airline_sentiment_confidence,negativereason,airline,name,retweet_count,text,tweet_created
            570,negative,0.703,longlines,Acme,@jo,7,no line moves,2015-02-24 11:42:48 -0800
            571,negative,1,Late Flight,Acme,jo,0,late,2015-02-24 11:42:48 -0800
            572,positive,,,Acme,jo,0,ta,2015-02-24 11:42:48 -0800
            """
        ).read(.labelledMentions)
        #expect(reading.reasons == [])
        let labels = [
            Label(
                polarity: .complaint, targets: .brand, topics: [Topic("longlines")], confidence: 0.703,
                method: .imported),
            Label(polarity: .complaint, targets: .product, topics: [Topic("Late Flight")], method: .imported),
            Label(polarity: .positive, method: .imported),
        ]
        #expect(diff(reading.messages.map(\.label), labels) == nil)
        #expect(
            diff(
                reading.messages.first,
                SourceMessage(
                    channel: Channel("twitter"), id: "570", author: "@jo", handle: "jo", brand: Brand("Acme"),
                    occurredAt: Timestamp(seconds: 1_424_806_968), text: "no line moves", label: labels[0])) == nil)
    }

    @Test("canonical: every key, and what is left out has its usual value")
    func canonical() throws {
        let reading = try SourceSample(
            #"""
            {"channel":"Google-Reviews","id":"r1","parent":"p","author":"a1","handle":"@jo","name":"Jo Ö","direction":"ours","brand":"Acme","time":"2026-11-22T10:00:00.5+01:00","text":"caf\u00e9","version":"v2","sequence":-7,"visibility":"private","kind":"review","language":"pt_BR","reach":1200,"link":"https://example.org/r1","polarity":"complaint","targets":["brand","product"],"topics":["queue","price"],"severity":"high","confidence":0.25,"method":"model","methodVersion":"m7"}
            {"channel":"email","id":"m1","author":"a1","time":"2026-11-22T10:00:00Z","text":"","parent":null}
            """#
        ).read(.canonical)
        #expect(reading.reasons == [])
        #expect(
            diff(
                reading.messages,
                [
                    SourceMessage(
                        channel: Channel("google-reviews"), id: "r1", parent: "p", direction: .ours, author: "a1",
                        handle: "jo", name: "Jo Ö", brand: Brand("Acme"),
                        occurredAt: Timestamp(microseconds: 1_795_338_000_500_000), text: "café", version: "v2",
                        sequence: SourceSequence(place: -7, list: SourceSequence.list(of: Channel("google-reviews"))),
                        visibility: .isPrivate, kind: .review, language: "pt-BR", reach: 1200,
                        link: "https://example.org/r1",
                        label: Label(
                            polarity: .complaint, targets: [.product, .brand],
                            topics: [Topic("queue"), Topic("price")],
                            severity: .high, confidence: 0.25, method: .model, methodVersion: "m7")),
                    SourceMessage(
                        channel: Channel("email"), id: "m1", author: "a1",
                        occurredAt: Timestamp(seconds: 1_795_341_600),
                        text: ""),
                ]) == nil)
    }

    @Test("the brand's own accounts are ours, by id or handle, capitals and @ ignored")
    func brandAccounts() throws {
        var options = IntakeOptions.test
        options.brandAccounts = ["@AcmeHelp", "77"]
        options.brand = Brand("Acme")
        let reading = try SourceSample(
            #"""
            {"channel":"x","id":"1","author":"acmehelp","time":"2026-11-22T10:00:00Z","text":"."}
            {"channel":"x","id":"2","author":"5","handle":"@ACMEhelp","time":"2026-11-22T10:00:00Z","text":"."}
            {"channel":"x","id":"3","author":"77","brand":"Other","time":"2026-11-22T10:00:00Z","text":"."}
            {"channel":"x","id":"4","author":"acme","time":"2026-11-22T10:00:00Z","text":"."}
            """#
        ).read(.canonical, options: options)
        #expect(reading.messages.map(\.direction) == [.ours, .ours, .ours, .theirs])
        #expect(reading.messages.map { $0.brand?.name } == ["Acme", "Acme", "Other", "Acme"])
    }
}
