import CaseModel
import Testing

@Suite("Tracking codes")
struct TrackingCodeTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    @Test("are unique, never all digits, and tell their case again", arguments: [0, 7, UInt64.max])
    func unique(secret: UInt64) {
        var seen: Set<String> = []
        let far: [Int64] = [(1 << 28) - 1, 1 << 28, 1 << 40, (1 << 58) - 1]
        for number: Int64 in Array(1...20_000) + far {
            let code: String = TrackingCode.code(of: CaseNumber(number), secret: secret)
            #expect(seen.insert(code).inserted)
            #expect(code.count == (number < 1 << 28 ? 7 : 13))
            #expect(Int64(code) == nil)
            #expect(code.dropLast().contains { !$0.isNumber })
            #expect(TrackingCode.number(of: code, secret: secret) == CaseNumber(number))
            #expect(TrackingCode.fits(code))
        }
        #expect(TrackingCode.code(of: CaseNumber(1), secret: 1) != TrackingCode.code(of: CaseNumber(1), secret: 2))
    }

    @Test("show every wrong character, and every two neighbours that changed places")
    func slips() {
        for number: Int64 in 1...40 {
            let code = Array(TrackingCode.code(of: CaseNumber(number), secret: 42))
            for place in code.indices {
                for other in Self.alphabet where other != code[place] {
                    var wrong = code
                    wrong[place] = other
                    #expect(!TrackingCode.fits(String(wrong)))
                }
                guard place > 0, code[place] != code[place - 1] else { continue }
                var wrong = code
                wrong.swapAt(place, place - 1)
                #expect(!TrackingCode.fits(String(wrong)))
            }
        }
    }

    @Test("are read as people write them")
    func reading() {
        #expect(TrackingCode.normalized("k3f-9zq 2") == "K3F9ZQ2")
        #expect(TrackingCode.normalized("oIlLO1A") == "011101A")
        #expect(TrackingCode.normalized("K3F9ZQ2M") == "K3F9ZQ2M")
        #expect(TrackingCode.normalized("K3F9Z") == nil)
        #expect(TrackingCode.normalized("K3F9ZQé") == nil)
        #expect(TrackingCode.fits("K3F9ZQ2M"))
        #expect(!TrackingCode.fits("UUUUUUU"))
    }
}
