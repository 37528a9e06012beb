internal import CaseModel

/// The judgement that the source brings along.
extension MessageAssembly {
    /// The row's judgement, nil where it has no polarity.
    ///
    /// Targets belong to complaints alone. In a strict mapping it is wrong to have them elsewhere, or to have parts of a
    /// judgement without its polarity; in any other they say nothing there.
    func label(of row: some SourceRow) throws(FieldProblem) -> Label? {
        let polarity = try word(.polarity, of: row, mapping.tables.polarity) ?? mapping.constants.polarity
        guard let polarity else {
            if mapping.isStrict { try refuseParts(of: row) }
            return nil
        }
        return Label(
            polarity: polarity, targets: try targets(of: row, polarity: polarity),
            topics: try words(.topics, of: row, mapping.tables.topics).map(Topic.init),
            severity: try word(.severity, of: row, mapping.tables.severity) ?? mapping.constants.severity,
            confidence: try value(.confidence, of: row, confidence) ?? 1,
            method: try word(.method, of: row, mapping.tables.method) ?? mapping.constants.method ?? .imported,
            methodVersion: try name(.methodVersion, of: row) ?? mapping.constants.methodVersion)
    }

    private func targets(of row: some SourceRow, polarity: Polarity) throws(FieldProblem) -> TargetSet {
        guard polarity == .complaint || mapping.isStrict else { return [] }
        let said = try words(.targets, of: row, mapping.tables.targets)
        guard polarity == .complaint else {
            if said.isEmpty { return [] }
            throw FieldProblem(field: .targets, reason: .targetsWithoutComplaint)
        }
        let targets = said.isEmpty ? mapping.constants.targets ?? [] : said.reduce(into: []) { $0.formUnion($1) }
        guard !targets.isEmpty else { throw FieldProblem(field: .targets, reason: .complaintWithoutTarget) }
        return targets
    }

    private func refuseParts(of row: some SourceRow) throws(FieldProblem) {
        for field: SourceField in [.targets, .topics, .severity, .confidence, .method, .methodVersion] {
            var isThere = false
            do {
                try row.forEachElement(of: field, separator: nil) { (bytes) throws(RejectionReason) in isThere = true }
            } catch {
                throw FieldProblem(field: field, reason: error)
            }
            if isThere { throw FieldProblem(field: field, reason: .labelWithoutPolarity) }
        }
    }
}
