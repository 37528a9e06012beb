import Glibc

/// Runs another program, waits for its end, and says how it ended.
enum ChildProcess {
    enum Ending: Equatable {
        case code(Int32)
        /// Ended by a signal of its own making.
        case signal(Int32)
        /// Not done in time, and ended by us.
        case stalled
    }

    /// - Parameters:
    ///   - input: the file on its standard input.
    ///   - output: where both of its outputs go.
    static func run(
        _ program: String, _ arguments: [[UInt8]], environment: [String], in folder: String,
        input: String = "/dev/null",
        output: String = "/dev/null", seconds: Int = 30
    ) throws -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The shell goes to the folder and becomes the program.
        let shell: [String] = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program]
        var words: [UnsafeMutablePointer<CChar>?] = shell.map { strdup($0) } + arguments.map(copy) + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var process: pid_t = 0
        let code: Int32 = posix_spawn(&process, "/bin/sh", &actions, nil, &words, &settings)
        guard code == 0 else { throw WorkbenchError.system("\(program) can't be run", errno: code) }
        return ending(of: process, seconds: seconds)
    }

    /// An argument ends at its first NUL, as any that a program is given.
    private static func copy(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
        (bytes + [0]).withUnsafeBytes { bytes in
            bytes.baseAddress.flatMap { strdup($0.assumingMemoryBound(to: CChar.self)) }
        }
    }

    private static func ending(of process: pid_t, seconds: Int) -> Ending {
        var status: Int32 = 0
        var waited = 0
        while true {
            let ended: pid_t = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { return .signal(0) }
            if waited > seconds * 1_000 {
                kill(process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return .stalled
            }
            usleep(1_000)
            waited += 1
        }
        let signal: Int32 = status & 0x7F
        return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    }
}
