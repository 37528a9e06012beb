package import CaseModel
package import Intake

/// What a person wants imported, and how.
package struct ImportRequest {
    /// The file, or `-` for standard input.
    package var source: String
    package var mapping: SourceMapping
    /// Accounts that are the brand's own.
    package var brandAccounts: Set<String> = []
    /// The brand that every message is about.
    package var brand: Brand?
    /// What of it is today's work.
    package var work = ImportedWork.history
    /// Refuse the whole source rather than leave rows out.
    package var isStrict = false
    /// Do everything but keep nothing.
    package var isDryRun = false
    /// Where rows go that can't be taken in; beside the store, named after the source, where nil.
    package var rejectsPath: String?
    /// Rows committed together.
    package var rowsPerCommit = 20_000
    /// Told how far it is: reading the rows, then taking them in. What it throws breaks the import off, to be gone on with.
    package var progress: (_ phase: Phase, _ done: Int, _ total: Int) throws -> Void = { _, _, _ in }

    /// What an import is doing.
    package enum Phase { case reading, recording }

    package init(source: String, mapping: SourceMapping) {
        self.source = source
        self.mapping = mapping
    }
}

/// What an import did.
package struct ImportReport: Sendable {
    package var source: String
    package var mapping: String
    package var sha256: String
    package var counts = ImportCounts()
    /// Whether it went on where an earlier run had stopped.
    package var isResumed = false
    /// Whether the same file had been taken in whole before.
    package var wasImported = false
    /// What of it is today's work.
    package var work: ImportedWork
    /// As what the same file had been taken in before, where that was something else: what it brought then stays so.
    package var workBefore: ImportedWork?
    package var isDryRun: Bool
    /// Events recorded by this run.
    package var events: Int64 = 0
    /// The earliest and latest moment a row speaks of.
    package var from: Timestamp?
    package var until: Timestamp?
    /// The first rows that were rejected, and why.
    package var rejections: [Rejection] = []
    /// Where all rejected rows are, and why.
    package var rejectsPath: String?
    package var reasonsPath: String?

    /// Counts a row that stays out; the first of them are told.
    mutating func reject(_ rejection: Rejection) {
        counts.rejected += 1
        if rejections.count < 20 { rejections.append(rejection) }
    }
}
