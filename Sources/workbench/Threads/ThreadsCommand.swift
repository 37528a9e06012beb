import ArgumentParser

/// `workbench threads`
struct ThreadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "threads", abstract: "Repeat real conversations until there are as many rows as wanted.",
        discussion: """
            Example: workbench threads Scripts/sample/support.csv --rows 100000 > threads.csv

            FILE and output are CSV in the layout support-threads. The first repetition is the file itself; each further one \
            has other message ids and customers, and each of its conversations another time, further back. The rows keep \
            the file's mixed order. Memory: the file.
            """)

    @Argument(help: "Conversations to repeat.")
    var file: String

    @Option(help: "How many rows to write, the header not counted.")
    var rows: Int

    @Option(help: "Another seed, other times.")
    var seed: UInt64 = 1

    func run() throws {
        let source = try ThreadFile(path: file)
        var output = try OutputFile("-")
        try output.write(Array((ThreadFile.columns.joined(separator: ",") + "\n").utf8))
        var repeater = ThreadRepeater(source, seed: seed)
        for _ in 0..<rows { try output.write(repeater.next()) }
        try output.flush()
    }
}
