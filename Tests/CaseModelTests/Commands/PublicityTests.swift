import CaseModel
import Testing

@Suite("In public and in private")
struct PublicityTests {
    private let published = Event.resolutionPublished(ResolutionPublished())
    private let direct = Given(.mention(1, at: 10, .isPrivate))

    private func moved(_ from: Visibility, _ to: Visibility, consent: Bool) -> Event {
        .conversationMoved(ConversationMoved(from: from, to: to, consent: consent))
    }

    @Test("a conversation moves out of sight freely, and back only with consent or our own words alone")
    func moves() {
        Given(.mention(1, at: 10)).when(.move(to: .isPrivate, consent: false, note: nil))
            .then(moved(.isPublic, .isPrivate, consent: false))
        direct.when(.move(to: .isPublic, consent: false, note: nil)).thenRefused(.needsConsent)
        direct.when(.move(to: .isPublic, consent: true, note: nil)).then(moved(.isPrivate, .isPublic, consent: true))
        let then = direct.when(.move(to: .isPublic, consent: false, note: nil), override: "our own words alone")
            .then(moved(.isPrivate, .isPublic, consent: false))
        #expect(then.decisions.map(\.content) == [Content(override: "our own words alone")])
        direct.when(.move(to: .isPrivate, consent: false, note: nil)).thenRefused(
            .nothingChanged, "case 7 goes on in private already; there is nothing to record")
        Given(.mention(1, at: 10), .closed(at: 20)).when(.move(to: .isPrivate, consent: false, note: nil))
            .thenRefused(.closed)
    }

    @Test("who agreed once is answered in public")
    func consent() {
        let agreed = Given(.mention(1, at: 10, .isPrivate), Fact(moved(.isPrivate, .isPublic, consent: true), at: 20))
        #expect(throws: Never.self) {
            try CaseDecider.decide(.reply(.isPublic), agreed.state, CommandContext(at: minute(30)))
        }
        direct.when(.reply(.isPublic)).thenRefused(.privateToPublic)
    }

    @Test("only what ended well is published, or what somebody gives a reason for")
    func publishes() {
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.publish(note: nil)).then(published)
        let badly = Given(.mention(1, at: 10), .resolved(.unfavourable, .no, at: 20))
        badly.when(.publish(note: nil)).thenRefused(
            .notFavourable,
            "case 7 ended unfavourably, which stays in private (S17); say in override why others should see it")
        badly.when(.publish(note: nil), override: "the press asked").then(published)
        Given(.mention(1, at: 10), .resolved(at: 20), Fact(published, at: 21)).when(.publish(note: nil))
            .thenRefused(.alreadyPublished)
    }

    @Test("what is not resolved is not published")
    func unresolved() {
        Given(.mention(1, at: 10)).when(.publish(note: nil)).thenRefused(
            .notResolved, "case 7 is new, not resolved; resolve it before its resolution is published")
        Given(.mention(1, at: 10), .dismissed(.spam, at: 20)).when(.publish(note: nil), override: "so that all see")
            .thenRefused(.notResolved)
        Given(.mention(1, at: 10), .resolved(at: 20), .reopened(2, at: 30)).when(.publish(note: nil))
            .thenRefused(.notResolved)
        Given(.mention(1, at: 10), .closed(at: 20)).when(.publish(note: nil)).thenRefused(.closed)
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.publish(note: nil), at: 19).thenRefused(.outOfOrder)
    }

    @Test("a matter settled in private is published only with consent, or in our own words alone")
    func privateResolution() {
        let settled = Given(.mention(1, at: 10, .isPrivate), .resolved(at: 20))
        settled.when(.publish(note: nil)).thenRefused(.needsConsent)
        settled.when(.publish(note: nil), override: "our own words alone").then(published)
        Given(
            .mention(1, at: 10, .isPrivate), Fact(moved(.isPublic, .isPrivate, consent: true), at: 11),
            .resolved(at: 20)
        ).when(.publish(note: nil)).then(published)
    }
}
