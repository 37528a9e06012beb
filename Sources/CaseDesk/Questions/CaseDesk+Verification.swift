package import EventStore

extension CaseDesk {
    /// Compares every event with its leaf hash and every content with its event's commitment. Changes nothing.
    ///
    /// O(bytes of the log), in memory that doesn't grow with it; reads neither projections nor policies.
    package func verifyLog(progress: (_ done: Int64, _ total: Int64) -> Void) throws -> LogVerification {
        do {
            // How far it is to go is for the progress alone: a last position that is damaged is found on the way.
            let end: Int64 = (try? store.end().position) ?? 0
            return try store.verify { progress($0, max(end, $0)) }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }
}
