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
    /// recorded each time. What `body` is told is durable by then; lines are committed in groups.
    ///
    /// - Throws: `DeskError` when the file can't be read or the store can't be used.
    package func apply(
        _ path: String, by actor: Actor, linesPerCommit: Int = 500, _ body: (AppliedLine) throws -> Void
    ) throws {
        do {
            let source = try SourceFile(path)
            var lines: [CommandLine] = []
            var places = LinePlaces(file: path)
            var splitter = RecordSplitter(format: .ndjson)
            func take(_ record: Record) {
                lines.append(
                    CommandLine(line: record.line, value: Self.parse(record), place: places.place(of: record.bytes)))
            }
            _ = try source.readThrough { chunk, _ in splitter.feed(chunk, take) }
            splitter.finish(take)
            if lines.isEmpty { throw DeskError.source(name: source.name, .empty) }
            for start in stride(from: 0, to: lines.count, by: linesPerCommit) {
                let group = lines[start..<min(start + linesPerCommit, lines.count)]
                for applied in try apply(group, by: actor) { try body(applied) }
            }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    private static func parse(_ record: Record) -> Result<JSONValue, Refusal> {
        if record.problem != nil { return .failure(CommandFields.malformed("the line is too long")) }
        do { return .success(try JSONValue.parse(record.bytes)) } catch {
            return .failure(CommandFields.malformed("the line is no JSON object (\(error))"))
        }
    }

    private func apply(_ group: ArraySlice<CommandLine>, by actor: Actor) throws -> [AppliedLine] {
        let now: Timestamp = clock()
        return try write(by: actor, now: now) { session in
            var applied: [AppliedLine] = []
            for read in group {
                let (line, value) = (read.line, read.value)
                let result: AppliedLine.Result
                do {
                    if case .success(let value) = value, PersonCommandRecord.matches(value) {
                        let record = try PersonCommandRecord(value, now: now)
                        let receipt = try carryOut(record, read.place, session)
                        applied.append(AppliedLine(line: line, result: .person(receipt)))
                        continue
                    }
                    if case .success(let value) = value, IncidentRecord.matches(value) {
                        let record = try IncidentRecord(value, now: now)
                        let receipt = try carryOut(record, read.place, session)
                        applied.append(AppliedLine(line: line, result: .incident(receipt)))
                        continue
                    }
                    if case .success(let value) = value, CorrectionRecord.matches(value) {
                        let record = try CorrectionRecord(value, now: now)
                        applied.append(
                            AppliedLine(line: line, result: try carryOut(record, read.place, session)))
                        continue
                    }
                    if case .success(let value) = value, SplitRecord.matches(value) {
                        let record = try SplitRecord(value, now: now)
                        let receipt = try carryOut(record, read.place, session)
                        applied.append(
                            AppliedLine(line: line, result: receipt.wasKnown ? .known(receipt) : .recorded(receipt)))
                        continue
                    }
                    let record = try CommandRecord(value.get(), now: now, keyOfMessage: keys.message)
                    let receipt = try carryOut(
                        record.command, record.context,
                        Session(
                            store: store, transaction: session.transaction, projections: session.projections,
                            actor: record.actor ?? actor, now: now, correlation: nil),
                        key: commandKey(record.key, at: read.place), expecting: record.expecting)
                    result = receipt.wasKnown ? .known(receipt) : .recorded(receipt)
                } catch let refusal as Refusal {
                    result = .refused(refusal)
                } catch DeskError.refused(let refusal) {
                    result = .refused(refusal)
                } catch DeskError.store(let error) where error.isConflict {
                    result = .refused(Refusal(.nothingChanged, nil, error.description))
                }
                applied.append(AppliedLine(line: line, result: result))
            }
            return applied
        }
    }

    private func carryOut(
        _ record: SplitRecord, _ place: String?, _ session: Session
    ) throws -> CommandReceipt {
        try split(
            record.reference, off: record.mentions, reason: record.reason, record.context,
            Session(
                store: store, transaction: session.transaction, projections: session.projections,
                actor: record.actor ?? session.actor, now: session.now, correlation: nil),
            key: commandKey(record.key, at: place))
    }

    private func carryOut(
        _ record: CorrectionRecord, _ place: String?, _ session: Session
    ) throws -> AppliedLine.Result {
        let receipt = try correct(
            record.event, record.settings, reason: record.reason, record.context,
            Session(
                store: store, transaction: session.transaction, projections: session.projections,
                actor: record.actor ?? session.actor, now: session.now, correlation: nil),
            key: commandKey(record.key, at: place))
        switch receipt.subject {
        case .ofCase(let receipt): return receipt.wasKnown ? .known(receipt) : .recorded(receipt)
        case .ofPerson(let receipt): return .person(receipt)
        }
    }

    private func carryOut(
        _ record: PersonCommandRecord, _ place: String?, _ session: Session
    ) throws -> PersonReceipt {
        try carryOut(
            record.command, record.context,
            Session(
                store: store, transaction: session.transaction, projections: session.projections,
                actor: record.actor ?? session.actor, now: session.now, correlation: nil),
            key: commandKey(record.key, at: place))
    }

    private func carryOut(
        _ record: IncidentRecord, _ place: String?, _ session: Session
    ) throws -> IncidentReceipt {
        try carryOut(
            record.command, record.context,
            Session(
                store: store, transaction: session.transaction, projections: session.projections,
                actor: record.actor ?? session.actor, now: session.now, correlation: nil),
            key: commandKey(record.key, at: place))
    }
}
