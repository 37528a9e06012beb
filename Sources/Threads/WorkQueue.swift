/// Carries out jobs on threads of its own, in the order in which they were added, while whoever adds them goes on.
///
/// An import uses it with one thread to write what it has decided, the inbox with one a core to advise on cases. Jobs are
/// added by one thread. Memory: `capacity` jobs that wait, and one a thread.
///
/// After a job has failed none is carried out any more: those that wait are dropped, and `add` and `drain` throw the first
/// error each time they are called. `end`, or letting go of the object, drops what waits and returns when what was begun is
/// done; then no thread is left.
package final class WorkQueue<Job: Sendable, Failure: Error>: Sendable {
    private struct Queue {
        var waiting: [Job] = []
        var running = 0
        var threads = 0
        var failure: Failure?
        var isEnded = false

        var isIdle: Bool { waiting.isEmpty && running == 0 }
    }

    /// What all threads hold. Unchecked: `perform` is called by the threads, and let go of by the owner when these have
    /// ended.
    private final class Shared: @unchecked Sendable {
        let queue = Monitor(Queue())
        var perform: (@Sendable (Job) throws(Failure) -> Void)?

        init(_ perform: @escaping @Sendable (Job) throws(Failure) -> Void) { self.perform = perform }
    }

    private enum Outcome {
        case added
        case ownTurn
        case failed(Failure)
    }

    private enum Next {
        case job(Job)
        case end
    }

    private let shared: Shared
    private let capacity: Int

    /// Starts the threads, which wait for jobs. Jobs are carried out one after another where there is one thread.
    ///
    /// Where the system gives no thread at all, `add` carries out the job itself.
    package init(
        threads: Int, capacity: Int, _ perform: @escaping @Sendable (Job) throws(Failure) -> Void
    ) {
        precondition(threads > 0 && capacity > 0, "somebody works, and something can wait")
        let shared = Shared(perform)
        self.shared = shared
        self.capacity = capacity
        for _ in 0..<threads {
            shared.queue.change { $0.threads += 1 }
            do { try BackgroundThread.start { Self.work(shared) } } catch {
                shared.queue.change { $0.threads -= 1 }
                return
            }
        }
    }

    deinit { end() }

    /// Adds a job; waits while `capacity` jobs do.
    ///
    /// - Throws: what an earlier job failed with; this one is dropped then.
    package func add(_ job: Job) throws(Failure) {
        let outcome: Outcome = shared.queue.wait { [capacity] queue in
            if let failure = queue.failure { return .failed(failure) }
            precondition(!queue.isEnded, "nothing is added to a queue that was ended")
            if queue.threads == 0 { return .ownTurn }
            guard queue.waiting.count < capacity else { return nil }
            queue.waiting.append(job)
            return .added
        }
        switch outcome {
        case .added: break
        case .failed(let failure): throw failure
        case .ownTurn:
            Self.perform(job, shared)
            try drain()
        }
    }

    /// Returns when every job is done.
    ///
    /// - Throws: what a job failed with.
    package func drain() throws(Failure) {
        let failure: Failure? = shared.queue.wait { $0.isIdle ? .some($0.failure) : nil }
        if let failure { throw failure }
    }

    /// Drops the jobs that wait, returns when those that were begun are done, and ends the threads. Nothing may be added
    /// afterwards.
    package func end() {
        shared.queue.change { queue in
            queue.isEnded = true
            queue.waiting = []
        }
        shared.queue.wait { $0.threads == 0 ? () : nil }
        shared.perform = nil
    }

    /// What each thread does until the queue is ended.
    private static func work(_ shared: Shared) {
        while true {
            let next: Next = shared.queue.wait { queue in
                if !queue.waiting.isEmpty {
                    queue.running += 1
                    return .job(queue.waiting.removeFirst())
                }
                return queue.isEnded ? .end : nil
            }
            guard case .job(let job) = next else { break }
            perform(job, shared)
            shared.queue.change { $0.running -= 1 }
        }
        shared.queue.change { $0.threads -= 1 }
    }

    private static func perform(_ job: Job, _ shared: Shared) {
        do throws(Failure) { try shared.perform?(job) } catch {
            shared.queue.change { queue in
                queue.failure = queue.failure ?? error
                queue.waiting = []
            }
        }
    }
}
