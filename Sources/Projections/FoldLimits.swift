/// How much a fold holds in memory before it writes rows, and lets go.
package struct FoldLimits: Hashable, Sendable {
    /// Events folded between two writings of rows.
    package var eventsBetweenFlushes: Int
    /// Messages of cases kept from one writing to the next, about 100 bytes each.
    package var messagesKept: Int

    /// The events from which on a rebuild takes a second core and a second connection.
    package var worthASecondCore: Int64

    package init(
        eventsBetweenFlushes: Int = 50_000, messagesKept: Int = 300_000, worthASecondCore: Int64 = 10_000
    ) {
        self.eventsBetweenFlushes = eventsBetweenFlushes
        self.messagesKept = messagesKept
        self.worthASecondCore = worthASecondCore
    }
}
