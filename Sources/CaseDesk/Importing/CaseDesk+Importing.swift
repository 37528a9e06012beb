internal import CaseModel
internal import EventStore

extension CaseDesk {
    /// Takes a source in.
    ///
    /// Each commit is durable before the next begins; a dry run keeps nothing. O(rows · log n).
    ///
    /// - Throws: `DeskError`: the source can't be read, a strict import would reject rows, the store can't be used.
    package func importSource(_ request: ImportRequest) throws -> ImportReport {
        try importSource(PreparedImport(request, rejectsFolder: CaseDesk.folder(of: store.path), now: clock()))
    }

    /// Takes a source in that was read through before.
    package func importSource(_ prepared: PreparedImport) throws -> ImportReport {
        do {
            // What only the store can tell of a row is found out before anything of a strict import is kept.
            if prepared.request.isStrict {
                let rehearsal = try Importer(desk: self, prepared: prepared, isRehearsal: true).run()
                if rehearsal.counts.rejected > 0 {
                    throw DeskError.strict(rejected: rehearsal.counts.rejected, rehearsal.rejections)
                }
                if prepared.request.isDryRun { return rehearsal }
            }
            return try Importer(desk: self, prepared: prepared).run()
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// The folder that a store stands in, with its slash; nothing for the present one.
    package static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The keys under which this store knows networks' ids.
    var keys: SourceKeys { SourceKeys(hash: store.keyedHash) }
}
