import Glibc
import JSON
import Synchronization
import Terminal

/// Prints results, to standard output.
///
/// What can't be written is not lost sight of: `finish` tells it at the program's end, and whoever prints without end
/// asks `check`.
enum StandardOutput {
    private static let output = Mutex(
        OutputWriter(fileDescriptor: STDOUT_FILENO, isPrompt: isatty(STDOUT_FILENO) == 1))

    /// Prints a line.
    static func line(_ text: String = "") { output.withLock { $0.append(line: text) } }

    /// Prints lines.
    static func lines(_ lines: [String]) {
        output.withLock { output in
            for text in lines { output.append(line: text) }
        }
    }

    /// Prints one JSON text as a line, what a terminal would obey escaped.
    static func json(_ build: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        build(&writer)
        line(SafeText.safe(json: String(decoding: writer.bytes, as: UTF8.self)))
    }

    /// Writes out what was printed, for somebody who waits for it.
    static func flush() { output.withLock { $0.flush() } }

    /// - Throws: `OutputError` where what was printed before could not be written, so that there is no use in going on.
    static func check() throws {
        if let failure = output.withLock({ $0.failure }) { throw failure }
    }

    /// Writes out what was printed and ends the output; some file systems say only then that there was no room.
    ///
    /// - Returns: why not all of it could be written; nil where all was.
    static func finish() -> OutputError? {
        output.withLock { output in
            output.flush()
            if let failure = output.failure { return failure }
            if close(STDOUT_FILENO) == 0 || errno == EBADF || errno == EINTR { return nil }
            return OutputError(code: errno)
        }
    }
}

/// Prints what isn't a result, to standard error: notes, warnings, why a command ended.
enum StandardError {
    /// Prints a line at once, after the results so far, made safe: it may hold what somebody typed or named a file.
    static func line(_ text: String) {
        StandardOutput.flush()
        // There is nowhere left to say that this could not be said.
        try? OutputWriter.write(Array((SafeText.safe(text, newlines: .keep) + "\n").utf8), to: STDERR_FILENO)
    }
}
