import CaseModel
import Testing

@Suite("Linking persons and taking it back")
struct LinkDeciderTests {
    private let leo = PersonNumber(4)
    private let person = GivenPerson()
    private let event = Event.identityLinked(
        IdentityLinked(person: PersonNumber(3), other: PersonNumber(4), basis: .given))

    private func refusal(_ body: () throws -> [Decision]) -> Refusal? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? Refusal
        }
    }

    @Test("both streams say it, each with its own content")
    func both() throws {
        expectSame(
            try person.whenLinked(GivenPerson(leo), reason: "told us"),
            [
                Decision(.person(ana), event, at: minute(1_000), content: Content(note: "told us"), owner: ana),
                Decision(.person(leo), event, at: minute(1_000), content: Content(note: "told us"), owner: leo),
            ])
    }

    @Test("a person is not linked with themselves, nor twice, nor in a circle")
    func refused() {
        #expect(refusal { try person.whenLinked(person) }?.code == .samePerson)
        let linked = GivenPerson(leo, .linked(4, to: 3, at: 5))
        #expect(
            refusal { try person.whenLinked(linked) }?.description
                == "person 4 is known as person 3 already; there is nothing to record")
        let elsewhere = GivenPerson(leo, .linked(4, to: 9, at: 5))
        #expect(
            refusal { try person.whenLinked(elsewhere) }?.description
                == "person 4 is known as person 9 already; link person 9, or take that link back first")
        let circle = refusal { try person.whenLinked(GivenPerson(leo), lineage: [ana, PersonNumber(8), leo]) }
        #expect(circle?.code == .linkCircle)
    }

    @Test("unlinking restores the states from before")
    func undo() throws {
        let linked = GivenPerson(leo, .linked(4, to: 3, at: 5))
        let taken = Event.identityUnlinked(IdentityUnlinked(person: ana, other: leo))
        #expect(try person.whenUnlinked(linked).map(\.event) == [taken, taken])
        for number in [ana, leo] {
            var after = GivenPerson(number, .linked(4, to: 3, at: 5), .unlinked(4, from: 3, at: 6)).state
            let before = GivenPerson(number).state
            (after.version, after.position) = (before.version, before.position)
            expectSame(after, before)
        }
    }

    @Test("what is not linked is not taken back, and nothing is while cases were merged across the link")
    func notTakenBack() {
        #expect(refusal { try person.whenUnlinked(GivenPerson(leo)) }?.code == .notLinked)
        let linked = GivenPerson(leo, .linked(4, to: 3, at: 5))
        let merges = [CasesMerged(into: seven, from: CaseNumber(12))]
        #expect(
            refusal { try person.whenUnlinked(linked, merges: merges) }?.description
                == "cases of the two go on in each other: case 12 in case 7; take these merges back first")
    }

    @Test("an anonymous author is not linked, and no evidence is recorded of them")
    func nobody() {
        let nobody = GivenPerson(leo, isNobody: true)
        let refused: Refusal? = refusal { try person.whenLinked(nobody) }
        #expect(refused?.code == .nobodyKnown)
        #expect(
            refused?.description == "person 4 is nobody known: the name under their message names nobody, so nothing "
                + "shows whose it is; link persons that are known by an account")
        #expect(refusal { try nobody.whenLinked(person) }?.code == .nobodyKnown)
        #expect(
            refusal { try nobody.when(.recordEvidence(.publicRecommendation, case: nil, event: nil, note: nil)) }?.code
                == .nobodyKnown)
        #expect(refusal { try nobody.when(.assess(.init(.customer))) } == nil)
    }

    @Test("both persons keep the link")
    func folded() {
        let state = GivenPerson(ana, .linked(4, to: 3, at: 5), .linked(5, to: 3, at: 6), .linked(3, to: 1, at: 7)).state
        #expect(state.others.map(\.person) == [PersonNumber(4), PersonNumber(5)])
        #expect(state.knownAs?.person == PersonNumber(1))
        #expect(state.knownAs?.at == minute(7))
    }

    @Test("cases of linked persons are merged as one person's")
    func merging() throws {
        let from = Given(number: CaseNumber(8), person: leo, .mention(2, at: 20)).state
        let into = Given(.mention(1, at: 10)).state
        let decided = try MergeDecider.merge(
            from, into: into, principal: { _ in ana }, reason: "one matter",
            CommandContext(at: minute(1_000)))
        #expect(decided.map(\.owner) == [ana, leo])
    }
}
