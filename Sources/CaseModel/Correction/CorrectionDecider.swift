internal import JSON

/// Decides correcting an event that says something wrong. Pure. The original stays and is shown; from the correction on
/// the corrected fields hold wherever its stream is folded.
package enum CorrectionDecider {
    /// One field and its right value, as a person types them: JSON, a word, a time, or words with commas between.
    package struct Setting: Hashable, Sendable {
        package var field: String
        package var text: String

        package init(_ field: String, _ text: String) {
            self.field = field
            self.text = text
        }
    }

    /// - Parameters:
    ///   - recorded: the event as it holds, earlier corrections included.
    ///   - owner: whose content the reason is.
    package static func correct(
        _ recorded: RecordedEvent, _ settings: [Setting], reason: String?, owner: PersonNumber?,
        _ context: CommandContext
    ) throws(Refusal) -> Decision {
        let allowed: [String] = recorded.event.type.correctableFields
        let name: String = recorded.event.type.rawValue
        guard !allowed.isEmpty else {
            throw Refusal(
                .notCorrectable, nil,
                "nothing of a \(name) can be corrected, since others hold on to what it says; "
                    + "record what is right, or take it back")
        }
        guard !settings.isEmpty else {
            throw Refusal(.nothingChanged, nil, "say what is right with --set field=value")
        }
        var corrected: RecordedEvent = recorded
        var correction = EventCorrected(event: recorded.position, fields: [], values: [])
        for setting in settings {
            guard allowed.contains(setting.field), !correction.fields.contains(setting.field) else {
                throw Refusal(
                    .notCorrectable, nil,
                    "of a \(name) one can correct, once each: \(allowed.joined(separator: ", "))")
            }
            let value: String = try value(of: setting, in: &corrected)
            correction.fields.append(setting.field)
            correction.values.append(value)
        }
        // What was out of order before, as an import may have brought it, is no fault of the correction.
        if let refusal = corrected.event.brokenInvariant(at: recorded.occurredAt),
            recorded.event.brokenInvariant(at: recorded.occurredAt)?.code != refusal.code
        {
            throw refusal
        }
        guard corrected.event != recorded.event else {
            throw Refusal(
                .nothingChanged, nil, "the event at position \(recorded.position) says so already; nothing to record")
        }
        let content = Content(note: reason, override: context.override)
        return Decision(
            recorded.stream, .eventCorrected(correction), at: context.at, content: content.isEmpty ? nil : content,
            owner: owner, rule: context.rule)
    }

    /// The first reading of a typed value that the event's type takes, as JSON text; the event then says it.
    private static func value(
        of setting: Setting, in corrected: inout RecordedEvent
    ) throws(Refusal) -> String {
        for text in readings(of: setting.text) {
            var tried: RecordedEvent = corrected
            let correction = EventCorrected(event: corrected.position, fields: [setting.field], values: [text])
            do { try tried.apply(correction) } catch { continue }
            // A field of the wrong type may pass for one that is missing: what was set must be there.
            guard text == "null" || tried.text(of: setting.field) != nil else { continue }
            corrected = tried
            return text
        }
        throw Refusal(
            .badValue, nil,
            "that is no value for \(setting.field) of a \(corrected.event.type.rawValue); "
                + "`cmcase log --after \(corrected.position.rawValue - 1) --limit 1` shows what it says")
    }

    private static func readings(of text: String) -> [String] {
        func json(_ value: JSONValue) -> String {
            var writer = JSONWriter()
            writer.value(value)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        var readings: [String] = []
        if let value = try? JSONValue.parse(Array(text.utf8)), value.objectValue == nil { readings.append(json(value)) }
        // The log keeps no free text: what is longer than a name is none.
        guard text.utf8.count <= 128,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return readings }
        readings.append(json(.string(text)))
        if let time = TimeText.parse(rfc3339: text) { readings.append("\(time.microseconds)") }
        let parts: [JSONValue] = text.split(separator: ",").map { .string(String($0)) }
        readings.append(json(.array(parts)))
        return readings
    }
}
