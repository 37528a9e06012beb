import CaseModel
import Testing

@Suite("Events for a message from a source")
struct IntakeDecisionTests {
    private let theirs = KeyedMessage(
        message: SourceMessage(
            channel: Channel("twitter"), id: "tw-1", parent: "tw-0", author: "u-1", handle: "ana", name: "Ana",
            brand: Brand("Ferrobrisa"), occurredAt: minute(10), text: "Where is my parcel?", version: "e2",
            visibility: .isPrivate, kind: .direct, language: "en", reach: 120, link: "https://example.org/1",
            label: Label(polarity: .question, confidence: 0.8, method: .model, methodVersion: "3")),
        key: key(1), parent: key(40), author: key(70))

    private let ours = KeyedMessage(
        message: SourceMessage(
            channel: Channel("twitter"), id: "tw-2", parent: "tw-1", direction: .ours, author: "ferrobrisa",
            brand: Brand("Ferrobrisa"), occurredAt: minute(20), text: "On its way", kind: .reply, language: "en"),
        key: key(2), parent: key(1), author: key(71))

    @Test("a new person has the account, and its names are content")
    func identify() {
        expectSame(
            IntakeDecider.identify(theirs, as: ana),
            Decision(
                .person(ana),
                .personIdentified(PersonIdentified(person: ana, identity: key(70), channel: Channel("twitter"))),
                at: minute(10), content: Content(id: "u-1", handle: "ana", name: "Ana"), owner: ana))
    }

    @Test("a case opens when its first mention was written")
    func open() {
        expectSame(
            IntakeDecider.open(seven, for: ana, theirs, root: key(40), tracking: "K-7", origin: .imported),
            Decision(
                .case(seven),
                .caseOpened(
                    CaseOpened(
                        number: seven, tracking: "K-7", person: ana, channel: Channel("twitter"), root: key(40),
                        origin: .imported)),
                at: minute(10)))
    }

    @Test("a mention comes with its words as content and with the judgement it brought")
    func capture() {
        expectSame(
            IntakeDecider.capture(theirs, in: seven, of: ana),
            [
                Decision(
                    .case(seven),
                    .mentionCaptured(
                        MentionCaptured(
                            key: key(1), parent: key(40), edit: "e2", channel: Channel("twitter"),
                            brand: Brand("Ferrobrisa"), visibility: .isPrivate, kind: .direct, language: "en",
                            reach: 120)),
                    at: minute(10), content: theirs.content, owner: ana),
                Decision(
                    .case(seven),
                    .mentionClassified(
                        MentionClassified(
                            mention: key(1),
                            label: Label(polarity: .question, confidence: 0.8, method: .model, methodVersion: "3"))),
                    at: minute(10)),
            ])
        #expect(theirs.content.text == "Where is my parcel?")
        #expect(theirs.content.author == nil, "the person's own content has the account")
    }

    @Test("without a judgement there is the mention alone")
    func captureUnlabelled() {
        var plain = theirs
        plain.message.label = nil
        #expect(IntakeDecider.capture(plain, in: seven, of: ana).count == 1)
        #expect(IntakeDecider.relabel(plain, standing: nil, in: seven) == nil)
    }

    @Test("a human label of an imported source counts as imported")
    func sourcesHumans() {
        var labelled = theirs
        labelled.message.label = Label(polarity: .positive, confidence: 0.7, method: .human)
        let imported = Label(polarity: .positive, confidence: 0.7, method: .imported)
        let event = Event.mentionClassified(MentionClassified(mention: key(1), label: imported))
        #expect(IntakeDecider.capture(labelled, in: seven, of: ana).last?.event == event)
        #expect(IntakeDecider.relabel(labelled, standing: nil, in: seven)?.event == event)
        #expect(IntakeDecider.relabel(labelled, standing: imported, in: seven) == nil)
        #expect(
            IntakeDecider.relabel(
                labelled, standing: Label(polarity: .spam, confidence: 0, method: .human), in: seven) == nil)
    }

    @Test("a better judgement is recorded when the message comes again, a worse one is not")
    func relabel() {
        let worse = Label(polarity: .positive, confidence: 0.7, method: .model)
        let better = Label(polarity: .positive, confidence: 0.9, method: .model)
        #expect(
            IntakeDecider.relabel(theirs, standing: worse, in: seven)?.event
                == theirs.message.label.map { .mentionClassified(MentionClassified(mention: key(1), label: $0)) })
        #expect(IntakeDecider.relabel(theirs, standing: better, in: seven) == nil)
        #expect(IntakeDecider.relabel(theirs, standing: theirs.message.label, in: seven) == nil)
    }

    @Test("other words revise the mention, and are this event's content")
    func revise() {
        expectSame(
            IntakeDecider.revise(theirs, in: seven, of: ana),
            Decision(
                .case(seven), .mentionRevised(MentionRevised(key: key(1), edit: "e2")), at: minute(10),
                content: theirs.content, owner: ana))
    }

    @Test("our answer to a known mention is a reply, owned by the person it answers")
    func attachNew() {
        expectSame(
            IntakeDecider.attachNew(ours, to: seven, of: ana),
            Decision(
                .case(seven),
                .replySent(
                    ReplySent(
                        key: key(2), parent: key(1), channel: Channel("twitter"), brand: Brand("Ferrobrisa"),
                        visibility: .isPublic, purpose: nil, language: "en")),
                at: minute(20), content: ours.content, owner: ana))
        #expect(ours.content.author == "ferrobrisa")
    }

    @Test("our reply to an unknown message is awaited in the stream book, and attached with the time it was written")
    func waits() {
        let waiting = IntakeDecider.await(ours)
        let awaited = MessageAwaited(
            key: key(2), parent: key(1), direction: .ours, channel: Channel("twitter"), brand: Brand("Ferrobrisa"),
            visibility: .isPublic, language: "en")
        expectSame(
            waiting, Decision(.book, .messageAwaited(awaited), at: minute(20), content: ours.content))
        expectSame(
            IntakeDecider.attachWaiting(awaited, at: minute(20), position: Position(5), to: seven),
            Decision(
                .case(seven),
                .messageAttached(
                    MessageAttached(
                        key: key(2), awaited: Position(5), parent: key(1), brand: Brand("Ferrobrisa"),
                        visibility: .isPublic)),
                at: minute(20)))
    }

    @Test("a conversation whose earlier message arrives is rerooted, in the person's case")
    func reroot() {
        expectSame(
            IntakeDecider.reroot(standing(7), to: key(40), meeting: nil, at: minute(10)),
            [
                Decision(
                    .case(seven), .conversationRerooted(ConversationRerooted(from: key(1), to: key(40))), at: minute(10)
                )
            ])
    }

    @Test("two cases of one person with the same root are merged into the older", arguments: [3, 12] as [Int64])
    func rerootMerges(_ other: Int64) {
        expectMerge(standing(7), meeting: standing(other), into: min(7, other), from: max(7, other))
    }

    @Test("of two cases with the same root the open one remains, whichever is older")
    func rerootMergesIntoOpen() {
        expectMerge(standing(7), meeting: standing(3, isDismissed: true), into: 7, from: 3)
        expectMerge(standing(3, isDismissed: true), meeting: standing(7), into: 7, from: 3)
        expectMerge(standing(3, isDismissed: true), meeting: standing(7, isDismissed: true), into: 3, from: 7)
    }

    private func expectMerge(_ state: CaseState, meeting other: CaseState, into: Int64, from: Int64) {
        let merged = Event.casesMerged(CasesMerged(into: CaseNumber(into), from: CaseNumber(from)))
        let rerooted = ConversationRerooted(from: key(1), to: key(40))
        expectSame(
            IntakeDecider.reroot(state, to: key(40), meeting: other, at: minute(10)),
            [
                Decision(.case(state.number), .conversationRerooted(rerooted), at: minute(10)),
                Decision(.case(CaseNumber(into)), merged, at: minute(10)),
                Decision(.case(CaseNumber(from)), merged, at: minute(10)),
            ])
    }

    /// A case whose conversation starts at message 1.
    private func standing(_ number: Int64, isDismissed: Bool = false) -> CaseState {
        let opened = CaseOpened(
            number: CaseNumber(number), tracking: "00000000", person: ana, channel: Channel("twitter"), root: key(1),
            origin: .imported)
        var state: CaseState?
        let moment = EventMoment(position: Position(1), version: 1, occurredAt: minute(0))
        CaseState.evolve(&state, .caseOpened(opened), moment)
        guard var state else { preconditionFailure("a case that was opened has a state") }
        if isDismissed { state.lifecycle = .dismissed(.spam, at: minute(5)) }
        return state
    }
}
