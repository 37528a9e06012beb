import CaseModel
import Testing

@Suite("Classifying a mention")
struct ClassificationTests {
    @Test("the newest mention is judged where none is named, whatever arrived last")
    func judgesTheNewest() {
        Given(.mention(2, at: 20), .mention(1, at: 10))
            .when(.classify(mention: nil, .praise), at: 30)
            .then(.mentionClassified(MentionClassified(mention: key(2), label: .praise)))
            .leaves(.evaluating)
    }

    @Test("a later judgement supersedes, also with less confidence")
    func supersedes() {
        let doubtful = Label(polarity: .question, confidence: 0.2, method: .human)
        let then = Given(.mention(1, at: 10), .judged(1, .complaint(.product), at: 11))
            .when(.classify(mention: key(1), doubtful), at: 30)
            .then(.mentionClassified(MentionClassified(mention: key(1), label: doubtful)))
        #expect(then.after.mention(key(1))?.label == doubtful)
        #expect(then.after.complainedAbout == [])
    }

    @Test("a judgement is recorded in the stream that holds the mention")
    func goesHome() {
        let then = Given(.mention(1, at: 10))
            .absorbing(Given(number: CaseNumber(8), .mention(2, at: 20)))
            .when(.classify(mention: key(2), .praise), home: { $0 == key(2) ? CaseNumber(8) : nil })
            .then(.mentionClassified(MentionClassified(mention: key(2), label: .praise)))
        #expect(then.decisions.map(\.stream) == [.case(CaseNumber(8))])
    }

    @Test("the rule that advised it and the reason for an override go along")
    func carriesRuleAndOverride() {
        let then = Given(.mention(1, at: 10))
            .when(.classify(mention: nil, .praise), at: 30, rule: "T1.2", override: "irony")
            .then(.mentionClassified(MentionClassified(mention: key(1), label: .praise)))
        #expect(
            then.decisions == [
                Decision(
                    .case(seven), .mentionClassified(MentionClassified(mention: key(1), label: .praise)),
                    at: minute(30),
                    content: Content(override: "irony"), owner: ana, rule: "T1.2")
            ])
    }

    @Test("a mention that the case doesn't hold is not judged, nor is another in its place")
    func refusesUnknownMentions() {
        Given(.mention(1, at: 10)).when(.classify(mention: key(9), .praise)).thenRefused(
            .noSuchMention, "case 7 holds no such mention; `cmcase case show 7` lists its mentions")
        Given().when(.classify(mention: nil, .praise)).thenRefused(.noSuchMention)
    }

    @Test("a complaint has a target, and only a complaint has")
    func targets() {
        Given(.mention(1, at: 10)).when(.classify(mention: nil, .complaint([]))).thenRefused(
            .needsTarget, "a complaint has a target: product, brand or both; say which with targets")
        for polarity in Polarity.allCases where polarity != .complaint {
            Given(.mention(1, at: 10))
                .when(.classify(mention: nil, Label(polarity: polarity, targets: .brand, method: .human)))
                .thenRefused(.targetsWithoutComplaint)
        }
    }

    @Test("a confidence lies between 0 and 1", arguments: [-0.01, 1.01, .nan, .infinity, -.infinity])
    func confidence(_ confidence: Double) {
        Given(.mention(1, at: 10))
            .when(.classify(mention: nil, Label(polarity: .positive, confidence: confidence, method: .human)))
            .thenRefused(.badConfidence)
    }

    @Test("a confidence of exactly 0 or 1 is one", arguments: [0.0, 1.0])
    func confidenceLimits(_ confidence: Double) {
        let label = Label(polarity: .positive, confidence: confidence, method: .human)
        Given(.mention(1, at: 10)).when(.classify(mention: nil, label))
            .then(.mentionClassified(MentionClassified(mention: key(1), label: label)))
    }

    @Test("the same judgement again is not recorded")
    func nothingChanged() {
        Given(.mention(1, at: 10), .judged(1, .praise, at: 11)).when(.classify(mention: nil, .praise))
            .thenRefused(.nothingChanged)
    }

    @Test("a closed case is not judged anew, a resolved or dismissed one may be")
    func closed() {
        let event = Event.mentionClassified(MentionClassified(mention: key(1), label: .praise))
        Given(.mention(1, at: 10), .closed(at: 20)).when(.classify(mention: nil, .praise))
            .thenRefused(.closed, "case 7 is closed; reopen it first")
        Given(.mention(1, at: 10), .resolved(at: 20)).when(.classify(mention: nil, .praise)).then(event)
        Given(.mention(1, at: 10), .dismissed(.troll, at: 20)).when(.classify(mention: nil, .praise)).then(event)
    }

    @Test("nothing is judged before the case began")
    func beforeTheCase() {
        Given(.mention(1, at: 10)).when(.classify(mention: nil, .praise), at: 9).thenRefused(
            .beforeTheCase, "case 7 begins after the time given; name a later time with --at, or leave it out")
        Given(.mention(1, at: 10)).when(.classify(mention: nil, .praise), at: 10)
            .then(.mentionClassified(MentionClassified(mention: key(1), label: .praise)))
    }
}
