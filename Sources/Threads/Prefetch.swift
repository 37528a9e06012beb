/// Produces elements on a second thread, up to `capacity` of them before they are asked for.
///
/// Replay uses it to read and decode events while it folds, an import to parse rows while it records others. The owner
/// consumes on one thread. Memory: `capacity` elements, and the one being produced.
///
/// It ends in one of these ways; none leaves a thread running:
/// - the producer returns: `next` returns the remaining elements, then always nil;
/// - the producer throws: `next` returns the remaining elements, then always throws that error;
/// - the consumer stops: `cancel`, or releasing the object, makes the next `put` throw, and waits until the producer
///   has returned, so that its files are closed.
package final class Prefetch<Element: Sendable>: Sendable {
    /// Queues an element; waits while `capacity` elements are queued. Throws after cancellation; the producer must let
    /// that error through.
    package typealias Put = (Element) throws -> Void

    private struct Queue {
        var elements: [Element] = []
        /// The producer's result, once it has ended.
        var end: Result<Void, any Error>?
        var isCancelled = false
    }

    /// Retained by both threads. Unchecked: the second thread calls `produce`; the first clears it after that thread
    /// has ended.
    private final class Shared: @unchecked Sendable {
        let queue = Monitor(Queue())
        var produce: (@Sendable (_ put: @escaping Put) throws -> Void)?

        init(_ produce: @escaping @Sendable (_ put: @escaping Put) throws -> Void) { self.produce = produce }
    }

    private struct Cancelled: Error {}

    private let shared: Shared

    /// Starts producing. If the system can't start a thread, `next` throws the `ThreadError`.
    package init(
        capacity: Int, _ produce: @escaping @Sendable (_ put: @escaping Put) throws -> Void
    ) {
        precondition(capacity > 0, "something can be ahead")
        let shared = Shared(produce)
        self.shared = shared
        do {
            try BackgroundThread.start {
                let end = Result<Void, any Error> {
                    try shared.produce?({ element in try Self.put(element, shared.queue, capacity) })
                }
                shared.queue.change { $0.end = end }
            }
        } catch {
            shared.queue.change { $0.end = .failure(error) }
        }
    }

    deinit { cancel() }

    /// The next element; nil once the producer has returned and all elements were consumed.
    ///
    /// - Throws: the producer's error, after the elements before it.
    package func next() throws -> Element? {
        let next: Result<Element?, any Error> = shared.queue.wait { queue in
            if !queue.elements.isEmpty { return .success(queue.elements.removeFirst()) }
            return queue.end.map { end in end.map { nil } }
        }
        return try next.get()
    }

    /// Makes the producer's next `put` throw, drops queued elements, and returns when the producer has.
    package func cancel() {
        shared.queue.change { queue in
            queue.isCancelled = true
            queue.elements = []
        }
        shared.queue.wait { $0.end == nil ? nil : () }
        shared.produce = nil
    }

    private static func put(_ element: Element, _ queue: Monitor<Queue>, _ capacity: Int) throws {
        let isWanted: Bool = queue.wait { queue in
            if queue.isCancelled { return false }
            guard queue.elements.count < capacity else { return nil }
            queue.elements.append(element)
            return true
        }
        guard isWanted else { throw Cancelled() }
    }
}
