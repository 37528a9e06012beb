#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension TerminalSettings {
    /// The settings of an open file descriptor of this process (1 for results, 2 for everything else), from isatty, the
    /// window's size and the environment. Two system calls.
    public static func current(for fileDescriptor: Int32, colour: ColourChoice = .auto) -> TerminalSettings {
        var environment: [String: String] = [:]
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM", "COLUMNS"] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        var size = winsize()
        let hasSize = ioctl(fileDescriptor, UInt(TIOCGWINSZ), &size) == 0
        return decided(
            isTerminal: isatty(fileDescriptor) == 1, windowColumns: hasSize ? Int(size.ws_col) : nil,
            environment: environment, colour: colour)
    }
}

extension ProgressLine {
    /// A progress line on standard error, timed by the monotonic clock; it stays silent where standard error isn't a
    /// terminal.
    public static func onStandardError(_ label: String, total: Int?) -> ProgressLine {
        ProgressLine(label, total: total, terminal: .current(for: STDERR_FILENO), clock: monotonicMicroseconds) {
            text in
            // How far work has come is worth no complaint where it can't be told.
            try? OutputWriter.write(Array(text.utf8), to: STDERR_FILENO)
        }
    }

    private static func monotonicMicroseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
