/// Memory limits of a fold.
package struct FoldLimits: Hashable, Sendable {
    /// Events folded between two flushes.
    package var eventsBetweenFlushes: Int
    /// Messages of cases kept in memory after a flush, about 100 bytes each.
    package var messagesKept: Int

    /// The number of events from which a rebuild uses background threads.
    package var worthASecondCore: Int64

    package init(
        eventsBetweenFlushes: Int = 50_000, messagesKept: Int = 300_000, worthASecondCore: Int64 = 10_000
    ) {
        self.eventsBetweenFlushes = eventsBetweenFlushes
        self.messagesKept = messagesKept
        self.worthASecondCore = worthASecondCore
    }
}
