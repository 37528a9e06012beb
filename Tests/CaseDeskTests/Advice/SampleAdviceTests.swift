import CaseDesk
import CaseModel
import Foundation
import JSON
import Measures
import Playbook
import Testing

@Suite("The sample follows the advice that it names")
struct SampleAdviceTests {
    private static let sample =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Scripts/sample"

    @Test("each rule that a decision of the sample names led to the advice on its case at that moment")
    func rulesOfAdvice() throws {
        let desk = try TestDesk()
        desk.clock.advance(hours: 24 * 365)
        try desk.importFile(Self.sample + "/mentions.ndjson")
        let lines = try String(contentsOfFile: Self.sample + "/decisions.ndjson", encoding: .utf8)
        var named = 0
        for (index, line) in lines.split(separator: "\n").enumerated() {
            let decision: JSONValue = try JSONValue.parse(Array(line.utf8))
            if let rule = decision["rule"]?.stringValue {
                let moment: Timestamp = try #require(
                    decision["at"]?.stringValue.flatMap { TimeText.parse(rfc3339: $0) })
                let channel: String = try #require(decision["channel"]?.stringValue)
                let message: String = try #require(decision["message"]?.stringValue)
                let reference: CaseReference = try #require(CaseReference("\(channel):\(message)"))
                let (item, shelf) = try desk.desk.next(reference, now: moment)
                let playbook: Playbook = shelf.playbooks[item.advice.playbook].playbook
                let rules: [String] = item.advice.advice.flatMap { advice in
                    (advice.path.members + [advice.placedBy].compactMap(\.self)).map { playbook.rules[$0].id }
                }
                #expect(rules.contains(rule), "line \(index + 1)")
                named += 1
            }
            try desk.done(String(line))
        }
        #expect(named > 100)
        #expect(try desk.desk.conformanceReport(MeasureScope()).remarks.isEmpty)
    }
}
