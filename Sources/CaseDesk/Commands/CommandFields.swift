internal import CaseModel
internal import JSON

/// The fields of a command's line, read one by one; what nobody read is refused in the end.
struct CommandFields {
    let object: JSONObject
    var read: Set<String> = []

    init(_ value: JSONValue) throws(Refusal) {
        guard let object = value.objectValue else { throw Self.malformed("a line is one JSON object") }
        self.object = object
    }

    static func malformed(_ sentence: String) -> Refusal { Refusal(.malformed, nil, sentence) }

    mutating func refuseUnread() throws(Refusal) {
        for member in object where !read.contains(member.key) {
            let name: String =
                member.key.utf8.count <= 40 ? "\"\(member.key)\"" : "a key of \(member.key.utf8.count) bytes"
            let fields: String? = object["do"]?.stringValue.flatMap { LineVocabulary.fields(of: $0) }
            throw Self.malformed(
                "\(name) is no field of this command; leave it out or mend its spelling"
                    + (fields.map { ": it takes \($0)" } ?? ""))
        }
    }

    mutating func value(at key: String) -> JSONValue? {
        read.insert(key)
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    mutating func optionalString(_ key: String) throws(Refusal) -> String? {
        guard let value = value(at: key) else { return nil }
        guard let text = value.stringValue else { throw Self.malformed("\"\(key)\" is a text in quotes") }
        return text
    }

    /// Why, in words that stay in the house: every command takes it as `note`, those that ask for a reason as `reason`.
    mutating func why() throws(Refusal) -> String? {
        let note: String? = try optionalString("note")
        let reason: String? = try optionalString("reason")
        if note != nil, reason != nil {
            throw Self.malformed("\"note\" and \"reason\" say the same thing; give one of them")
        }
        return note ?? reason
    }

    mutating func string(_ key: String) throws(Refusal) -> String {
        guard let text = try optionalString(key) else { throw Self.malformed("\"\(key)\" is missing") }
        return text
    }

    mutating func integer(_ key: String) throws(Refusal) -> Int64? {
        guard let value = value(at: key) else { return nil }
        guard let number = value.int64Value else { throw Self.malformed("\"\(key)\" is a whole number") }
        return number
    }

    mutating func bool(_ key: String) throws(Refusal) -> Bool? {
        guard let value = value(at: key) else { return nil }
        guard let flag = value.boolValue else { throw Self.malformed("\"\(key)\" is true or false") }
        return flag
    }

    mutating func time(_ key: String) throws(Refusal) -> Timestamp? {
        guard let text = try optionalString(key) else { return nil }
        guard let time = TimeText.parse(rfc3339: text) else {
            throw Self.malformed("\"\(key)\" is a time with its offset, as in 2026-03-02T10:15:00+01:00")
        }
        return time
    }

    mutating func actor(_ key: String) throws(Refusal) -> Actor? {
        guard let text = try optionalString(key) else { return nil }
        guard let actor = Actor(text) else {
            throw Self.malformed("\"\(key)\" is a name of at most 64 bytes, as in ana or rule:triage")
        }
        return actor
    }

    /// A closed vocabulary's word.
    mutating func value<E: RawRepresentable<String> & CaseIterable>(_ key: String) throws(Refusal) -> E {
        guard let value: E = try optionalValue(key) else {
            throw Self.malformed("\"\(key)\" is missing; it is one of \(Self.words(E.self))")
        }
        return value
    }

    mutating func optionalValue<E: RawRepresentable<String> & CaseIterable>(_ key: String) throws(Refusal) -> E? {
        guard let text = try optionalString(key) else { return nil }
        guard let value = E(rawValue: text) else {
            throw Self.malformed("\"\(key)\" is one of \(Self.words(E.self))")
        }
        return value
    }

    mutating func values<E: RawRepresentable<String> & CaseIterable>(_ key: String) throws(Refusal) -> [E] {
        var values: [E] = []
        for word in try strings(key) {
            guard let value = E(rawValue: word) else {
                throw Self.malformed("\"\(key)\" holds words of \(Self.words(E.self))")
            }
            values.append(value)
        }
        return values
    }

    private static func words<E: RawRepresentable<String> & CaseIterable>(_: E.Type) -> String {
        E.allCases.map(\.rawValue).joined(separator: ", ")
    }

    mutating func strings(_ key: String) throws(Refusal) -> [String] {
        guard let value = value(at: key) else { return [] }
        guard let array = value.arrayValue else { throw Self.malformed("\"\(key)\" is a list in brackets") }
        var texts: [String] = []
        for element in array {
            guard let text = element.stringValue else {
                throw Self.malformed("\"\(key)\" is a list of texts in quotes")
            }
            texts.append(text)
        }
        return texts
    }

    mutating func caseReference(_ key: String) throws(Refusal) -> CaseReference? {
        guard let value = value(at: key) else { return nil }
        let text: String? = value.stringValue ?? value.int64Value.map { "\($0)" }
        guard let text, let reference = CaseReference(text) else {
            throw Self.malformed("\"\(key)\" is a case's number, its tracking code, or channel:message")
        }
        return reference
    }

    mutating func message(_ channel: String, _ id: String) throws(Refusal) -> (Channel, String)? {
        let name: String? = try optionalString(channel)
        guard let id = try optionalString(id) else { return nil }
        guard let name else { throw Self.malformed("\"\(channel)\" is missing: on which channel the message stands") }
        return (Channel(name.lowercased()), id)
    }
}
