package import CaseModel
internal import EventStore
package import Measures
internal import Projections
internal import SQLite

/// What a measure is asked about, whichever it is.
package struct MeasureScope: Sendable {
    /// By what happened in the world.
    package var window = Window()
    package var grouping: Grouping?
    /// By what we knew.
    package var horizon: Horizon = .now

    package init() {}
}

/// A conversion with what it rests on.
package struct ConversionAnswer: Sendable {
    /// The definition that it is reckoned by.
    package var version: ConversionVersion
    package var conversion: Conversion
    /// The last position of the log it rests on.
    package var position: Position
    /// The index complaints in the window, where they were asked for.
    package var index: [IndexComplaint]
    package var leftOut: LeftOut
}

/// What lies in a figure's window and is not in the figure (MEASURES, "Service").
package struct LeftOut: Hashable, Sendable {
    /// Messages of ours that belong to no case yet.
    package var oursInNoCase: Int64
    /// What is of somebody whom nobody knows, and so of no person: evidence of stance, or episodes.
    package var ofNobody: Int64
    /// Whether the latter are episodes, which count as such all the same.
    package var isEpisodes: Bool
}

/// First responses with what they rest on.
package struct ServiceAnswer: Sendable {
    package var firstResponse: FirstResponse
    package var position: Position
    package var endOfData: Timestamp
    package var leftOut: LeftOut
    /// The episodes in the window, where they were asked for.
    package var waits: [Wait] = []

    /// One episode of a case with the events that decide how long its person waited.
    package struct Wait: Hashable, Sendable {
        package var number: CaseNumber
        package var episode: Int64
        package var person: PersonNumber
        /// The first mention.
        package var opened: Position
        package var openedAt: Timestamp
        /// Our first reply at or after it; nil where they wait.
        package var answered: Position?
        package var answeredAt: Timestamp?
    }
}

extension CaseDesk {
    /// How many detractors became promoters. One walk along the evidence, O(evidence), in memory that grows with the
    /// persons who complained.
    ///
    /// - Parameter explaining: whether every index complaint is kept, with the events that decided it.
    package func conversion(
        horizonDays: Int64, _ scope: MeasureScope, by version: ConversionVersion = .current, explaining: Bool
    ) throws -> ConversionAnswer {
        try ask(scope.horizon) { position in
            let question = ConversionQuestion(
                horizonDays: horizonDays, endOfData: try endOfData(), window: scope.window, grouping: scope.grouping)
            var index: [IndexComplaint] = []
            var fold = ConversionFold(question, onIndex: explaining ? { index.append($0) } : nil)
            let nobody = try NobodyKnown(store.connection)
            try forEachEvidence(version) { evidence, facets in
                if nobody.contains(evidence.person) { return fold.leaveOut(ofNobodyAt: evidence.at) }
                fold.add(evidence, facets: facets())
            }
            let conversion: Conversion = fold.finish()
            return ConversionAnswer(
                version: version, conversion: conversion, position: Position(position), index: index,
                leftOut: LeftOut(
                    oursInNoCase: try oursInNoCase(scope.window), ofNobody: Int64(conversion.evidenceOfNobody),
                    isEpisodes: false))
        }
    }

    /// How long people wait for our first response. A scan of the cases, and the events of those that were reopened.
    ///
    /// - Parameter explaining: whether every episode is kept with the events that decided it, which costs a look at each
    ///   case's own events.
    package func firstResponse(
        target: Int64?, _ scope: MeasureScope, explaining: Bool = false
    ) throws -> ServiceAnswer {
        try ask(scope.horizon) { position in
            let end: Timestamp = try endOfData()
            var fold = FirstResponseFold(
                FirstResponseQuestion(
                    endOfData: end, window: scope.window, target: target, grouping: scope.grouping))
            var counted: [ServiceRow] = []
            let loader = CaseLoader(store: store)
            try forEachServiceRow { row, facets in
                guard row.isReopened, let state = try loader.combined(row.number, through: position) else {
                    fold.add(row.fact, facets: facets())
                    if explaining, scope.window.contains(row.fact.openedAt) {
                        counted.append(row)
                    }
                    return
                }
                for wait in state.firstResponses {
                    let fact = ServiceFact(
                        number: row.number, person: row.fact.person, openedAt: wait.mention.at,
                        firstReplyAt: wait.reply?.at)
                    fold.add(fact, facets: facets())
                }
                if explaining { counted.append(row) }
            }
            let waits: [ServiceAnswer.Wait] = try counted.sorted { $0.number < $1.number }.flatMap { row in
                try loader.combined(row.number, through: position)?.firstResponses.map { wait in
                    ServiceAnswer.Wait(
                        number: row.number, episode: wait.episode, person: row.person, opened: wait.mention.position,
                        openedAt: wait.mention.at, answered: wait.reply?.position, answeredAt: wait.reply?.at)
                } ?? []
            }
            let answer: FirstResponse = fold.finish()
            return ServiceAnswer(
                firstResponse: answer, position: Position(position), endOfData: end,
                leftOut: LeftOut(
                    oursInNoCase: try oursInNoCase(scope.window), ofNobody: Int64(answer.figures.ofNobody),
                    isEpisodes: true),
                waits: waits.filter { scope.window.contains($0.openedAt) })
        }
    }

    /// Up to when the data reach: what the imports say they cover, the latest message there is, and the latest
    /// evidence, which may be no message but the answer to a survey.
    private func endOfData() throws -> Timestamp {
        let statement = try store.connection.statement(
            """
            SELECT max(coalesce((SELECT max(until_time) FROM import_row WHERE retracted_at IS NULL), 0),
                coalesce((SELECT max(max(coalesce(last_mention_at, 0), coalesce(last_reply_at, 0))) FROM case_row), 0),
                coalesce((SELECT max(at) FROM evidence_row), 0))
            """ as String)
        defer { statement.reset() }
        return Timestamp(microseconds: try statement.step() ? statement.int64(0) : 0)
    }

    /// How many messages of ours of a window belong to no case. O(messages that wait or waited).
    private func oursInNoCase(_ window: Window) throws -> Int64 {
        let statement = try store.connection.statement(
            """
            SELECT count(*) FROM waiting_row JOIN event ON event.position = waiting_row.position
            WHERE case_number IS NULL AND (?1 IS NULL OR event.occurred_at >= ?1)
                AND (?2 IS NULL OR event.occurred_at < ?2) AND event.payload ->> 'direction' = 'ours'
            """ as String)
        defer { statement.reset() }
        statement.bind(1, window.since?.microseconds)
        statement.bind(2, window.until?.microseconds)
        return try statement.step() ? statement.int64(0) : 0
    }

    /// Who is known as whom: empty where nobody is linked.
    func principals() throws -> [PersonNumber: PersonNumber] {
        let statement = try store.connection.statement("SELECT person, principal FROM link_row" as String)
        defer { statement.reset() }
        var principals: [PersonNumber: PersonNumber] = [:]
        while try statement.step() { principals[PersonNumber(statement.int64(0))] = PersonNumber(statement.int64(1)) }
        return principals
    }

    /// A row of the cases, as far as first responses need it.
    private struct ServiceRow {
        var number: CaseNumber
        /// Whose case it is, somebody whom nobody knows too.
        var person: PersonNumber
        /// Of the case as a whole: of its only episode, where it was not reopened.
        var fact: ServiceFact
        var isReopened: Bool
    }

    private func forEachServiceRow(_ body: (ServiceRow, () -> Facets) throws -> Void) throws {
        let principals: [PersonNumber: PersonNumber] = try principals()
        let nobody = try NobodyKnown(store.connection)
        let statement = try Statement.preparing(
            """
            SELECT person, opened_at, first_reply_at, channel, brand, targets, topics, number, episode > 1 FROM case_row
            WHERE merged_into IS NULL AND opened_at IS NOT NULL
            """, on: store.connection)
        while try statement.step() {
            let person = PersonNumber(statement.int64(0))
            let principal: PersonNumber = principals.isEmpty ? person : principals[person] ?? person
            let number = CaseNumber(statement.int64(7))
            let fact = ServiceFact(
                number: number, person: nobody.contains(person) ? nil : principal,
                openedAt: Timestamp(microseconds: statement.int64(1)),
                firstReplyAt: statement.optionalInt64(2).map(Timestamp.init(microseconds:)))
            let row = ServiceRow(
                number: number, person: principal, fact: fact, isReopened: statement.int64(8) != 0)
            try body(row) {
                Facets(
                    channel: Channel(statement.string(3)), brand: statement.optionalString(4).map(Brand.init),
                    targets: TargetSet(named: statement.string(5)), topic: Self.firstTopic(statement.string(6)))
            }
        }
    }

    static func firstTopic(_ json: String) -> Topic? {
        guard let topics = try? Self.words(json) else { return nil }
        return topics.first.map(Topic.init)
    }
}
