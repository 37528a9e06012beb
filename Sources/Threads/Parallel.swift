internal import Dispatch

/// Data parallelism on all cores.
package enum Parallel {
    /// Calls `body` once for each number below `count` on several threads, and returns when all calls have. Overhead: a
    /// few microseconds.
    package static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
    }
}
