import CaseModel
import JSON
import Testing

@Suite("Correcting an event")
struct CorrectionDeciderTests {
    private static let captured = Event.mentionCaptured(
        MentionCaptured(
            key: key(1), parent: nil, edit: nil, channel: Channel("twitter"), brand: nil, visibility: .isPublic,
            kind: .post, language: "en", reach: 5))
    private static let complaint = Event.mentionClassified(
        MentionClassified(mention: key(1), label: .complaint(.product)))

    private func recorded(_ event: Event) -> RecordedEvent {
        var writer = JSONWriter()
        EventCodec.encode(event, rule: "T1.1", into: &writer)
        return RecordedEvent(
            position: Position(40), stream: .case(seven), occurredAt: minute(10), event: event, payload: writer.bytes)
    }

    private func correct(_ event: Event, _ settings: (String, String)...) throws(Refusal) -> Decision {
        try CorrectionDecider.correct(
            recorded(event), settings.map { CorrectionDecider.Setting($0.0, $0.1) }, reason: "mistyped", owner: ana,
            CommandContext(at: minute(500)))
    }

    private func code(_ event: Event, _ settings: (String, String)...) -> Refusal.Code? {
        do throws(Refusal) {
            _ = try CorrectionDecider.correct(
                recorded(event), settings.map { CorrectionDecider.Setting($0.0, $0.1) }, reason: nil, owner: ana,
                CommandContext(at: minute(500)))
            return nil
        } catch {
            return error.code
        }
    }

    @Test("a correction names the event, the fields and their right values, in the event's own stream")
    func decided() throws {
        expectSame(
            try correct(Self.complaint, ("polarity", "question"), ("targets", "[]")),
            Decision(
                .case(seven),
                .eventCorrected(
                    EventCorrected(
                        event: Position(40), fields: ["polarity", "targets"], values: [#""question""#, "[]"])),
                at: minute(500), content: Content(note: "mistyped"), owner: ana))
    }

    @Test(
        "a value is read as what the field holds: a word, a number, a list, a time, or nothing",
        arguments: [
            (captured, "language", "es", #""es""#), (captured, "language", "null", "null"),
            (captured, "brand", "12", #""12""#), (captured, "reach", "12", "12"),
            (complaint, "targets", "product,brand", #"["product","brand"]"#),
            (complaint, "topics", "price", #"["price"]"#), (complaint, "confidence", "0.5", "0.5"),
            (scheduled(1, due: 60), "due", "2030-01-01T00:00:00Z", "1893456000000000"),
        ])
    func readings(event: Event, field: String, text: String, value: String) throws {
        let decision = try correct(event, (field, text))
        #expect(
            decision.event
                == .eventCorrected(EventCorrected(event: Position(40), fields: [field], values: [value])))
    }

    @Test("fields that other events refer to, and unknown fields, can't be corrected")
    func structural() {
        #expect(code(Self.captured, ("key", "00000000000000000000000000000002")) == .notCorrectable)
        #expect(code(Self.captured, ("parent", "null")) == .notCorrectable)
        #expect(code(Self.captured, ("colour", "red")) == .notCorrectable)
        #expect(code(Self.complaint, ("mention", "00")) == .notCorrectable)
        #expect(code(.caseClosed(CaseClosed()), ("reason", "x")) == .notCorrectable)
        #expect(
            code(
                .eventCorrected(EventCorrected(event: Position(1), fields: ["to"], values: ["1"])), ("values", "[]"))
                == .notCorrectable)
    }

    @Test("an invalid value is refused, and so is one that changes nothing")
    func badValue() {
        #expect(code(Self.captured, ("visibility", "secret")) == .badValue)
        #expect(code(Self.captured, ("visibility", "null")) == .badValue)
        #expect(code(Self.captured, ("reach", "many")) == .badValue)
        #expect(code(Self.captured, ("language", "en")) == .nothingChanged)
        #expect(code(Self.captured) == .nothingChanged)
        #expect(code(Self.captured, ("language", "es"), ("language", "fr")) == .notCorrectable)
    }

    @Test(
        "an event keeps its own invariants: a target for complaints alone, a confidence from 0 to 1, a score on scale")
    func invariants() {
        #expect(code(Self.complaint, ("polarity", "neutral")) == .targetsWithoutComplaint)
        #expect(code(Self.complaint, ("targets", "[]")) == .needsTarget)
        #expect(code(Self.complaint, ("confidence", "2")) == .badConfidence)
        #expect(code(Self.captured, ("reach", "-1")) == .badValue)
        #expect(code(Fact.escalated(at: 1).event, ("level", "5")) == .badLevel)
        #expect(code(scheduled(1, due: 60), ("due", "2020-01-01T00:00:00Z")) == .dueInThePast)
        #expect(code(Fact.answered(1, 9, at: 1).event, ("score", "11")) == .scoreOutOfScale)
        #expect(code(Fact.assessed(.customer, until: nil, at: 1).event, ("assessment", "troll")) == .notCorrectable)
    }

    private static let long = String(repeating: "a", count: 129)
    private static let assigned = Event.caseAssigned(CaseAssigned(to: "ana"))
    private static let problem = Event.problemIdentified(ProblemIdentified(cause: "late", product: nil, severity: nil))
    private static let assessed = Event.complaintAssessed(ComplaintAssessed(founded: true, grounds: [], signals: []))

    /// What no command would record: an event, its field, and what is typed for it.
    private static let unfit: [(Event, String, String)] = {
        var unfit: [(Event, String, String)] = [(assigned, "to", "\"\""), (assigned, "to", long)]
        unfit.append((assigned, "to", "\"a\\nb\""))
        unfit.append((Fact.escalated(at: 1).event, "to", "\"\""))
        unfit.append((captured, "brand", "\"" + long + "\""))
        unfit.append((captured, "brand", "\"\""))
        unfit.append((captured, "language", "what they wrote to us"))
        unfit.append((complaint, "topics", "[\"" + long + "\"]"))
        unfit.append((complaint, "topics", "[\"a\\u0000b\"]"))
        unfit.append((problem, "cause", "Ana is ill"))
        unfit.append((problem, "product", long))
        unfit.append((.outcomeForecast(OutcomeForecast(forecast: .favourable, basis: nil)), "basis", "she told me so"))
        unfit.append((assessed, "grounds", "Ana Perez lives there"))
        unfit.append((assessed, "signals", "[\"A b\"]"))
        unfit.append((.authorInvestigated(AuthorInvestigated(sources: [.ownHistory])), "sources", "[]"))
        unfit.append((.planExplained(PlanExplained(by: nil)), "by", "2020-01-01T00:00:00Z"))
        unfit.append((scheduled(1, due: 60), "due", "9223372036854775807"))
        return unfit
    }()

    @Test(
        "nothing gets into the log by a correction that the command itself would refuse: sentences, empty and overlong names",
        arguments: unfit)
    func names(event: Event, field: String, text: String) {
        #expect(code(event, (field, text)) != nil)
    }

    @Test("a later correction builds on an earlier one; other fields stay, and so does the rule")
    func twice() throws {
        var event: RecordedEvent = recorded(Self.complaint)
        try event.apply(EventCorrected(event: Position(40), fields: ["topics"], values: [#"["price"]"#]))
        try event.apply(EventCorrected(event: Position(40), fields: ["severity"], values: [#""high""#]))
        #expect(
            event.event
                == .mentionClassified(
                    MentionClassified(
                        mention: key(1),
                        label: Label(
                            polarity: .complaint, targets: .product, topics: [Topic("price")], severity: .high,
                            method: .human))))
        #expect(try event.payload.withUnsafeBytes { try EventCodec.rule(in: $0) } == "T1.1")
    }

    @Test("every field that can be corrected is one that its event has", arguments: PinnedPayload.all)
    func fieldsAreThere(pinned: PinnedPayload) throws {
        let event: RecordedEvent = recorded(pinned.event)
        for field in pinned.event.type.correctableFields {
            var corrected = event
            // A value that no field takes is refused wherever the field is read at all.
            let nonsense = EventCorrected(event: Position(40), fields: [field], values: [#"{"no":"value"}"#])
            #expect(throws: JSONError.self, "\(pinned.event.type.rawValue) \(field)") { try corrected.apply(nonsense) }
        }
    }
}
