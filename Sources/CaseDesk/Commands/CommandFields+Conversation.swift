internal import CaseModel
internal import JSON

/// What lines about messages say.
extension CommandFields {
    /// The fields of one message to take in, as canonical NDJSON names them; `at` may stand for `time`.
    mutating func capturedMessage(now: Timestamp) throws(Refusal) -> SourceMessage {
        let ofTheCommand: Set<String> = [
            "do", "actor", "key", "rule", "override", "note", "reason", "expecting",
        ]
        let members: [JSONObject.Member] = object.filter { !ofTheCommand.contains($0.key) }.map { member in
            member.key == "at" ? JSONObject.Member(key: "time", value: member.value) : member
        }
        if Set(members.map(\.key)).count < members.count {
            throw Self.malformed("\"at\" and \"time\" say the same thing; give one of them")
        }
        return try CapturedMessage.read(members, now: now)
    }

    mutating func judgement(named name: String) throws(Refusal) -> CaseCommand? {
        switch name {
        case "classify": .classify(mention: nil, try label())
        case "move":
            .move(
                to: try value("to"), consent: try bool("consent") ?? false, note: try optionalString("note"))
        default: nil
        }
    }

    mutating func label() throws(Refusal) -> Label {
        var targets: TargetSet = []
        for word in try strings("targets") {
            guard let target = Target(rawValue: word) else {
                throw Self.malformed("\"targets\" holds product, brand or both of them")
            }
            targets.insert(TargetSet([target]))
        }
        let confidence: Double
        if let value = value(at: "confidence") {
            guard let number = value.doubleValue else { throw Self.malformed("\"confidence\" is a number from 0 to 1") }
            confidence = number
        } else {
            confidence = 1
        }
        return Label(
            polarity: try value("polarity"), targets: targets, topics: try strings("topics").map(Topic.init),
            severity: try optionalValue("severity"), confidence: confidence,
            method: try optionalValue("method") ?? .human, methodVersion: try optionalString("methodVersion"))
    }

    mutating func reply(
        on channel: Channel?, _ keyOfMessage: (Channel, String) -> SourceKey
    ) throws(Refusal) -> CaseCommand.Reply {
        let id: String? = try optionalString("id")
        if id != nil, channel == nil { throw Self.malformed("\"id\" wants \"channel\": where the reply stands") }
        var key: SourceKey?
        if let id, let channel { key = keyOfMessage(channel, id) }
        return CaseCommand.Reply(
            text: try string("text"), visibility: try value("visibility"), purpose: try value("purpose"), key: key,
            id: id)
    }
}
