import ArgumentParser
import CaseDesk
import CaseModel
import Glibc

/// Which store, and who acts.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: "The store's file (CMCASE_STORE; default cmcase.db).")
    var store: String?

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Record although the clock is far past the newest event: it is right.", visibility: .hidden))
    var trustClock = false

    /// The store's path by option, environment, configuration or default.
    var path: String {
        get throws { try store ?? Self.environment("CMCASE_STORE") ?? Configuration.current().store ?? "cmcase.db" }
    }

    /// Opens the desk for questions.
    func desk(_ access: CaseDesk.Access = .read) throws -> CaseDesk {
        let desk = try CaseDesk(store: try path, access: access, clock: Self.now)
        desk.trustsClock = trustClock
        return desk
    }

    /// The value of an environment variable; an empty one counts as absent.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Our clock, in whole microseconds.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}

/// Who records what a command says.
struct ActorOptions: ParsableArguments {
    @Option(
        name: .long, help: "Who does it, as in ana or rule:triage (CMCASE_ACTOR, the configuration, else the login).")
    var actor: String?

    func value() throws -> Actor {
        let name: String =
            try actor ?? StoreOptions.environment("CMCASE_ACTOR") ?? Configuration.current().actor
            ?? StoreOptions.environment("USER")
            ?? StoreOptions.environment("LOGNAME") ?? "operator"
        guard let actor = Actor(name) else {
            throw WrongCommand(
                "--actor is a name of at most 64 bytes without control characters, as in ana or rule:triage")
        }
        return actor
    }
}
