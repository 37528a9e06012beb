import Glibc
import JSON
import Synchronization
import Terminal

/// Prints results, to standard output.
///
/// What can't be written is not lost sight of: `finish` tells it at the program's end, and whoever prints without end
/// asks `check`. Nothing that a terminal would obey gets through, whoever forgot to make it safe (`SafeText`).
enum StandardOutput {
    /// Whether the palette's sequences stay in what is printed; `OutputOptions` says so when it was parsed.
    private static let colour = Mutex(false)

    private static let output = Mutex(
        OutputWriter(fileDescriptor: STDOUT_FILENO, isPrompt: isatty(STDOUT_FILENO) == 1))

    static func allowColour(_ isAllowed: Bool) { colour.withLock { $0 = isAllowed } }

    /// Prints a line.
    static func line(_ text: String = "") { lines([text]) }

    /// Prints lines.
    static func lines(_ lines: [String]) {
        let colour: Bool = colour.withLock { $0 }
        output.withLock { output in
            for text in lines { output.append(line: SafeText.safe(line: text, colour: colour)) }
        }
    }

    /// Empties the terminal's screen, before a page that takes the place of the one before.
    static func clearScreen() { output.withLock { $0.append(line: "\u{1B}[H\u{1B}[2J") } }

    /// Prints one JSON text as a line, what a terminal would obey escaped.
    static func json(_ build: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        build(&writer)
        let text: String = SafeText.safe(json: String(decoding: writer.bytes, as: UTF8.self))
        output.withLock { $0.append(line: text) }
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
