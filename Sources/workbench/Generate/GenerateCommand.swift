import ArgumentParser

/// `workbench generate`
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Invent mentions and replies that come to as many events as wanted.",
        discussion: """
            Example: workbench generate --events 100000 --seed 7 --out mentions.ndjson

            The output is canonical NDJSON in the order of time, parents before answers: several brands and channels, two \
            languages, both sides, a day's and a night's traffic, bursts of complaints, conversations and delays with long \
            tails, labels, bystanders, people who come back, complainers who praise later. A row comes to about two events \
            on import: a mention 1, its label 1, a reply of ours 1, and 1 each for a new person and a new case. The traffic a \
            day is always the same, so more events mean more days, from 2012 on: a million are about 140. Memory: \
            the conversations that go on at one moment, whatever the number of events.
            """)

    @Option(help: "How many events an import is to record.")
    var events: Int

    @Option(help: "Another seed, other mentions.")
    var seed: UInt64 = 1

    @Option(help: "The file, or - for standard output.")
    var out: String = "-"

    func run() throws {
        var output = try OutputFile(out)
        var chatter = Chatter(seed: seed)
        var line = MessageLine()
        // One event says that the import is complete.
        while chatter.tally.events < events - 1 { try output.write(line.bytes(of: chatter.next())) }
        try output.flush()
        try OutputFile.say("\(chatter.tally)")
    }
}
