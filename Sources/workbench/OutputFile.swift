import Glibc

/// Bytes on their way to a file, in large writes.
struct OutputFile: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []

    private static let size = 1 << 20

    /// A new file, or standard output for `-`.
    init(_ path: String) throws(WorkbenchError) {
        name = path == "-" ? "standard output" : path
        descriptor = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("\(name) can't be written", errno: errno) }
        buffer.reserveCapacity(Self.size + (64 << 10))
    }

    /// Standard error, for what isn't the result.
    static func say(_ text: String) throws(WorkbenchError) {
        var output = OutputFile(descriptor: STDERR_FILENO, name: "standard error")
        try output.write(Array("\(text)\n".utf8))
        try output.flush()
    }

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    mutating func write(_ bytes: [UInt8]) throws(WorkbenchError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.size { try flush() }
    }

    /// Hands over what is left.
    mutating func flush() throws(WorkbenchError) {
        var written = 0
        while written < buffer.count {
            let count: Int = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system("\(name) can't be written", errno: errno)
            }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
