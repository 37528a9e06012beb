import ArgumentParser
import CaseDesk
import CaseModel
import Glibc

/// `workbench durable`
struct DurableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "durable", abstract: "Time replies, each of them durable before the next begins.",
        discussion: """
            Example: workbench durable copy.db --count 500

            One reply of ours in each case from the first on, through the same command that people use: decided, recorded, \
            folded, committed. STORE is changed. Prints seconds as `bare durable` does.
            """)

    @Argument(help: "A store with at least as many cases.")
    var store: String

    @Option(help: "How many replies.")
    var count: Int

    func run() throws {
        let desk = try CaseDesk(store: store, access: .write, clock: Self.now)
        defer { desk.close() }
        guard let actor = Actor("workbench") else { throw WorkbenchError.input("there is no actor workbench") }
        let reply = CaseCommand.Reply(
            text: "We've passed this on and will let you know by tomorrow at noon what came of it. ^WB",
            visibility: .isPublic, purpose: .acknowledge)
        var seconds: [Double] = []
        var number: Int64 = 0
        let clock = ContinuousClock()
        while seconds.count < count {
            number += 1
            let start = clock.now
            do {
                _ = try desk.carryOut(
                    .onCase(.number(CaseNumber(number)), .reply(reply), mention: nil), CommandContext(at: Self.now()),
                    by: actor, key: "workbench \(number)")
            } catch DeskError.refused(let refusal) where refusal.code != .noSuchCase {
                continue
            }
            seconds.append((clock.now - start) / .seconds(1))
        }
        seconds.sort()
        let total: Double = seconds.reduce(0, +)
        print(
            "events \(count) seconds \(total) median \(seconds[count / 2]) p90 \(seconds[count * 9 / 10])",
            "mean \(total / Double(count))")
    }

    private static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
