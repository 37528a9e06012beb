internal import Glibc

/// A file that is written in a folder and gets its name only when it is whole.
///
/// Where the file system can, it has no name before (`O_TMPFILE`), so that a kill leaves nothing behind; else its name ends
/// in `.part-` and six letters of its own, and goes when the object does. Mode 0600. Two processes never share one.
final class UnnamedFile {
    /// Where bytes are written.
    let stream: UnsafeMutablePointer<FILE>
    /// The name it has meanwhile, where it needs one.
    private var temporaryName: String?

    /// `O_TMPFILE` (<https://man7.org/linux/man-pages/man2/open.2.html>), which Glibc's module doesn't export.
    private static let unnamed: Int32 = 0o20000000 | O_DIRECTORY

    /// - Parameter path: the name that it may get, whose folder it is made in.
    /// - Throws: `Failure` with the system's reason.
    init(for path: String) throws(Failure) {
        let folder: String = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
        // It gets its name by way of /proc, which a container may lack.
        var descriptor: Int32 =
            access("/proc/self/fd", X_OK) == 0 ? open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o600) : -1
        if descriptor < 0 {
            var template: [CChar] = Array("\(path).part-XXXXXX".utf8CString)
            descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw Failure(errno) }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            temporaryName = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        guard let stream = fdopen(descriptor, "w+") else {
            let failure = Failure(errno)
            close(descriptor)
            if let temporaryName { unlink(temporaryName) }
            throw failure
        }
        self.stream = stream
    }

    deinit {
        fclose(stream)
        if let temporaryName { unlink(temporaryName) }
    }

    /// Makes what was written durable.
    func complete() throws(Failure) {
        guard ferror(stream) == 0, fflush(stream) == 0, fsync(fileno(stream)) == 0 else { throw Failure(errno) }
    }

    /// Gives the file a name, at once and as a whole; false, with nothing changed, where a file has that name.
    func take(_ name: String) throws(Failure) -> Bool {
        let own: String = temporaryName ?? "/proc/self/fd/\(fileno(stream))"
        if linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return true }
        if errno == EEXIST { return false }
        // A file system without links: the name is taken first, so that nobody else's file is replaced.
        guard let temporaryName else { throw Failure(errno) }
        let place: Int32 = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard place >= 0 else {
            if errno == EEXIST { return false }
            throw Failure(errno)
        }
        close(place)
        guard rename(temporaryName, name) == 0 else { throw Failure(errno) }
        self.temporaryName = nil
        return true
    }

    /// Gives the file a name that another file of ours has, and which it replaces at once and as a whole.
    func replace(_ name: String) throws(Failure) {
        let part: String
        if let temporaryName {
            part = temporaryName
        } else {
            part = "\(name).part-\(getpid())"
            guard try take(part) else { throw Failure(EEXIST) }
        }
        guard rename(part, name) == 0 else { throw Failure(errno) }
        temporaryName = nil
    }

    /// Whether a file has the same bytes as what was written and completed.
    func hasSameBytes(as path: String) -> Bool {
        guard let other = fopen(path, "re") else { return false }
        defer { fclose(other) }
        rewind(stream)
        var (left, right) = ([UInt8](repeating: 0, count: 65_536), [UInt8](repeating: 0, count: 65_536))
        while true {
            let (count, same) = (fread(&left, 1, left.count, stream), fread(&right, 1, right.count, other))
            guard count == same, left[..<count] == right[..<count] else { return false }
            if count == 0 { return ferror(stream) == 0 && ferror(other) == 0 }
        }
    }

    /// What the system said.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ code: Int32) { description = String(cString: strerror(code == 0 ? EIO : code)) }
    }
}
