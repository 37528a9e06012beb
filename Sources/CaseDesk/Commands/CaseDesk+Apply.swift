package import CaseModel
internal import EventStore
internal import Intake
internal import JSON

/// What became of one line of a file of commands.
package struct AppliedLine: Sendable {
    package enum Result: Sendable {
        case recorded(CommandReceipt)
        /// The same line of a file of that name was recorded before.
        case known(CommandReceipt)
        /// A command on a person.
        case person(PersonReceipt)
        /// A command on an incident.
        case incident(IncidentReceipt)
        case refused(Refusal)
    }

    /// The line, from 1.
    package var line: Int
    package var result: Result
}

extension CaseDesk {
    /// Carries out a file of commands, one JSON object a line, each by itself: a refused line leaves the others be.
    ///
    /// The same file again adds nothing, and a mended one what is new in it: a line without a key of its own is known by
    /// the file's name, its words, and how manieth line with these words it is. From standard input such a line is
    /// recorded each time. What `body` is told is durable by then; lines are committed in groups, as they are read. Memory:
    /// a group of lines, and 16 bytes for each line of the file.
    ///
    /// - Throws: `DeskError` when the file can't be read or the store can't be used.
    package func apply(
        _ path: String, by actor: Actor, linesPerCommit: Int = 500, _ body: (AppliedLine) throws -> Void
    ) throws {
        do {
            let source = try SourceFile(path)
            let group = LineGroup(of: path)
            var splitter = RecordSplitter(format: .ndjson, maximumRecordBytes: Self.longestLine)
            func applyGroup() throws {
                for applied in try apply(group.handOver(), by: actor) { try body(applied) }
            }
            func take(_ record: Record) throws {
                group.take(record, Self.parse(record))
                if group.lines.count >= linesPerCommit || group.bytes >= Self.longestLine { try applyGroup() }
            }
            _ = try source.readThrough { chunk, _ in try splitter.feed(chunk, take) }
            try splitter.finish(take)
            if group.taken == 0 { throw DeskError.source(name: source.name, .empty) }
            if !group.lines.isEmpty { try applyGroup() }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// The longest words that a command takes, each byte of them escaped, need not more; and as many bytes of lines are
    /// committed together at most.
    private static let longestLine = 8 << 20

    private static func parse(_ record: Record) -> Result<JSONValue, Refusal> {
        if record.problem != nil {
            return .failure(
                CommandFields.malformed("the line is longer than \(longestLine) bytes; no command needs so many"))
        }
        do { return .success(try JSONValue.parse(record.bytes)) } catch {
            return .failure(CommandFields.malformed("the line is no JSON object (\(error))"))
        }
    }

    /// Carries out a group of lines in one transaction. Whatever is wrong with a line is that line's own; what is wrong
    /// with the store ends all of them.
    private func apply(_ group: [CommandLine], by actor: Actor) throws -> [AppliedLine] {
        let now: Timestamp = clock()
        return try write(by: actor, now: now) { session in
            try group.map { line in
                let head: Int64 = session.transaction.head
                do {
                    return AppliedLine(line: line.line, result: try apply(line, by: actor, session))
                } catch {
                    // What is recorded in part is undone as a whole.
                    guard session.transaction.head == head, let refusal = Refusal(ofTheLine: error) else { throw error }
                    return AppliedLine(line: line.line, result: .refused(refusal))
                }
            }
        }
    }

    private func apply(_ line: CommandLine, by actor: Actor, _ session: Session) throws -> AppliedLine.Result {
        let sent = try SentCommand(line.value.get(), now: session.now, keyOfMessage: keys.message)
        let ofTheLine = Session(
            store: store, transaction: session.transaction, projections: session.projections,
            actor: sent.actor ?? actor, now: session.now, correlation: nil,
            knownTexts: session.knownTexts)
        let with = SentWith(
            context: sent.context, key: commandKey(sent.key, at: line.place), expecting: sent.expecting)
        func receipt(of command: some LineCommand) throws -> AppliedLine.Result {
            let receipt = try pass(command, with, ofTheLine)
            return receipt.applied
        }
        return try receipt(of: sent.command)
    }
}

/// The lines of a file of commands that are committed together, while they are read.
private final class LineGroup {
    private(set) var lines: [CommandLine] = []
    /// Their bytes.
    private(set) var bytes = 0
    /// How many lines the file had so far.
    private(set) var taken = 0
    private var places: LinePlaces

    init(of file: String) { places = LinePlaces(file: file) }

    func take(_ record: Record, _ value: Result<JSONValue, Refusal>) {
        lines.append(CommandLine(line: record.line, value: value, place: places.place(of: record.bytes)))
        bytes += record.bytes.count
        taken += 1
    }

    func handOver() -> [CommandLine] {
        defer { (lines, bytes) = ([], 0) }
        return lines
    }
}

extension Refusal {
    /// The refusal of a line that an error belongs to; nil where the store is to blame.
    fileprivate init?(ofTheLine error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case DeskError.refused(let refusal): self = refusal
        case DeskError.input(let sentence): self = CommandFields.malformed(sentence)
        case let error as StoreError where error.isConflict: self.init(.nothingChanged, nil, error.description)
        case DeskError.store(let error) where error.isConflict: self.init(.nothingChanged, nil, error.description)
        default: return nil
        }
    }
}
