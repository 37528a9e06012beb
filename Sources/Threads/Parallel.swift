internal import Dispatch

/// The same work on parts of something, on all cores.
package enum Parallel {
    /// Calls `body` once with each number below `count`, on several threads at once, and returns when all calls have.
    ///
    /// The calls can't throw and don't wait for each other. A handful of microseconds.
    package static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
    }
}
