import CaseModel
import JSON
import Testing

@Suite("Payloads of older versions")
struct UpcasterChainTests {
    /// Version 2 of TagAdded writes a letter behind, version 3 another.
    private static let steps = [
        Upcaster(.tagAdded, from: 2) { $0 + Array("c".utf8) },
        Upcaster(.tagAdded, from: 1) { $0 + Array("b".utf8) },
    ]

    private static func version(of type: EventType) -> Int { type == .tagAdded ? 3 : 1 }

    @Test("an old payload passes every upcaster from its version to the current one, in order")
    func takesEveryStep() throws {
        let chain = try UpcasterChain(Self.steps, current: Self.version)
        #expect(try chain.upcast(.tagAdded, from: 1, payload: Array("a".utf8)) == Array("abc".utf8))
        #expect(try chain.upcast(.tagAdded, from: 2, payload: Array("a".utf8)) == Array("ac".utf8))
        #expect(try chain.upcast(.tagAdded, from: 3, payload: Array("a".utf8)) == Array("a".utf8))
        #expect(try chain.upcast(.tagRemoved, from: 1, payload: Array("a".utf8)) == Array("a".utf8))
    }

    @Test("a version without an upcaster is refused when the chain is created", arguments: [1, 2])
    func refusesAGap(missing: Int) {
        let failure = #expect(throws: UpcasterError.self) {
            _ = try UpcasterChain(Self.steps.filter { $0.from != missing }, current: Self.version)
        }
        #expect(failure == UpcasterError(code: .gap, type: .tagAdded, version: missing, current: 3))
        #expect(
            failure?.description
                == "No upcaster for TagAdded from version \(missing), and this program reads version 3. Add the step.")
    }

    @Test("two upcasters from one version are refused when the chain is created", arguments: [1, 2])
    func refusesADuplicate(twice: Int) {
        let failure = #expect(throws: UpcasterError.self) {
            _ = try UpcasterChain(Self.steps + Self.steps.filter { $0.from == twice }, current: Self.version)
        }
        #expect(failure == UpcasterError(code: .duplicate, type: .tagAdded, version: twice, current: 3))
        #expect(failure?.description == "Two upcasters for TagAdded from version \(twice). Keep one of them.")
    }

    @Test("an upcaster from the current version or later is refused when the chain is created", arguments: [3, 7])
    func refusesAStepBeyond(version: Int) {
        let failure = #expect(throws: UpcasterError.self) {
            _ = try UpcasterChain(Self.steps + [Upcaster(.tagAdded, from: version) { $0 }], current: Self.version)
        }
        #expect(failure == UpcasterError(code: .beyondCurrent, type: .tagAdded, version: version, current: 3))
        #expect(
            failure?.description == """
                There is an upcaster for TagAdded from version \(version), but this program reads version 3. \
                Raise the type's schema version or remove the step.
                """)
    }

    @Test("an upcaster from version 0 is refused when the chain is created")
    func refusesVersionZero() {
        let failure = #expect(throws: UpcasterError.self) {
            _ = try UpcasterChain([Upcaster(.noteAdded, from: 0) { $0 }])
        }
        #expect(failure == UpcasterError(code: .noSuchVersion, type: .noteAdded, version: 0, current: 1))
        #expect(failure?.description == "NoteAdded has no version 0: versions count from 1.")
    }

    @Test("a payload of a newer program is refused with what to do")
    func refusesANewerLog() throws {
        let chain = try UpcasterChain(Self.steps, current: Self.version)
        let failure = #expect(throws: UpcasterError.self) { try chain.upcast(.tagAdded, from: 4, payload: []) }
        #expect(failure == UpcasterError(code: .newerLog, type: .tagAdded, version: 4, current: 3))
        #expect(
            failure?.description == """
                The log was written by a newer program: it holds TagAdded in version 4, and this one reads version 3 \
                at most. Upgrade cmcase.
                """)
    }

    @Test("a payload of version 0 is refused", arguments: [0, -1, Int.min])
    func refusesAPayloadBeforeVersionOne(version: Int) throws {
        let chain = try UpcasterChain(Self.steps, current: Self.version)
        let failure = #expect(throws: UpcasterError.self) { try chain.upcast(.tagAdded, from: version, payload: []) }
        #expect(failure?.code == .noSuchVersion)
    }

    @Test("an upcaster that can't read its payload names its version and the place")
    func namesTheFailingStep() throws {
        let steps = [
            Upcaster(.noteAdded, from: 1) { $0 },
            Upcaster(.noteAdded, from: 2) { _ throws(JSONError) in
                throw JSONError(code: .missingField, offset: 9, field: "kind")
            },
        ]
        let chain = try UpcasterChain(steps) { $0 == .noteAdded ? 3 : 1 }
        let failure = #expect(throws: UpcasterError.self) { try chain.upcast(.noteAdded, from: 1, payload: []) }
        #expect(failure?.code == .stepFailed)
        #expect(
            failure?.description == """
                The upcaster for NoteAdded from version 2 can't read the payload: JSON, field "kind", byte 9: \
                the field is missing. Run `cmcase log verify`.
                """)
    }

    @Test("this program's chain is complete and leaves current payloads unchanged", arguments: EventType.allCases)
    func currentChain(type: EventType) throws {
        let payload = Array("{}".utf8)
        #expect(try UpcasterChain.current.upcast(type, from: type.schemaVersion, payload: payload) == payload)
    }
}
