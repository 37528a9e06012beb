import Foundation
import Glibc

/// The built program, run as a person runs it.
enum Program {
    /// Beside the tests, in the folder that the build makes.
    static let path: String = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "cmcase").path()
    }()

    /// How a run ended, and what it printed.
    struct Ending {
        /// The exit code; nil where a signal ended it.
        var code: Int32?
        var signal: Int32?
        var output: String
        var errors: String

        /// The output's lines.
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// What a run is given.
    struct Circumstances {
        var folder: String
        var input = "/dev/null"
        var environment: [String: String] = [:]
        /// A terminal to print on, where it is not a file.
        var terminal: String?
    }

    /// Starts a program; its output goes to files in the folder.
    static func start(_ program: String, _ arguments: [String], _ circumstances: Circumstances) throws -> Running {
        let output = circumstances.folder + "/.output-\(UUID().uuidString)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, circumstances.input, O_RDONLY, 0)
        if let terminal = circumstances.terminal {
            posix_spawn_file_actions_addopen(&actions, 1, terminal, O_RDWR | O_NOCTTY, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        posix_spawn_file_actions_addopen(&actions, 2, output + ".errors", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // Where the tests run in the background of a shell, an interrupt would be ignored by what they start too; and
        // the threads that run them may hold signals back.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &interrupt)
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let environment: [String: String] = [
            "PATH": URL(filePath: path).deletingLastPathComponent().path() + ":/usr/bin:/bin:/usr/sbin:/sbin",
            "HOME": circumstances.folder, "TZ": "UTC", "LANG": "C.UTF-8", "USER": "eva",
        ].merging(circumstances.environment) { _, own in own }
        // The shell goes to the folder and becomes the program.
        let line: [String] = ["sh", "-c", "cd \"$0\" && exec \"$@\"", circumstances.folder, program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var process: pid_t = 0
        let code: Int32 = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &settings)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return Running(process: process, output: output)
    }
}

/// A run that goes on.
struct Running {
    let process: pid_t
    fileprivate let output: String

    func kill() { Glibc.kill(process, SIGKILL) }

    /// Whether it has ended; it is still there to be waited for.
    var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
    }

    /// Waits for the end.
    func ending() -> Program.Ending {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal: Int32 = status & 0x7F
        let texts: [String] = [output, output + ".errors"].map { path in
            defer { unlink(path) }
            return (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        return Program.Ending(
            code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal, output: texts[0],
            errors: texts[1])
    }
}
