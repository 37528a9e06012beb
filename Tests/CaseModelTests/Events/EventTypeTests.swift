import CaseModel
import Testing

@Suite("Names of events")
struct EventTypeTests {
    @Test("a type is found by the bytes of its name", arguments: EventType.allCases)
    func isFoundByItsBytes(type: EventType) {
        #expect(lookUp(Array(type.rawValue.utf8)) == type)
    }

    @Test("a name similar to a type's is unknown", arguments: EventType.allCases)
    func isNotFoundByOtherBytes(type: EventType) {
        let name = Array(type.rawValue.utf8)
        #expect(lookUp(Array(name.dropLast())) == nil)
        #expect(lookUp(Array(name.dropFirst())) == nil)
        #expect(lookUp(name + [0]) == nil)
        #expect(lookUp(Array(type.rawValue.lowercased().utf8)) == nil)
        for index in name.indices {
            var other = name
            other[index] ^= 0x01
            #expect(lookUp(other) == EventType(rawValue: String(decoding: other, as: UTF8.self)))
        }
    }

    @Test(
        "other bytes are no name",
        arguments: [[], [0], [0xFF, 0xFE], Array(repeating: 0x41, count: 40)] as [[UInt8]])
    func otherBytes(bytes: [UInt8]) {
        #expect(lookUp(bytes) == nil)
    }

    private func lookUp(_ bytes: [UInt8]) -> EventType? {
        bytes.withUnsafeBytes { EventType(bytes: $0) }
    }
}
