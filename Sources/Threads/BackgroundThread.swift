internal import Glibc

/// Starts detached threads: they end when their body returns.
enum BackgroundThread {
    /// Runs `body` on a new thread.
    ///
    /// - Throws: `ThreadError` if the system can't start one; `body` is not run then.
    static func start(_ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let boxed = Unmanaged.passRetained(Body(run: body))
        var thread = pthread_t()
        let code: Int32 = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, boxed.toOpaque())
        guard code == 0 else {
            boxed.release()
            throw ThreadError(reason: String(cString: strerror(code)))
        }
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// The system could not start a thread.
package struct ThreadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system's reason.
    package var reason: String

    package var description: String {
        "no further thread can be started (\(reason)); end other programs, or raise the limit of processes (ulimit -u), "
            + "and run it again"
    }
}
