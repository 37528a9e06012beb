import CaseModel
import Testing

@Suite("Recording a reply")
struct ReplyTests {
    private func sent(
        to mention: UInt64?, _ visibility: Visibility = .isPublic, brand: String? = nil, key own: SourceKey? = nil
    ) -> Event {
        .replySent(
            ReplySent(
                key: own, parent: mention.map(key), channel: Channel("twitter"), brand: brand.map(Brand.init),
                visibility: visibility, purpose: .help, language: nil))
    }

    @Test("it answers the newest mention where none is named, and speaks for the case's brand")
    func answersTheNewest() {
        Given(.mention(2, at: 20, brand: "Lunabrisa"), .mention(1, at: 10, brand: "Ferrobrisa"))
            .when(.reply()).then(sent(to: 2, brand: "Ferrobrisa")).leaves(.awaitingCustomer)
    }

    @Test("it answers the mention that is named")
    func answersTheNamed() {
        Given(.mention(1, at: 10), .mention(2, at: 20)).when(.reply(to: key(1))).then(sent(to: 1))
    }

    @Test("its words and its network's id are content of the person it answers")
    func wordsAreContent() {
        let reply = CaseCommand.Reply(
            text: "Sorry, Ana", visibility: .isPublic, purpose: .help, key: key(50), id: "tw-50")
        let then = Given(.mention(1, at: 10)).when(.reply(reply), override: "asked by phone")
            .then(sent(to: 1, key: key(50)))
        #expect(
            then.decisions.map(\.content)
                == [Content(id: "tw-50", text: "Sorry, Ana", override: "asked by phone")])
        #expect(then.decisions.map(\.owner) == [ana])
    }

    @Test("a case without a mention can be answered")
    func withoutMention() {
        Given().when(.reply()).then(sent(to: nil))
    }

    @Test("a mention that the case doesn't hold is not answered, nor is another in its place")
    func refusesUnknownMentions() {
        Given(.mention(1, at: 10)).when(.reply(to: key(9))).thenRefused(
            .noSuchMention, "case 7 holds no such mention to answer; `cmcase case show 7` lists them")
    }

    @Test("a private message is not answered in public (S17)")
    func privateToPublic() {
        let given = Given(.mention(1, at: 10), .mention(2, at: 20, .isPrivate))
        given.when(.reply(.isPublic)).thenRefused(
            .privateToPublic,
            "a private message is not answered in public; answer in private, or say in override why the person agrees")
        given.when(.reply(.isPublic), override: "she asked for it").then(sent(to: 2))
        given.when(.reply(.isPrivate)).then(sent(to: 2, .isPrivate))
        given.when(.reply(.isPublic, to: key(1))).then(sent(to: 1))
    }

    @Test("a troll's case is let be until it is reopened (S12)")
    func troll() {
        Given(.mention(1, at: 10), .dismissed(.troll, at: 20)).when(.reply()).thenRefused(
            .dismissedAsTroll,
            "case 7 was dismissed as a troll's and is let be (S12); reopen it before you answer")
        Given(.mention(1, at: 10), .dismissed(.troll, at: 20), .reopened(2, at: 30)).when(.reply()).then(sent(to: 1))
    }

    @Test(
        "a case dismissed on another ground can still be answered",
        arguments: [DismissalGround.spam, .duplicate, .offTopic])
    func dismissed(_ ground: DismissalGround) {
        Given(.mention(1, at: 10), .dismissed(ground, at: 20)).when(.reply()).then(sent(to: 1))
    }

    @Test("a resolved case can still be answered, a closed one can't")
    func ended() {
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.reply()).then(sent(to: 1)).leaves(.resolved)
        Given(.mention(1, at: 10), .closed(at: 20)).when(.reply()).thenRefused(.closed)
    }

    @Test("nothing is answered before it was said")
    func beforeTheCase() {
        Given(.mention(1, at: 10)).when(.reply(), at: 9).thenRefused(.beforeTheCase)
    }
}
