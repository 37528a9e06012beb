package import CaseModel

/// What a command recorded.
package struct CommandReceipt: Sendable {
    /// The case it is about; nil for a message of ours that waits for the one it answers.
    package var number: CaseNumber?
    /// The positions of its events.
    package var positions: ClosedRange<Int64>
    package var types: [EventType]
    /// The version that the case has after it: what the next command may expect.
    package var version: Int64?
    /// What it changed in the state of the case.
    package var changes: [AuditTrail.Change]
    /// Whether the same command had been recorded before under its key, so that nothing was recorded now.
    package var wasKnown = false
    /// What the customer is told to name the case by, where a message of theirs was taken in.
    package var tracking: String?
}
