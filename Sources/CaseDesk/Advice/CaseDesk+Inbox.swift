package import CaseModel
internal import EventStore
internal import Measures
internal import Playbook
internal import Projections

extension CaseDesk {
    /// What is to be done now, the most urgent first. One walk along the open cases, O(cases · log limit); words, history
    /// and stance are looked up only of what is listed.
    ///
    /// - Parameter casesPerPart: how many cases a core advises on before it takes the next.
    package func inbox(
        _ query: InboxQuery, now: Timestamp, _ horizon: Horizon = .now, casesPerPart: Int = 2_048
    ) throws -> Inbox {
        try ask(horizon) { position in
            let shelf = try PolicyShelf(policyHistory())
            let book = try StandingBook(store)
            let part: InboxScan.Part = try InboxScan(query, shelf, book, now: now, casesPerPart: casesPerPart).run {
                body in
                try CaseRows(store).forEachOpen(body)
            }
            var items: [InboxItem] = part.found.map(\.item)
            var glances: [PersonNumber: PersonGlance] = [:]
            for index in items.indices { try complete(&items[index], book, &glances, through: position) }
            return Inbox(
                items: items, total: part.total, overdue: part.overdue, now: now, position: Position(position),
                shelf: shelf)
        }
    }

    /// What is to be done on one case, and why.
    ///
    /// - Throws: `DeskError.refused` where there is no such case.
    package func next(
        _ reference: CaseReference, now: Timestamp, _ horizon: Horizon = .now
    ) throws -> (item: InboxItem, shelf: PolicyShelf) {
        try ask(horizon) { position in
            let loader = CaseLoader(store: store)
            var number: CaseNumber = try self.number(of: reference)
            var seen: Set<CaseNumber> = []
            while seen.insert(number).inserted, let into = try loader.state(of: number, through: position)?.mergedInto {
                number = into
            }
            guard let row = try CaseRows(store).row(of: number) else {
                throw Refusal(.noSuchCase, number, "there is no case \(number) at that time")
            }
            let shelf = try PolicyShelf(policyHistory())
            let book = try StandingBook(store)
            let standing = book.standing(of: row.person, in: row.number, now: now)
            var item = InboxItem(
                number: row.number, person: row.person, channel: row.channel, summary: row.summary,
                advice: CaseAdvice(row.summary, on: row.channel, standing, shelf, now: now),
                incident: book.incident(of: row.number, now: now))
            var glances: [PersonNumber: PersonGlance] = [:]
            try complete(&item, book, &glances, through: position)
            return (item, shelf)
        }
    }

    // MARK: What is shown of an item

    /// - Parameter glances: what was found of persons before, by the one as whom they are known: many cases may be theirs.
    private func complete(
        _ item: inout InboxItem, _ book: StandingBook, _ glances: inout [PersonNumber: PersonGlance],
        through last: Int64
    ) throws {
        let principal: PersonNumber = book.principal(of: item.person)
        let glance: PersonGlance = try glances[principal] ?? glance(at: principal)
        glances[principal] = glance
        (item.personCases, item.personComplaints) = glance.counts
        item.stance = glance.stance
        if let account = try account(of: item.person) { (item.account, item.handle) = (account.id, account.handle) }
        item.text = try newestWords(of: item.number, through: last)
    }

    /// O(persons who are one with them + their cases).
    private func glance(at principal: PersonNumber) throws -> PersonGlance {
        let stance = try evidence(of: LinkRows(store).circle(of: principal), newest: true).last?.evidence.stance
        return PersonGlance(counts: try CaseRows(store).counts(of: principal), stance: stance ?? .unknown)
    }

    private func account(of person: PersonNumber) throws -> Content? {
        try PersonRows(store).identified(person).flatMap { try content(at: $0) }
    }

    /// The words of the newest mention, as they were last revised. O(events of the case).
    private func newestWords(of number: CaseNumber, through last: Int64) throws -> String? {
        guard let state = try CaseLoader(store: store).combined(number, through: last) else { return nil }
        return try content(ofOneAt: state.newestWords)?.text
    }
}

/// What an item of the inbox shows of its person, the same for everybody who is one with them.
private struct PersonGlance {
    var counts: (cases: Int64, complaints: Int64)
    var stance: Stance
}
