internal import Glibc

/// A value that several threads share, behind one lock, with a way to wait until it has become what a thread needs.
///
/// Every change wakes whoever waits, so a thread states what it waits for as a condition on the value and can't miss it.
/// Unlike a `DispatchSemaphore`, which traps when it is destroyed below its first value, a monitor may be let go of in any
/// state.
///
/// Unchecked: `value` is touched under `mutex` alone.
final class Monitor<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ value: Value) {
        self.value = value
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        // Whoever waits holds the monitor, so nobody does.
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Changes the value and wakes whoever waits. `body` is short and doesn't wait.
    func change<R>(_ body: (inout Value) -> R) -> R {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        return body(&value)
    }

    /// Waits until `body` gives something. It is asked at once and after every change, and changes the value only in the
    /// call in which it gives something.
    func wait<R>(for body: (inout Value) -> R?) -> R {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while true {
            if let result = body(&value) { return result }
            pthread_cond_wait(changed, mutex)
        }
    }
}
