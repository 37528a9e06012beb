internal import JSON

/// Decides correcting fields of an event. Pure. The original event stays in the log; folds use the corrected fields.
package enum CorrectionDecider {
    /// A field and its corrected value as typed: JSON, a word, a time or a comma-separated list.
    package struct Setting: Hashable, Sendable {
        package var field: String
        package var text: String

        package init(_ field: String, _ text: String) {
            self.field = field
            self.text = text
        }
    }

    /// Corrects an event.
    ///
    /// - Parameters:
    ///   - recorded: the event with its earlier corrections applied.
    ///   - owner: whose content the reason is.
    /// - Throws: `Refusal` if the field can't be corrected, the value doesn't fit, or nothing would change.
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
        // An invariant that the recorded event broke already, as imported ones may, doesn't refuse its correction.
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
            recorded.stream, .eventCorrected(correction), at: context.at, content: content,
            owner: owner, rule: context.rule)
    }

    /// The JSON text of a typed value: the first interpretation that the field accepts. `corrected` then has that
    /// value.
    private static func value(
        of setting: Setting, in corrected: inout RecordedEvent
    ) throws(Refusal) -> String {
        for text in readings(of: setting.text) {
            var tried: RecordedEvent = corrected
            let correction = EventCorrected(event: corrected.position, fields: [setting.field], values: [text])
            do { try tried.apply(correction) } catch { continue }
            // An optional field of the wrong type decodes as nil: make sure that the value is there.
            guard text == "null" || tried.text(of: setting.field) != nil else { continue }
            corrected = tried
            return text
        }
        throw Refusal(
            .badValue, nil,
            "that is no value for \(setting.field) of a \(corrected.event.type.rawValue); "
                + "`cmcase log --after \(corrected.position.rawValue - 1) --limit 1` shows what it says")
    }

    /// The possible interpretations as JSON texts, in order of preference.
    private static func readings(of text: String) -> [String] {
        func json(_ value: JSONValue) -> String {
            var writer = JSONWriter()
            writer.value(value)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        var readings: [String] = []
        if let value = try? JSONValue.parse(Array(text.utf8)), value.objectValue == nil { readings.append(json(value)) }
        // The log holds no free text, so only short texts qualify as strings.
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
