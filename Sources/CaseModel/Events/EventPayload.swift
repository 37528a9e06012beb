package import JSON

/// The payload of one event type: flat JSON without personal data or free text, which are the event's `Content`.
package protocol EventPayload: Hashable, Sendable {
    static var type: EventType { get }
    /// Writes the fields into an object that is already open.
    func encode(to writer: inout JSONWriter)
    /// Reads the fields, in the order in which `encode` writes them.
    init(from reader: inout FieldReader) throws(JSONError)
}
