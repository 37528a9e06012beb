/// How much a fold holds in memory before it writes rows, and lets go.
package struct FoldLimits: Hashable, Sendable {
    /// Events folded between two writings of rows.
    package var eventsBetweenFlushes: Int
    /// Messages of cases kept from one writing to the next, about 100 bytes each.
    package var messagesKept: Int

    package init(eventsBetweenFlushes: Int = 50_000, messagesKept: Int = 300_000) {
        self.eventsBetweenFlushes = eventsBetweenFlushes
        self.messagesKept = messagesKept
    }
}
