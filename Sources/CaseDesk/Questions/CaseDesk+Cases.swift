package import CaseModel
internal import EventStore
internal import Projections

/// A list of cases, and how many there are without the limit.
package struct CaseList: Sendable {
    package var cases: [CaseListing]
    package var total: Int64
    /// The last position of the log that it rests on.
    package var position: Position
}

extension CaseDesk {
    /// Lists cases. A scan of the rows, O(cases), in memory that grows with what is listed.
    package func cases(_ query: CaseQuery, _ horizon: Horizon = .now) throws -> CaseList {
        try ask(horizon) { position in
            CaseList(
                cases: try listings(query, through: position), total: try CaseRows(store).count(query),
                position: Position(position))
        }
    }

    func listings(_ query: CaseQuery, through last: Int64) throws -> [CaseListing] {
        var result: [CaseListing] = []
        try CaseRows(store).forEachListed(query) { result.append(try listing($0, through: last)) }
        return result
    }

    private func listing(_ listed: ListedCase, through last: Int64) throws -> CaseListing {
        let row: CaseRow = listed.row
        let words: Content? =
            listed.firstMentions.isEmpty
            ? try listed.words.map { try Self.content($0, "what case \(row.number) begins with", in: store) }
            : try content(ofOneAt: listed.firstMentions)
        return CaseListing(
            number: row.number, tracking: listed.tracking, person: row.person,
            account: try listed.account.map { try Self.content($0, "the account of case \(row.number)", in: store) },
            channel: row.channel, root: listed.root,
            rootID: try rootID(
                of: listed.root, on: row.channel, in: row.number, answeredIn: words?.parent, through: last),
            origin: listed.origin, row.summary, mergedInto: listed.mergedInto, version: listed.position,
            text: words?.text)
    }
}
