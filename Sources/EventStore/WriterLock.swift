internal import Glibc

/// The lock of the one writer across processes: `flock` on a file of its own beside the store.
///
/// The kernel releases it when the process dies. The file names the holder.
package final class WriterLock {
    private let path: String
    private let storePath: String
    private var descriptor: Int32
    /// F_OFD_SETLK (<https://man7.org/linux/man-pages/man2/fcntl_locking.2.html>), which Glibc's module doesn't export.
    private static let setLockOfOpenFile: Int32 = 37

    /// Opens the lock file, or creates it with mode 0600.
    package init(forStore storePath: String) throws(StoreError) {
        self.storePath = storePath
        path = storePath + "-lock"
        descriptor = try Self.opened(path, forStore: storePath)
    }

    private static func opened(_ path: String, forStore storePath: String) throws(StoreError) -> Int32 {
        let descriptor: Int32 = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor < 0 else { return descriptor }
        let code: Int32 = errno
        if code == EACCES || code == EROFS || code == EPERM {
            throw StoreError(.readOnly, path: storePath)
        }
        if code == ENOENT || code == ENOTDIR { throw StoreError(.notFound, path: storePath) }
        if code == ENOSPC || code == EDQUOT { throw StoreError(.diskFull, path: storePath) }
        throw StoreError(
            .system(call: "open", errno: code, reason: String(cString: strerror(code))), path: path)
    }

    deinit { Glibc.close(descriptor) }

    /// Acquires the lock, waiting up to `seconds`.
    ///
    /// While waiting for it a process holds a second lock, the turn, and nobody may acquire the lock without the turn.
    /// So a waiting command comes between two commits of a long import, which would otherwise reacquire the lock at
    /// once.
    ///
    /// - Throws: `StoreError.Code.locked` with the holder if the time is up.
    package func acquire(waiting seconds: Int = 30) throws(StoreError) {
        var left: Int = seconds * 1_000_000
        while true {
            try wait(&left, pausingAtMost: 20_000) { turn(F_WRLCK) }
            defer { _ = turn(F_UNLCK) }
            try wait(&left, pausingAtMost: 5_000) { flock(descriptor, LOCK_EX | LOCK_NB) }
            // If the lock file was deleted, others lock a new one of that name.
            if FileIdentity(ofOpen: descriptor) == FileIdentity(of: path) { return }
            let renewed: Int32 = try Self.opened(path, forStore: storePath)
            Glibc.close(descriptor)
            descriptor = renewed
        }
    }

    /// Retries until it succeeds, for `left` microseconds at most.
    private func wait(_ left: inout Int, pausingAtMost longest: UInt32, _ attempt: () -> Int32) throws(StoreError) {
        var pause: UInt32 = 1_000
        while attempt() != 0 {
            let code: Int32 = errno
            guard code == EWOULDBLOCK || code == EINTR || code == EACCES else {
                let reason = String(cString: strerror(code))
                throw StoreError(.system(call: "flock", errno: code, reason: reason), path: path)
            }
            guard left > 0 else { throw StoreError(.locked(holder: holder()), path: storePath) }
            usleep(pause)
            left -= Int(pause)
            pause = min(pause * 2, longest)
        }
    }

    /// Locks or unlocks the turn: an open-file-description lock on the first byte, independent of `flock`.
    private func turn(_ type: Int32) -> Int32 {
        var range = Glibc.flock()
        range.l_type = Int16(type)
        range.l_whence = Int16(SEEK_SET)
        range.l_len = 1
        return fcntl(descriptor, Self.setLockOfOpenFile, &range)
    }

    /// Whether another process waits for the lock that we hold. One or two system calls.
    package func isAwaited() -> Bool {
        guard turn(F_WRLCK) == 0 else { return true }
        _ = turn(F_UNLCK)
        return false
    }

    /// Writes the holder into the file, for whoever waits.
    package func sign() {
        let text: String = "process \(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Lets go of the lock.
    package func release() { flock(descriptor, LOCK_UN) }

    /// The holder of a store's lock.
    package enum Holding: Hashable, Sendable {
        case nobody
        /// As the holder signed, if readable.
        case somebody(String?)
        /// The lock file can't be opened.
        case unknown
    }

    /// The present holder of a store's lock. Creates no file and takes no exclusive lock.
    package static func holding(ofStore storePath: String) -> Holding {
        let descriptor: Int32 = open(storePath + "-lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ENOENT ? .nobody : .unknown }
        defer { Glibc.close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
            flock(descriptor, LOCK_UN)
            return .nobody
        }
        return errno == EWOULDBLOCK ? .somebody(holder(of: descriptor)) : .unknown
    }

    /// The last one that signed.
    package func holder() -> String? { Self.holder(of: descriptor) }

    private static func holder(of descriptor: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count: Int = pread(descriptor, &buffer, 64, 0)
        guard count > 1 else { return nil }
        return String(decoding: buffer[..<(count - 1)], as: UTF8.self)
    }
}
