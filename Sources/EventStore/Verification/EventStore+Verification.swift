internal import SQLite

extension EventStore {
    /// Verifies the whole log and its contents against the recorded hashes. Changes nothing.
    ///
    /// O(bytes), in constant memory. Reads in pages, each in a transaction of its own, so that the WAL can be
    /// checkpointed meanwhile.
    ///
    /// - Parameters:
    ///   - pageSize: rows per transaction.
    ///   - progress: called after each page with the number of events so far.
    /// - Throws: `StoreError` if the file can't be read.
    package func verify(pageSize: Int64 = 50_000, progress: (Int64) -> Void = { _ in }) throws -> LogVerification {
        var verifier = LogVerifier()
        var after: Int64? = .min
        while let start = after {
            after = try read { try verifyRows(after: start, pageSize, &verifier) }
            progress(verifier.result.events)
        }
        var place: StreamPlace? = StreamPlace(stream: [], version: .min)
        while let start = place { place = try read { try verifyStreams(after: start, pageSize, &verifier) } }
        return verifier.result
    }

    /// The last place of a page in the stream index.
    private struct StreamPlace {
        var stream: [UInt8]
        var version: Int64
    }

    /// Scans events and contents side by side.
    ///
    /// - Returns: the last position of the page; nil if there are no more.
    private func verifyRows(after: Int64, _ pageSize: Int64, _ verifier: inout LogVerifier) throws -> Int64? {
        let events = try connection.statement(SQL.eventsToVerify)
        let contents = try connection.statement(SQL.contentsToVerify)
        defer {
            events.reset()
            contents.reset()
        }
        for statement in [events, contents] { statement.bind(1, after) }
        events.bind(2, pageSize)
        var content: Int64? = try contents.step() ? contents.int64(0) : nil
        var last: Int64 = after
        var count: Int64 = 0
        while try events.step() {
            let row = EventRow(statement: events)
            last = row.position
            count += 1
            while let lone = content, lone < last {
                verifier.reportContentWithoutEvent(at: lone)
                content = try contents.step() ? contents.int64(0) : nil
            }
            let hasContent: Bool = content == last
            verifier.check(
                LeafColumns(row), leafHash: row.leafHashBytes,
                content: hasContent ? .init(nonce: contents.blobBytes(1), body: contents.textBytes(2)) : nil)
            if hasContent { content = try contents.step() ? contents.int64(0) : nil }
        }
        if count == pageSize { return last }
        while let lone = content {
            verifier.reportContentWithoutEvent(at: lone)
            content = try contents.step() ? contents.int64(0) : nil
        }
        return nil
    }

    private func verifyStreams(
        after place: StreamPlace, _ pageSize: Int64, _ verifier: inout LogVerifier
    ) throws -> StreamPlace? {
        let statement = try connection.statement(SQL.placesInStreams)
        defer { statement.reset() }
        place.stream.withUnsafeBytes { statement.bind(1, text: $0) }
        statement.bind(2, place.version)
        statement.bind(3, pageSize)
        var place: StreamPlace = place
        var count: Int64 = 0
        while try statement.step() {
            count += 1
            verifier.check(stream: statement.textBytes(0), version: statement.int64(1), at: statement.int64(2))
            if count == pageSize {
                place = StreamPlace(stream: Array(statement.textBytes(0)), version: statement.int64(1))
            }
        }
        return count == pageSize ? place : nil
    }
}

extension LeafColumns {
    fileprivate init(_ row: EventRow) {
        self.init(
            position: row.position, stream: row.streamBytes, version: row.version, type: row.typeBytes,
            schemaVersion: row.schemaVersion, occurredAt: row.occurredAt, recordedAt: row.recordedAt,
            actor: row.actorBytes, causation: row.causation, correlation: row.correlation, payload: row.payloadBytes,
            commitment: row.commitmentBytes)
    }
}
