import CaseDesk
import CaseModel
import Testing

@Suite("A key of one's own")
struct CommandKeyTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "leo"))
    }

    /// What becomes of a line after another under the same key: `known`, `recorded`, or the code of the refusal.
    private func result(_ line: String, after first: String) throws -> String {
        func keyed(_ line: String) -> String { line.dropLast() + #","key":"k"}"# }
        let applied = try desk.apply(keyed(first), keyed(line))
        guard case .refused(let refusal) = applied[1].result else {
            switch applied[1].result {
            case .known: return "known"
            case .person(let receipt): return receipt.wasKnown ? "known" : "recorded"
            default: return "recorded"
            }
        }
        return refusal.code.rawValue
    }

    @Test(
        "another command under it is refused, and so is the same one with other codes or other words",
        arguments: [
            (#"{"do":"assign","case":1,"to":"eva"}"#, #"{"do":"assign","case":1,"to":"leo"}"#),
            (#"{"do":"assign","case":1,"to":"eva"}"#, #"{"do":"assign","case":2,"to":"eva"}"#),
            (#"{"do":"note","case":1,"note":"a"}"#, #"{"do":"note","case":1,"note":"b"}"#),
            (#"{"do":"note","case":1,"note":"a"}"#, #"{"do":"note","case":1,"note":"a","override":"b"}"#),
            (#"{"do":"note","case":1,"note":"a"}"#, #"{"do":"note","case":1,"note":"a","rule":"T3.2"}"#),
            (#"{"do":"tag","case":1,"tag":"a"}"#, #"{"do":"untag","case":1,"tag":"a"}"#),
            (#"{"do":"merge","case":1,"from":2}"#, #"{"do":"merge","case":2,"from":1}"#),
            (#"{"do":"offer-survey","person":1,"instrument":"NPS"}"#, #"{"do":"note","case":1,"note":"a"}"#),
            (#"{"do":"note","case":1,"note":"a"}"#, #"{"do":"offer-survey","person":1,"instrument":"NPS"}"#),
            (
                #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#,
                #"{"do":"resolve","case":1,"outcome":"favourable","solved":"no","confirmedBy":"agent"}"#
            ),
            (
                #"{"do":"reply","case":1,"text":"hi","visibility":"public","purpose":"help"}"#,
                #"{"do":"reply","case":1,"text":"ho","visibility":"public","purpose":"help"}"#
            ),
            (
                #"{"do":"capture","channel":"twitter","id":"9","author":"eva","text":"a"}"#,
                #"{"do":"capture","channel":"twitter","id":"8","author":"eva","text":"a"}"#
            ),
        ])
    func other(_ first: String, _ second: String) throws {
        let before: Int = try desk.log().count
        if first.contains("merge") { try desk.apply(#"{"do":"link","person":1,"other":2,"basis":"given"}"#) }
        #expect(try result(second, after: first) == "keyTaken")
        let recorded = try desk.log().dropFirst(before)
        #expect(!recorded.isEmpty)
        #expect(try desk.differences() == [])
    }

    @Test(
        "the same command again is known, though its times moved on and somebody else sends it",
        arguments: [
            #"{"do":"assign","case":1,"to":"eva","note":"hers"}"#,
            #"{"do":"snooze","case":1,"until":"2026-03-01T00:00:00Z"}"#,
            #"{"do":"reply","case":1,"text":"hi","visibility":"public","purpose":"help"}"#,
            #"{"do":"capture","channel":"twitter","id":"9","author":"eva","text":"a"}"#,
            #"{"do":"offer-survey","person":1,"instrument":"NPS"}"#,
            #"{"do":"link","person":1,"other":2,"basis":"given","reason":"said so"}"#,
        ])
    func same(_ line: String) throws {
        var later: String = line.replacing("2026-03-01", with: "2026-03-02")
        if !line.contains("capture") { later = later.dropLast() + #","actor":"leo","at":"2026-02-01T11:30:00Z"}"# }
        let first: String = later.replacing("11:30", with: "11:00").replacing("leo", with: "ana")
        #expect(try result(later, after: first) == "known")
    }

    @Test("tells what it stands for, and nothing is recorded")
    func told() throws {
        try desk.apply(#"{"do":"assign","case":1,"to":"eva","key":"k"}"#)
        let head: Int = try desk.log().count
        let applied = try desk.apply(#"{"do":"close","case":2,"key":"k"}"#)
        guard case .refused(let refusal) = applied[0].result else {
            Issue.record("\(applied[0])")
            return
        }
        #expect(
            refusal.description
                == "the key stands for another command, CaseAssigned on case 1, recorded at position 8; nothing was "
                + "recorded now: give this command a key of its own")
        #expect(try desk.log().count == head)
    }
}
