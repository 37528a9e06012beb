package import JSON

/// An event of the log with its corrections applied.
package struct RecordedEvent: Sendable {
    package var position: Position
    package var stream: StreamName
    package var occurredAt: Timestamp
    package var event: Event
    /// The payload in the current schema version.
    package var payload: [UInt8]

    package init(
        position: Position, stream: StreamName, occurredAt: Timestamp, event: Event, payload: [UInt8]
    ) {
        self.position = position
        self.stream = stream
        self.occurredAt = occurredAt
        self.event = event
        self.payload = payload
    }

    /// Replaces the corrected fields. O(bytes).
    ///
    /// - Throws: `JSONError` if the result is no payload of the event's type.
    package mutating func apply(_ correction: EventCorrected) throws(JSONError) {
        var values: [String: JSONValue] = [:]
        for (field, text) in zip(correction.fields, correction.values) {
            values[field] = try JSONValue.parse(Array(text.utf8))
        }
        var members: [JSONObject.Member] = []
        for member in try JSONValue.parse(payload).objectValue ?? JSONObject() {
            let value: JSONValue = values.removeValue(forKey: member.key) ?? member.value
            members.append(JSONObject.Member(key: member.key, value: value))
        }
        for field in correction.fields {
            if let value = values.removeValue(forKey: field) {
                members.append(JSONObject.Member(key: field, value: value))
            }
        }
        var writer = JSONWriter()
        writer.value(.object(JSONObject(members.filter { !$0.value.isNull })))
        let bytes: [UInt8] = writer.bytes
        let type: EventType = event.type
        event = try FieldReader.withFields(of: bytes) { fields throws(JSONError) in
            try EventCodec.decode(type, from: &fields)
        }
        payload = bytes
    }

    /// A payload field as JSON text; nil if it is absent.
    package func text(of field: String) -> String? {
        guard let value = (try? JSONValue.parse(payload))?[field] else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
