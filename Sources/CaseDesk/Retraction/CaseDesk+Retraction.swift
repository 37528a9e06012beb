package import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Takes an import back as a whole: from now on what it recorded is left out wherever a stream is folded, and the same
    /// file may be imported again. The log stays as it is, and as of before nothing is different. Durable when it returns.
    /// O(events since the import's first).
    ///
    /// - Parameter position: the import's `ImportCompleted`.
    /// - Throws: `DeskError.refused` where somebody built upon it since, with the cases concerned; nothing is written then.
    package func retract(
        _ position: Position, note: String?, _ context: CommandContext, by actor: Actor, dryRun: Bool = false
    ) throws -> RetractionReport {
        var report: RetractionReport?
        do {
            try write(by: actor, now: clock()) { session in
                let retraction = Retraction(imported: position, note: note, isDryRun: dryRun)
                report = try pass(retraction, SentWith(context: context), session)
                if dryRun { throw DryRun() }
            }
        } catch is DryRun {}
        guard let report else { throw DeskError.store(StoreError(.damaged, path: store.path)) }
        return report
    }

    /// The newest import that was not taken back.
    ///
    /// - Throws: `DeskError.refused` where there is none.
    package func lastImport() throws -> Position {
        try ask(.now) { _ in
            guard let position = try ImportRows(store).last() else {
                throw Refusal(.noSuchImport, nil, "there is no import to be taken back")
            }
            return position
        }
    }

    private struct DryRun: Error {}

    fileprivate func carryOut(
        _ retraction: Retraction, _ passed: PassedCommand, _ session: Session
    ) throws -> RetractionReport {
        let (position, context): (Position, CommandContext) = (retraction.imported, passed.context)
        let (completed, first) = try completedImport(at: position)
        try session.projections.flush()
        try refuseIfRetracted(position)
        try refuseIfBuiltUpon(first)
        let content = Content(note: retraction.note, override: context.override)
        let decision = Decision(
            .book, .importRetracted(ImportRetracted(imported: position, first: first)), at: context.at,
            content: content.isEmpty ? nil : content, rule: context.rule)
        let taken: Int64 = try session.record([decision], passed).lowerBound
        try session.projections.flush()
        var report = RetractionReport(
            imported: position, mapping: completed.mapping, sha256: completed.sha256, position: Position(taken),
            isDryRun: retraction.isDryRun)
        report.released = try session.transaction.releaseKeys(ofCorrelation: first.rawValue)
        for name in try store.streams(
            ofCorrelation: first.rawValue, through: position.rawValue, except: StreamName.book.description)
        {
            switch StreamName(name) {
            case .case(let number):
                let isGone: Bool = try session.projections.cases.state(of: number)?.retractedAt != nil
                if isGone { report.cases += 1 } else { report.restored += 1 }
            case .person: report.persons += 1
            default: break
            }
        }
        return report
    }

    private func completedImport(at position: Position) throws -> (ImportCompleted, first: Position) {
        let what = ReadSpecification(at: position.rawValue)
        var found: (ImportCompleted, Position)?
        let decoder = EventDecoder()
        try store.forEachEvent(what) { row in
            if case .importCompleted(let completed) = try decoder.event(of: row) {
                found = (completed, Position(row.correlation))
            }
            return false
        }
        guard let found else {
            throw Refusal(
                .noSuchImport, nil,
                "no import was completed at position \(position); `cmcase log --type ImportCompleted` lists those there are"
            )
        }
        return found
    }

    // MARK: What speaks against it

    private func refuseIfRetracted(_ position: Position) throws {
        guard let retraction = try ImportRows(store).retraction(of: position) else { return }
        throw Refusal(
            .retracted, nil,
            "that import was taken back already, at position \(retraction); there is nothing to record")
    }

    /// What came from elsewhere and stands on what the import recorded would hang in the air without it.
    private func refuseIfBuiltUpon(_ first: Position) throws {
        let retracted: Set<Int64> = try ImportRows(store).retracted()
        var built: [String] = []
        func add(_ stream: String) { if !built.contains(stream), built.count < 6 { built.append(stream) } }
        try store.forEachEvent(behindCorrelation: first.rawValue, except: StreamName.book.description) {
            if !retracted.contains($2) { add($1) }
        }
        let cases: [CaseNumber] =
            try CaseRows(store).numbers(openedElsewhereForPersonsOf: first)
            + WaitingRows(store).cases(attachedElsewhereSince: first)
        for number in cases { add(StreamName.case(number).description) }
        guard !built.isEmpty else { return }
        let named: String = built.prefix(5).map { $0.replacingFirst("-", with: " ") }.joined(separator: ", ")
        throw Refusal(
            .builtUpon, nil,
            "since that import something else was recorded that stands on it, in \(named)\(built.count > 5 ? " and others" : ""); "
                + "take later imports back first, newest first; what people of the house decided since can't be left in the "
                + "air: correct single events with `cmcase case correct` instead")
    }
}

/// Taking an import back as a whole.
private struct Retraction: HouseCommand {
    var imported: Position
    var note: String?
    var isDryRun: Bool

    func identity(_ context: CommandContext) -> CommandIdentity {
        CommandIdentity(["retract", "\(imported)"], words: [note], context)
    }

    /// It comes without a key: a second time it is refused, since there is nothing left to take back.
    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> RetractionReport? { nil }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> RetractionReport {
        try desk.carryOut(self, passed, session)
    }
}

extension RetractionReport: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { position.rawValue...position.rawValue }
}

extension String {
    fileprivate func replacingFirst(_ byte: Character, with text: String) -> String {
        guard let index = firstIndex(of: byte) else { return self }
        return self[..<index] + text + self[self.index(after: index)...]
    }
}
