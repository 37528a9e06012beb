internal import Dispatch
internal import Synchronization

/// Work that runs ahead of whoever takes its results, on another core: a thread with a bounded queue behind it.
///
/// Unchecked: what the two sides share is behind locks and semaphores, and each touches the rest alone.
final class Ahead<Element: Sendable>: @unchecked Sendable {
    private struct Abandoned: Error {}

    private struct Shared {
        var results: [Result<Element?, any Error>] = []
        var isAbandoned = false
    }

    private let shared = Mutex(Shared())
    private let filled = DispatchSemaphore(value: 0)
    private let free: DispatchSemaphore
    private let finished = DispatchSemaphore(value: 0)

    /// Starts the work, which waits whenever it is `capacity` results ahead.
    init(
        _ label: String, capacity: Int,
        work: @escaping @Sendable (_ put: @escaping (Element) throws -> Void) throws -> Void
    ) {
        free = DispatchSemaphore(value: capacity)
        DispatchQueue(label: label).async { [self] in
            do {
                try work { [self] element in
                    free.wait()
                    if shared.withLock({ $0.isAbandoned }) { throw Abandoned() }
                    add(.success(element))
                }
                add(.success(nil))
            } catch is Abandoned {
            } catch {
                add(.failure(error))
            }
            finished.signal()
        }
    }

    /// The next result; nil at the end, after which it must not be called again.
    ///
    /// - Throws: what the work met.
    func next() throws -> Element? {
        filled.wait()
        let result: Result<Element?, any Error> = shared.withLock { $0.results.removeFirst() }
        free.signal()
        return try result.get()
    }

    /// Ends the work, also in the middle, and waits until it let go of everything.
    func end() {
        shared.withLock { $0.isAbandoned = true }
        free.signal()
        finished.wait()
    }

    private func add(_ result: Result<Element?, any Error>) {
        shared.withLock { $0.results.append(result) }
        filled.signal()
    }
}
