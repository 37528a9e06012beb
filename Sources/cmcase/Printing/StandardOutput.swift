import Glibc
import JSON
import Terminal

/// Prints results, to standard output.
enum StandardOutput {
    /// Prints a line.
    static func line(_ text: String = "") { print(text) }

    /// Prints lines.
    static func lines(_ lines: [String]) { for text in lines { print(text) } }

    /// Prints one JSON text as a line, what a terminal would obey escaped.
    static func json(_ build: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        build(&writer)
        print(SafeText.safe(json: String(decoding: writer.bytes, as: UTF8.self)))
    }
}

/// Prints what isn't a result, to standard error: notes, warnings, why a command ended.
enum StandardError {
    /// Prints a line at once, unbuffered, made safe: it may hold what somebody typed or named a file.
    static func line(_ text: String) {
        var bytes: [UInt8] = Array((SafeText.safe(text, newlines: .keep) + "\n").utf8)
        while !bytes.isEmpty {
            let written: Int = write(STDERR_FILENO, bytes, bytes.count)
            guard written > 0 else { return }
            bytes.removeFirst(written)
        }
    }
}
