internal import CaseModel
internal import EventStore
internal import Projections

/// What `cmcase doctor` found.
package struct Diagnosis: Sendable {
    /// One thing looked at.
    package struct Finding: Sendable {
        package var key: String
        package var title: String
        package var value: String
        /// What it means for the person, where that isn't plain.
        package var meaning: String?
        package var isGood = true
    }

    package var findings: [Finding]
    /// Whether nothing has to be done.
    package var isHealthy: Bool { findings.allSatisfy(\.isGood) }
}

extension CaseDesk {
    /// Looks at the store, the library, the lock and the clock. Changes nothing, and on a desk opened to examine makes no file
    /// beside the store. O(pages): every page is read and checked.
    package func diagnose() throws -> Diagnosis {
        try read {
            Diagnosis(findings: [
                .init(key: "store", title: "store", value: store.path), schema(), try log(),
                try projections(),
                try integrity(), library(), lock(), try clockFinding(),
            ])
        }
    }

    private func schema() -> Diagnosis.Finding {
        .init(
            key: "schemaVersion", title: "schema version", value: "\(Schema.version)",
            meaning: "this program reads and writes it")
    }

    private func log() throws -> Diagnosis.Finding {
        let end = try store.end()
        let last: String =
            end.position == 0
            ? "none yet" : "the last recorded \(TimeText.format(Timestamp(microseconds: end.recordedAt)))"
        return .init(key: "events", title: "events", value: "\(end.position)", meaning: last)
    }

    private func projections() throws -> Diagnosis.Finding {
        let readable: Bool = try engine.isReadable() || store.end().position == 0
        return .init(
            key: "projections", title: "projections",
            value: readable ? "in step with the log" : "behind, or another version's",
            meaning: readable
                ? nil : "questions are answered from the log meanwhile, more slowly; `cmcase replay` builds them anew",
            isGood: readable)
    }

    private func integrity() throws -> Diagnosis.Finding {
        let faults: [String] = try store.faultsOfFile()
        let isGood: Bool = faults.isEmpty
        return .init(
            key: "integrity", title: "file", value: isGood ? "intact" : faults.joined(separator: "; "),
            meaning: isGood
                ? "its pages are sound; `cmcase log verify` checks that the events in them are as they were recorded"
                : "restore a backup, or save what can be read with: sqlite3 \(store.path) .recover",
            isGood: isGood)
    }

    private func library() -> Diagnosis.Finding {
        .init(
            key: "sqlite", title: "SQLite", value: EventStore.libraryVersion,
            meaning: EventStore.hasWALResetBug
                ? """
                has the WAL-reset bug of 3.7.0 to 3.51.2: two connections that write or checkpoint at the same moment can \
                lose a write; cmcase writes and checkpoints under one lock, so it is safe as long as no other program \
                writes to the store
                """ : nil)
    }

    private func lock() -> Diagnosis.Finding {
        switch WriterLock.holding(ofStore: store.resolvedPath) {
        case .nobody: .init(key: "lock", title: "lock", value: "free")
        case .somebody(let holder):
            .init(
                key: "lock", title: "lock", value: "held by \(holder ?? "another process")",
                meaning: "somebody writes at this moment; that is no fault")
        case .unknown:
            .init(
                key: "lock", title: "lock", value: "not known",
                meaning: "the lock's file beside the store can't be read")
        }
    }

    private func clockFinding() throws -> Diagnosis.Finding {
        let end = try store.end()
        let now: Timestamp = clock()
        let check = ClockCheck(
            now: now, newest: end.position == 0 ? nil : Timestamp(microseconds: end.recordedAt))
        let time: String = TimeText.format(now)
        if check.isBehindTheLog {
            return .init(
                key: "clock", title: "clock", value: "\(time), behind the newest event",
                meaning: """
                    the newest event was recorded at \(TimeText.format(Timestamp(microseconds: end.recordedAt))); until then \
                    every event gets that time as its time of recording: check the clock of this machine, and of the one \
                    that recorded it
                    """, isGood: false)
        }
        if check.isFarAhead {
            return .init(
                key: "clock", title: "clock", value: "\(time), far past the newest event",
                meaning:
                    "nothing is recorded with such a clock: set it, or add --trust-clock if it is right",
                isGood: false)
        }
        return .init(key: "clock", title: "clock", value: time)
    }
}
