internal import Glibc

/// The lock that one writer at a time holds across processes: `flock` on a file of its own beside the store.
///
/// The kernel lets go of it when its holder dies, so nothing has to be cleaned up. The file says who holds it.
package final class WriterLock {
    private let path: String
    private let storePath: String
    private let descriptor: Int32

    /// Opens the lock's file, which is made when it is missing, mode 0600.
    package init(forStore storePath: String) throws(StoreError) {
        self.storePath = storePath
        path = storePath + "-lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code: Int32 = errno
            if code == EACCES || code == EROFS || code == EPERM { throw StoreError(.readOnly, path: storePath) }
            if code == ENOENT || code == ENOTDIR { throw StoreError(.notFound, path: storePath) }
            throw StoreError(.system(call: "open", errno: code, reason: String(cString: strerror(code))), path: path)
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Takes the lock, waiting up to `seconds` for whoever holds it.
    ///
    /// - Throws: `StoreError.Code.locked` with the holder when the time is up.
    package func acquire(waiting seconds: Int = 30) throws(StoreError) {
        var waited = 0
        var pause: UInt32 = 1_000
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code: Int32 = errno
            guard code == EWOULDBLOCK || code == EINTR else {
                let reason = String(cString: strerror(code))
                throw StoreError(.system(call: "flock", errno: code, reason: reason), path: path)
            }
            guard waited < seconds * 1_000_000 else { throw StoreError(.locked(holder: holder()), path: storePath) }
            usleep(pause)
            waited += Int(pause)
            pause = min(pause * 2, 50_000)
        }
    }

    /// Writes into the file who holds the lock, for the person who waits.
    package func sign() {
        let text: String = "process \(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Lets go of the lock.
    package func release() { flock(descriptor, LOCK_UN) }

    /// Whether somebody holds the lock at this moment.
    package func isHeldByAnother() -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
        flock(descriptor, LOCK_UN)
        return false
    }

    /// Who signed last.
    package func holder() -> String? {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count: Int = pread(descriptor, &buffer, 64, 0)
        guard count > 1 else { return nil }
        return String(decoding: buffer[..<(count - 1)], as: UTF8.self)
    }
}
