import CaseModel
import JSON
import Testing

@Suite("Payloads in the log")
struct EventCodecTests {
    @Test("every type of event is pinned, under the name that the log knows")
    func everyTypeIsPinned() {
        #expect(Set(PinnedPayload.all.map(\.event.type)) == Set(EventType.allCases))
        #expect(Set(PinnedPayload.all.map(\.name)).count == EventType.allCases.count)
        for pinned in PinnedPayload.all { #expect(pinned.event.type.rawValue == pinned.name) }
    }

    @Test("an event is written as these bytes", arguments: PinnedPayload.all)
    func writesTheseBytes(pinned: PinnedPayload) {
        #expect(encoded(pinned.event) == pinned.json)
    }

    @Test("an event is read back from these bytes", arguments: PinnedPayload.all)
    func readsTheseBytes(pinned: PinnedPayload) throws {
        #expect(try decoded(pinned.event.type, pinned.json) == pinned.event)
    }

    @Test("a payload is decoded in one pass, in the order in which it is written", arguments: PinnedPayload.all)
    func readsInOneGo(pinned: PinnedPayload) throws {
        var goes = 0
        let bytes = Array(pinned.json.utf8)
        let event: Event = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try FieldReader.withFields(inOrderOf: UnsafeRawBufferPointer(bytes)) { reader throws(JSONError) in
                goes += 1
                return try EventCodec.decode(pinned.event.type, from: &reader)
            }
        }
        #expect(event == pinned.event)
        #expect(goes == 1)
    }

    @Test("the rule that advised an event stands last and changes nothing else", arguments: PinnedPayload.all)
    func carriesTheRule(pinned: PinnedPayload) throws {
        let json = encoded(pinned.event, rule: "T4.2")
        let comma = pinned.json == "{}" ? "" : ","
        #expect(json == pinned.json.dropLast() + comma + #""rule":"T4.2"}"#)
        #expect(try decoded(pinned.event.type, json) == pinned.event)
        #expect(try rule(in: json) == "T4.2")
        #expect(try rule(in: pinned.json) == nil)
    }

    @Test("a payload is flat, and no two fields share a name", arguments: PinnedPayload.all)
    func isFlat(pinned: PinnedPayload) throws {
        for field in try fields(of: pinned.json) {
            switch field.value {
            case .object: Issue.record("\(pinned.name).\(field.key) is an object")
            case .array(let elements): #expect(elements.allSatisfy(isScalar), "\(pinned.name).\(field.key)")
            default: break
            }
        }
    }

    @Test("no payload has a field of content or of the envelope, but for a policy's name", arguments: PinnedPayload.all)
    func holdsNoContent(pinned: PinnedPayload) throws {
        let content: Set = ["id", "author", "handle", "name", "text", "link", "note", "override"]
        let envelope: Set = ["rule", "type", "stream", "actor", "occurredAt", "recordedAt", "payload"]
        let isPolicy = ["PlaybookAdopted", "CalendarAdopted", "ServiceLevelAdopted", "TaxonomyAdopted"]
            .contains(pinned.name)
        let keys = Set(try fields(of: pinned.json).map(\.key)).subtracting(isPolicy ? ["name"] : [])
        #expect(keys.isDisjoint(with: content.union(envelope)))
    }

    @Test("a payload that lacks a field is refused by the field's name")
    func namesTheMissingField() {
        let error = #expect(throws: JSONError.self) { try decoded(.caseEscalated, #"{"to":"legal"}"#) }
        #expect(error?.code == .missingField)
        #expect(error?.field == "level")
    }

    @Test(
        "a key of a split that is not 32 lower-case hexadecimal digits is refused",
        arguments: ["", "a1", "0123456789ABCDEFFEDCBA9876543210", "0123456789abcdeffedcba98765432100"])
    func refusesKeys(text: String) {
        #expect(throws: JSONError(code: .malformed, offset: 0, field: "mentions")) {
            _ = try decoded(.caseSplit, #"{"into":20,"from":3,"mentions":["\#(text)"]}"#)
        }
    }

    @Test("the raw values of the enumerations never change")
    func namesOfClosedSets() {
        #expect(names(Priority.self) == ["low", "normal", "high", "urgent"])
        #expect(names(InvestigationSource.self) == ["public-profile", "own-history"])
        #expect(names(Forecast.self) == ["favourable", "unfavourable", "unknown"])
        #expect(names(Waker.self) == ["time", "reply", "person"])
        #expect(names(LinkBasis.self) == ["given", "opt-in", "public-cross-link", "operator"])
        #expect(names(AuthorAssessment.self) == ["customer", "unknown", "suspected-troll", "troll", "spammer"])
        #expect(names(SurveyInstrument.self) == ["NPS", "CSAT", "CES"])
        #expect(names(Stance.self) == ["detractor", "passive", "promoter", "unknown"])
        #expect(
            names(EvidenceKind.self)
                == ["survey", "public-recommendation", "unsolicited-praise", "thanks", "new-complaint"])
        #expect(names(ErasureScope.self) == ["everything", "messages"])
        #expect(names(AccountEnd.self) == ["deleted", "suspended", "unknown"])
        #expect(names(Origin.self) == ["imported", "live"])
        #expect(names(Direction.self) == ["theirs", "ours"])
        #expect(names(Visibility.self) == ["public", "private"])
        #expect(names(MentionKind.self) == ["post", "reply", "review", "direct", "repost"])
        #expect(names(Polarity.self) == ["positive", "complaint", "question", "neutral", "spam"])
        #expect(names(Target.self) == ["product", "brand"])
        #expect(names(Severity.self) == ["low", "medium", "high", "critical"])
        #expect(names(ClassificationMethod.self) == ["human", "rule", "model", "import"])
        #expect(names(Withdrawer.self) == ["author", "network", "house"])
        #expect(
            names(ReplyPurpose.self)
                == ["thank", "engage", "acknowledge", "help", "guide", "clarify", "explain", "apologise", "close"])
        #expect(names(Outcome.self) == ["favourable", "unfavourable"])
        #expect(names(Solved.self) == ["yes", "partly", "no"])
        #expect(names(Confirmation.self) == ["customer", "agent", "silence"])
        #expect(names(DismissalGround.self) == ["troll", "spam", "duplicate", "off-topic"])
        #expect(names(ReopeningTrigger.self) == ["mention", "person", "decision", "follow-up"])
        #expect(names(FollowUpPurpose.self) == ["recurrence", "evolution"])
        #expect(names(FollowUpFinding.self) == ["quiet", "recurrence", "improved", "worse"])
    }
}

private func encoded(_ event: Event, rule: String? = nil) -> String {
    var writer = JSONWriter()
    EventCodec.encode(event, rule: rule, into: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
}

private func decoded(_ type: EventType, _ json: String) throws -> Event {
    try Array(json.utf8).withUnsafeBytes { try EventCodec.decode(type, $0) }
}

private func rule(in json: String) throws -> String? {
    try Array(json.utf8).withUnsafeBytes { try EventCodec.rule(in: $0) }
}

/// The fields as the strict reader finds them, which refuses a key that stands twice.
private func fields(of json: String) throws -> [JSONObject.Member] {
    guard case .object(let object) = try JSONValue.parse(Array(json.utf8)) else {
        Issue.record("no object: \(json)")
        return []
    }
    return Array(object)
}

private func isScalar(_ value: JSONValue) -> Bool {
    switch value {
    case .object, .array: false
    default: true
    }
}

private func names<E: RawRepresentable<String> & CaseIterable>(_ type: E.Type) -> [String] {
    type.allCases.map(\.rawValue)
}
