package import CaseModel
internal import Intake
package import JSON

/// One message that a person takes in by hand, checked as every imported one is.
package enum CapturedMessage {
    /// Reads the fields of canonical NDJSON; the time is now where none is given. A judgement that doesn't say who made
    /// it is a human's: whoever takes the message in.
    ///
    /// - Throws: `Refusal` with `.malformed` that names the field and what it may be.
    package static func read(_ members: [JSONObject.Member], now: Timestamp) throws(Refusal) -> SourceMessage {
        var members: [JSONObject.Member] = members
        if !members.contains(where: { $0.key == "time" }) {
            members.append(JSONObject.Member(key: "time", value: .string(TimeText.format(now))))
        }
        var writer = JSONWriter()
        writer.beginObject()
        for member in members {
            writer.key(member.key)
            writer.flat(member.value)
        }
        writer.endObject()
        var message: SourceMessage = try parse(writer.bytes, now)
        let saysMethod: Bool = members.contains { member in
            guard member.key == "method", case .string(let method) = member.value else { return false }
            return !method.isEmpty
        }
        if !saysMethod { message.label?.method = .human }
        return message
    }

    private static func parse(_ bytes: [UInt8], _ now: Timestamp) throws(Refusal) -> SourceMessage {
        let parser: RecordParser
        do { parser = try RecordParser(mapping: .canonical, header: nil, options: IntakeOptions(now: now)) } catch {
            throw CommandFields.malformed("\(error)")
        }
        let result: Result<SourceMessage, Rejection> = bytes.withUnsafeBytes { bytes in
            parser.message(of: Record(bytes: bytes, number: 1, line: 1))
        }
        switch result {
        case .success(let message): return message
        case .failure(let rejection):
            throw CommandFields.malformed("\"\(rejection.column ?? "message")\": \(rejection.reason)")
        }
    }
}

extension JSONWriter {
    /// Writes a scalar or an array of scalars that was read; anything deeper as null, which no field takes.
    fileprivate mutating func flat(_ value: JSONValue) {
        switch value {
        case .null, .object: null()
        case .bool(let flag): boolean(flag)
        case .number:
            if let integer = value.int64Value { self.integer(integer) } else { number(value.doubleValue ?? 0) }
        case .string(let text): string(text)
        case .array(let values):
            beginArray()
            for value in values { flat(value) }
            endArray()
        }
    }
}
