package import CaseModel
internal import EventStore

extension CaseDesk {
    /// How many events are read on one view of the store: a long one would keep the journal from being emptied.
    private static let eventsPerPage: Int64 = 500

    /// The newest position of the log.
    package func head() throws -> Position {
        try read { Position(try store.end().position) }
    }

    /// Calls `body` with events of the log in order, and with new ones as they are recorded, until it or `pause` returns
    /// false.
    ///
    /// - Parameter pause: waits before the log is looked at again; called whenever all of it was read.
    package func followLog(
        _ query: LogQuery, withContent: Bool, pause: () -> Bool, _ body: (LogEntry) throws -> Bool
    ) throws {
        var page: LogQuery = query
        page.limit = nil
        while true {
            let head: Int64 = try head().rawValue
            while page.after.rawValue < head {
                // Where events are missing, their positions are passed by at once.
                let next: Int64? = try read { try store.nextPosition(after: page.after.rawValue) }
                page.after = Position(max(page.after.rawValue, (next ?? head) - 1))
                page.through = Position(min(head, page.after.rawValue + Self.eventsPerPage))
                // What was read is let go of before it is told: whoever prints it may be slow.
                var entries: [LogEntry] = []
                try forEachLogEntry(page, withContent: withContent) { entries.append($0) }
                for entry in entries {
                    guard try body(entry) else { return }
                }
                page.after = page.through
            }
            guard pause() else { return }
        }
    }
}
