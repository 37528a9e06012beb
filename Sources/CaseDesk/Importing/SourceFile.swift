import Basics
internal import Crypto
internal import Glibc

/// A source's bytes: read once from the start, then record by record from anywhere.
///
/// Standard input is kept in an unnamed temporary file meanwhile. Memory: two windows, whatever the size.
final class SourceFile {
    /// What people call it.
    let name: String
    private let descriptor: Int32
    private var window: [UInt8] = []
    private var windowStart: Int64 = 0
    private var single: [UInt8] = []

    private static let windowSize = 1 << 20

    /// Opens a file, or standard input for `-`.
    init(_ path: String) throws(DeskError) {
        if path == "-" {
            name = "standard input"
            descriptor = try Self.spooled()
            return
        }
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .input(
                "\(path) can't be read: \(String(cString: strerror(errno))); check the path and its permissions")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            Glibc.close(descriptor)
            throw .input("\(path) is not a file; name a file, or - for standard input")
        }
    }

    deinit { Glibc.close(descriptor) }

    /// The size in bytes.
    var size: Int64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Reads everything from the start in chunks and returns its SHA-256 in hexadecimal.
    func readThrough(_ body: (UnsafeRawBufferPointer, Int64) throws -> Void) throws -> String {
        var hash = SHA256()
        var chunk = [UInt8](repeating: 0, count: Self.windowSize)
        var offset: Int64 = 0
        while true {
            let count: Int = try read(into: &chunk, at: offset, count: chunk.count)
            if count == 0 { break }
            offset += Int64(count)
            try chunk.withUnsafeBytes { bytes in
                let part = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                hash.update(bufferPointer: part)
                try body(part, offset)
            }
        }
        return Hexadecimal.text(hash.finalize())
    }

    /// Calls `body` with the bytes at a place. Neighbours are cheap; a place far away costs one read of its own.
    func withBytes<R>(at offset: Int64, count: Int, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        let windowEnd: Int64 = windowStart + Int64(window.count)
        if offset >= windowStart, offset + Int64(count) <= windowEnd {
            return try lend(window, Int(offset - windowStart), count, body)
        }
        let isNext: Bool = offset >= windowStart && offset <= windowEnd + Int64(Self.windowSize)
        if (isNext || window.isEmpty) && count <= Self.windowSize {
            window = [UInt8](repeating: 0, count: Self.windowSize)
            windowStart = offset
            let got: Int = try read(into: &window, at: offset, count: Self.windowSize)
            window.removeLast(window.count - got)
            guard got >= count else { throw shortened() }
            return try lend(window, 0, count, body)
        }
        single = [UInt8](repeating: 0, count: count)
        guard try read(into: &single, at: offset, count: count) == count else { throw shortened() }
        return try lend(single, 0, count, body)
    }

    private func lend<R>(
        _ bytes: [UInt8], _ start: Int, _ count: Int, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R {
        try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[start..<(start + count)])) }
    }

    private func read(into buffer: inout [UInt8], at offset: Int64, count: Int) throws(DeskError) -> Int {
        var filled = 0
        while filled < count {
            let got: Int = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: filled), count - filled, off_t(offset) + off_t(filled))
            }
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw .input(
                    "\(name) can't be read: \(String(cString: strerror(errno))); check the file and run it again")
            }
            filled += got
        }
        return filled
    }

    private func shortened() -> DeskError {
        .input("\(name) became shorter while it was read; run the import again when nobody writes to it")
    }

    private static func spooled() throws(DeskError) -> Int32 {
        let folder: String = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template: [CChar] = Array("\(folder)/cmcase-XXXXXX".utf8CString)
        let descriptor: Int32 = mkstemp(&template)
        guard descriptor >= 0 else {
            throw .input("no temporary file can be made in \(folder); make room there or set TMPDIR")
        }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var buffer = [UInt8](repeating: 0, count: windowSize)
        while true {
            let got: Int = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if got == 0 { return descriptor }
            if got < 0 && errno == EINTR { continue }
            guard got > 0, writeAll(buffer, got, to: descriptor) else {
                Glibc.close(descriptor)
                throw .input("standard input can't be kept in \(folder); make room there or set TMPDIR")
            }
        }
    }

    private static func writeAll(_ buffer: [UInt8], _ count: Int, to descriptor: Int32) -> Bool {
        var written = 0
        while written < count {
            let put: Int = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), count - written)
            }
            if put < 0 && errno == EINTR { continue }
            if put <= 0 { return false }
            written += put
        }
        return true
    }
}
