package import JSON

/// The store was restored from a backup; events recorded after the backup are missing.
package struct StoreRestored: EventPayload {
    package static var type: EventType { .storeRestored }

    /// The last event of the backup.
    package var backupPosition: Position
    /// A code.
    package var reason: String

    package init(backupPosition: Position, reason: String) {
        self.backupPosition = backupPosition
        self.reason = reason
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("backupPosition", backupPosition)
        writer.field("reason", reason)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        backupPosition = try reader.position("backupPosition")
        reason = try reader.string("reason")
    }
}
