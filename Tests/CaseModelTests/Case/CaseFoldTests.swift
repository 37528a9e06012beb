import CaseModel
import Testing

@Suite("Folding a case's stream")
struct CaseFoldTests {
    @Test("what comes before the opening, or about a mention that isn't there, changes nothing")
    func ignores() {
        var state: CaseState?
        CaseState.evolve(
            &state, Fact.closed(at: 1).event,
            EventMoment(position: Position(1), version: 1, occurredAt: minute(1)))
        #expect(state == nil)
        let given = Given(.judged(9, .praise, at: 1), .revised(9, at: 2), .withdrawn(9, at: 3), .looked(9, at: 4))
        #expect(given.state.mentions.isEmpty)
        #expect(given.state.followUps.isEmpty)
    }

    @Test("version and position are the newest event's, whatever it says")
    func moment() {
        let state = Given(.mention(1, at: 10), Fact(.noteAdded(NoteAdded()), at: 11)).state
        #expect(state.version == 3)
        #expect(state.position == Position(103))
    }

    @Test("a mention knows the events that captured, revised and judged it")
    func provenance() {
        let mention = Given(.mention(1, at: 10), .revised(1, at: 11), .judged(1, .praise, at: 12), .revised(1, at: 13))
            .state.mention(key(1))
        #expect(mention?.position == Position(102))
        #expect(mention?.revisions == [Position(103), Position(105)])
        #expect(mention?.labelledAt == Position(104))
    }

    @Test("a message that waited keeps the place of the event that recorded it")
    func awaited() {
        let reply = Given(.mention(1, at: 10), .attached(5, at: 20)).state.replies.first
        #expect(reply?.position == Position(1))
        #expect(reply?.key == key(5))
        #expect(reply?.at == minute(20))
    }

    @Test("messages are in message order, whatever the order in which they were recorded")
    func worldOrder() {
        let state = Given(
            .mention(3, at: 20), .mention(9, at: 10), .judged(3, .complaint(.product), at: 21), .mention(1, at: 20),
            .mention(2, at: 30), .judged(1, .praise, at: 31), .reply(at: 30), .reply(at: 20, key: key(8))
        ).state
        #expect(state.mentions.map(\.key) == [key(9), key(1), key(3), key(2)])
        #expect(state.replies.map(\.key) == [key(8), nil])
        #expect(state.mentions.map(\.rank) == [0, 1, 2, 1])
        #expect(state.replies.map(\.rank) == [0, 0])
    }

    @Test("a later label reorders simultaneous mentions")
    func judgedAgain() {
        let given = Given(.mention(1, at: 10), .mention(2, at: 10), .judged(1, .complaint(.product), at: 11))
        #expect(given.state.mentions.map(\.key) == [key(2), key(1)])
        let again = Given(
            .mention(1, at: 10), .mention(2, at: 10), .judged(1, .complaint(.product), at: 11),
            .judged(1, .praise, at: 12)
        ).state
        #expect(again.mentions.map(\.key) == [key(1), key(2)])
    }

    @Test("a conversation that starts further back has its new root")
    func reroot() {
        let given = Given(Fact(.conversationRerooted(ConversationRerooted(from: key(1), to: key(40))), at: 10))
        #expect(given.state.root == key(40))
    }

    @Test("open follow-ups are sorted by due time, then by number")
    func openFollowUps() {
        let state = Given(
            .followUp(1, due: 90, at: 1), .followUp(2, due: 60, at: 1), .followUp(3, due: 60, at: 1),
            .followUp(4, due: 10, at: 1), .looked(4, at: 10), .followUp(5, due: 10, at: 1), .cancelled(5, at: 2)
        ).state
        #expect(state.openFollowUps.map(\.number) == [2, 3, 1])
    }

    @Test("a person keeps the number they were first identified with, and has all accounts")
    func person() {
        var state: PersonState?
        func happen(_ event: Event, _ place: Int64) {
            PersonState.evolve(
                &state, event, EventMoment(position: Position(place), version: place, occurredAt: minute(place)))
        }
        happen(.accountGone(AccountGone(identity: key(1), reason: .deleted)), 1)
        #expect(state == nil)
        happen(.personIdentified(PersonIdentified(person: ana, identity: key(1), channel: Channel("twitter"))), 2)
        happen(.personIdentified(PersonIdentified(person: ana, identity: key(2), channel: Channel("email"))), 3)
        happen(.accountGone(AccountGone(identity: key(1), reason: .deleted)), 4)
        #expect(state?.number == ana)
        #expect(state?.identities.map(\.key) == [key(1), key(2)])
        #expect(state?.identities.map(\.position) == [Position(2), Position(3)])
        #expect(state?.version == 4)
        #expect(state?.position == Position(4))
    }
}
