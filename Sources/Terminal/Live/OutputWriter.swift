#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Lines on their way to a file descriptor of this process, gathered into large pieces.
///
/// After the first failure nothing more is written: half an answer does not go on after a hole.
public struct OutputWriter: Sendable {
    /// Why nothing is written any more; nil while all is well.
    public private(set) var failure: OutputError?

    private let fileDescriptor: Int32
    private let isPrompt: Bool
    private var gathered: [UInt8] = []

    private static let capacity = 65_536

    /// A writer to a file descriptor that stays open.
    ///
    /// - Parameter isPrompt: whether each line is written at once, as somebody who sits at a terminal wants it.
    public init(fileDescriptor: Int32, isPrompt: Bool) {
        self.fileDescriptor = fileDescriptor
        self.isPrompt = isPrompt
    }

    /// Writes a text and a line end after it, at once or with what comes later. O(n).
    public mutating func append(line text: String) {
        guard failure == nil else { return }
        gathered.append(contentsOf: text.utf8)
        gathered.append(UInt8(ascii: "\n"))
        if isPrompt || gathered.count >= Self.capacity { flush() }
    }

    /// Writes what was gathered.
    public mutating func flush() {
        guard failure == nil, !gathered.isEmpty else { return }
        do throws(OutputError) { try Self.write(gathered, to: fileDescriptor) } catch { failure = error }
        gathered.removeAll(keepingCapacity: true)
    }

    /// Writes all of the bytes, whatever pieces the system takes them in, and waits where it takes none for now.
    ///
    /// - Throws: `OutputError`; a part may have been written then.
    public static func write(_ bytes: [UInt8], to fileDescriptor: Int32) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes { piece in
                unistdWrite(fileDescriptor, piece.baseAddress, piece.count)
            }
            if written >= 0 {
                start += written
            } else if errno == EAGAIN {
                var ready = pollfd(fd: fileDescriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw OutputError(code: errno)
            }
        }
    }
}

/// `write` of unistd.h, under a name that the writer's own doesn't hide.
private func unistdWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(file, bytes, count)
}
