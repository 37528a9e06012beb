/// Runs jobs on threads of its own, starting them in order, while the owner continues.
///
/// The log's background writer uses it with one thread, the inbox with one per core. Jobs are added by one thread.
/// Memory: `capacity` waiting jobs, and one per thread.
///
/// After a job has failed no other is started: waiting jobs are dropped, and every `add` and `drain` throws the first
/// error. `end`, or releasing the object, drops waiting jobs and returns when running ones are done; no thread is left
/// then.
package final class WorkQueue<Job: Sendable, Failure: Error>: Sendable {
    private struct Queue {
        var waiting: [Job] = []
        var running = 0
        var threads = 0
        var failure: Failure?
        var isEnded = false

        var isIdle: Bool { waiting.isEmpty && running == 0 }
    }

    /// Retained by all threads. Unchecked: the threads call `perform`; the owner clears it after they have ended.
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

    /// Starts the threads. With one thread, jobs run one after another.
    ///
    /// If the system can't start any thread, `add` runs the job itself.
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

    /// Adds a job; waits while `capacity` jobs are waiting.
    ///
    /// - Throws: the error of an earlier job; this one is dropped then.
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

    /// Returns when all jobs are done.
    ///
    /// - Throws: the error of a job.
    package func drain() throws(Failure) {
        let failure: Failure? = shared.queue.wait { $0.isIdle ? .some($0.failure) : nil }
        if let failure { throw failure }
    }

    /// Drops waiting jobs, returns when running ones are done, and ends the threads. Nothing may be added afterwards.
    package func end() {
        shared.queue.change { queue in
            queue.isEnded = true
            queue.waiting = []
        }
        shared.queue.wait { $0.threads == 0 ? () : nil }
        shared.perform = nil
    }

    /// The loop of each thread.
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
