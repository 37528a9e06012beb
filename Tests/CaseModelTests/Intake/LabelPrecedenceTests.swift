import CaseModel
import Testing

@Suite("Precedence of a source's labels")
struct LabelPrecedenceTests {
    private func label(
        _ polarity: Polarity, _ confidence: Double = 0.5, targets: TargetSet = [], topics: [String] = [],
        severity: Severity? = nil, _ method: ClassificationMethod = .imported, version: String? = nil
    ) -> Label {
        Label(
            polarity: polarity, targets: targets, topics: topics.map(Topic.init), severity: severity,
            confidence: confidence, method: method, methodVersion: version)
    }

    @Test("any label precedes none")
    func overNone() {
        #expect(IntakeDecider.label(label(.spam, 0), beats: nil))
    }

    @Test("the more confident label precedes")
    func confident() {
        expect(label(.spam, 0.6), over: label(.complaint, 0.5, targets: .brand))
        expect(label(.spam, 0.6, .model), over: label(.complaint, 0.5, targets: .brand, .imported))
        expect(label(.spam, 0.6, .imported), over: label(.complaint, 0.5, targets: .brand, .model))
    }

    @Test("with equal confidence the alphabetically first label precedes")
    func alphabetical() {
        expect(label(.complaint, targets: .product), over: label(.neutral))
        expect(label(.neutral), over: label(.positive))
        expect(label(.complaint, targets: .brand), over: label(.complaint, targets: .product))
        expect(label(.positive, topics: ["delivery"]), over: label(.positive, topics: ["staff"]))
        expect(label(.positive, topics: ["Zoo"]), over: label(.positive, topics: ["app"]))
    }

    @Test("different labels are never equal, so that the order of arrival doesn't matter")
    func total() {
        let labels: [Label] = [
            label(.complaint, targets: .brand), label(.complaint, targets: [.brand, .product]),
            label(.complaint, targets: .brand, topics: ["product"]), label(.complaint, targets: .product),
            label(.positive), label(.positive, topics: ["a"]), label(.positive, topics: ["a", "b"]),
            label(.positive, topics: ["b", "a"]), label(.positive, severity: .low), label(.positive, severity: .high),
            label(.positive, 0.5, .model), label(.positive, 0.5, .rule),
            label(.positive, 0.5, .rule, version: "2"),
            label(.positive, topics: ["low"]), label(.positive, 0.4),
        ]
        for (index, a) in labels.enumerated() {
            #expect(!IntakeDecider.label(a, beats: a))
            for b in labels.dropFirst(index + 1) {
                #expect(IntakeDecider.label(a, beats: b) != IntakeDecider.label(b, beats: a), "\(a) \(b)")
            }
        }
    }

    @Test("a label by one of us is never replaced by a source", arguments: ClassificationMethod.allCases)
    func human(_ method: ClassificationMethod) {
        #expect(!IntakeDecider.label(label(.complaint, 1, targets: .brand, method), beats: label(.spam, 0, .human)))
    }

    private func expect(_ winner: Label, over loser: Label, _ location: SourceLocation = #_sourceLocation) {
        #expect(IntakeDecider.label(winner, beats: loser), sourceLocation: location)
        #expect(!IntakeDecider.label(loser, beats: winner), sourceLocation: location)
    }
}
