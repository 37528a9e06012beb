package import JSON

/// What one type of event says beyond the columns every event has.
///
/// A payload is flat JSON without personal data and without free text; those are the event's `Content`.
package protocol EventPayload: Hashable, Sendable {
    /// The stable name and present schema version.
    static var type: EventType { get }
    /// Writes the fields into an object that is already begun.
    func encode(to writer: inout JSONWriter)
    /// Reads the fields, in the order in which `encode` writes them.
    init(from reader: inout FieldReader) throws(JSONError)
}
