/// Produces elements on a second thread, up to `capacity` of them before they are asked for.
///
/// Replay uses it to read and decode events while it folds them, an import to parse rows while it records others. Whoever
/// made it takes the elements, on one thread. Memory: `capacity` elements, and the one that is being produced.
///
/// It ends in each of these ways, and none leaves a thread behind:
/// - the producer returns: `next` gives what is left, then nil, however often it is asked;
/// - the producer throws: `next` gives what is left, then throws that error, however often it is asked;
/// - the taker has had enough, or failed itself: `cancel`, or letting go of the object, makes the next `put` throw, and
///   waits until the producer has returned, so that its files are closed.
package final class Prefetch<Element: Sendable>: Sendable {
    /// Hands an element over; waits while `capacity` elements are ahead. It throws when nobody wants more: the producer
    /// lets that error through.
    package typealias Put = (Element) throws -> Void

    private struct Queue {
        var elements: [Element] = []
        /// How the producer ended, once it has.
        var end: Result<Void, any Error>?
        var isCancelled = false
    }

    /// What both threads hold. Unchecked: `produce` is called by the second thread, and let go of by the first one when
    /// that has ended.
    private final class Shared: @unchecked Sendable {
        let queue = Monitor(Queue())
        var produce: (@Sendable (_ put: @escaping Put) throws -> Void)?

        init(_ produce: @escaping @Sendable (_ put: @escaping Put) throws -> Void) { self.produce = produce }
    }

    private struct Cancelled: Error {}

    private let shared: Shared

    /// Starts producing.
    ///
    /// Where the system gives no thread, `next` throws the `ThreadError`.
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

    /// The next element; nil when the producer has returned and everything was taken.
    ///
    /// - Throws: what the producer threw, after the elements that it had put.
    package func next() throws -> Element? {
        let next: Result<Element?, any Error> = shared.queue.wait { queue in
            if !queue.elements.isEmpty { return .success(queue.elements.removeFirst()) }
            return queue.end.map { end in end.map { nil } }
        }
        return try next.get()
    }

    /// Ends the producer at its next `put`, drops what nobody has taken, and returns when the producer has.
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
