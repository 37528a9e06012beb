import EventStore
import Testing

@Suite("Random bytes")
struct RandomBytesTests {
    @Test("come in the number asked for and never twice")
    func fresh() {
        var random = RandomBytes()
        var seen: Set<[UInt8]> = []
        for count in [16, 32, 256, 16] {
            for _ in 0..<300 {
                let bytes: [UInt8] = random.bytes(count)
                #expect(bytes.count == count)
                #expect(seen.insert(bytes).inserted)
            }
        }
        #expect(random.bytes(0) == [])
    }
}
