package import CaseModel

/// What taking an import back did, or would do.
package struct RetractionReport: Sendable {
    /// The `ImportCompleted` that is taken back.
    package var imported: Position
    package var mapping: String
    package var sha256: String
    /// Cases and persons that nothing but their number is left of.
    package var cases: Int64 = 0
    package var persons: Int64 = 0
    /// Cases that stood before the import and are again what they were.
    package var restored: Int64 = 0
    /// Messages and accounts that may be taken in again.
    package var released: Int64 = 0
    /// The event that took it back.
    package var position: Position
    package var isDryRun: Bool
}
