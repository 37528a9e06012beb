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
        horizonDays: Int64, _ scope: MeasureScope, explaining: Bool
    ) throws -> ConversionAnswer {
        try ask(scope.horizon) { position in
            let question = ConversionQuestion(
                horizonDays: horizonDays, endOfData: try endOfData(), window: scope.window, grouping: scope.grouping)
            var index: [IndexComplaint] = []
            var fold = ConversionFold(question, onIndex: explaining ? { index.append($0) } : nil)
            let nobody = try NobodyKnown(store.connection)
            try forEachEvidence { evidence, facets in
                if nobody.contains(evidence.person) { return fold.leaveOut(ofNobodyAt: evidence.at) }
                fold.add(evidence, facets: facets())
            }
            let conversion: Conversion = fold.finish()
            return ConversionAnswer(
                conversion: conversion, position: Position(position), index: index,
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

    private static let evidence = """
        SELECT person, at, kind, answers, position, judged_at, channel, brand, targets, topic, answered_at, resolved_at,
            dismissed_as
        FROM evidence_row
        """

    /// Walks along the evidence of those who stand by themselves, then of those who are one with others, each of whom is
    /// looked up: they are few.
    private func forEachEvidence(_ body: (ConversionEvidence, () -> Facets) throws -> Void) throws {
        let principals: [PersonNumber: PersonNumber] = try principals()
        let linked: Set<PersonNumber> = Set(principals.keys).union(principals.values)
        let statement = try store.connection.statement("\(Self.evidence) ORDER BY person, at, key")
        defer { statement.reset() }
        while try statement.step() {
            let person = PersonNumber(statement.int64(0))
            if !linked.isEmpty, linked.contains(person) { continue }
            try body(try evidence(statement, of: person)) { Self.facets(statement) }
        }
        guard !linked.isEmpty else { return }
        let circle = try store.connection.statement(
            """
            \(Self.evidence)
            WHERE person = ?1 OR person IN (SELECT person FROM link_row WHERE principal = ?1) ORDER BY at, key
            """)
        defer { circle.reset() }
        for principal in Set(principals.values).sorted() {
            circle.reset()
            circle.bind(1, principal.rawValue)
            while try circle.step() { try body(try evidence(circle, of: principal)) { Self.facets(circle) } }
        }
    }

    private func evidence(_ row: Statement, of person: PersonNumber) throws -> ConversionEvidence {
        ConversionEvidence(
            person: person, at: Timestamp(microseconds: row.int64(1)), kind: try kind(row),
            position: Position(row.int64(4)), judgedAt: row.optionalInt64(5).map(Position.init))
    }

    private static func facets(_ row: Statement) -> Facets {
        Facets(
            channel: Channel(row.string(6)), brand: row.optionalString(7).map(Brand.init),
            targets: TargetSet(rawValue: UInt8(truncatingIfNeeded: row.int64(8))),
            topic: row.optionalString(9).map(Topic.init))
    }

    /// Praise that answers a reply of ours in somebody else's case is a thank-you too: whether it does is looked up.
    func kind(_ row: Statement) throws -> ConversionEvidence.Kind {
        let word: UnsafeRawBufferPointer = row.textBytes(2)
        switch word.first {
        case UInt8(ascii: "c"):
            return .complaint(
                Complaint(
                    exclusion: row.optionalString(12).flatMap(DismissalGround.init(rawValue:)).flatMap(Exclusion.init),
                    answeredAt: row.optionalInt64(10).map(Timestamp.init(microseconds:)),
                    resolvedAt: row.optionalInt64(11).map(Timestamp.init(microseconds:))))
        case UInt8(ascii: "t"): return .passive
        case UInt8(ascii: "d"): return .detractor
        // Praise, or what other evidence says: passive or promoter.
        case _ where word.elementsEqual("passive".utf8): return .passive
        case _ where word.elementsEqual("promoter".utf8): return .promoter
        default:
            guard let parent = SourceKey(row.blobBytes(3)) else { return .promoter }
            return try isReplyOfOurs(parent) ? .passive : .promoter
        }
    }

    private func isReplyOfOurs(_ key: SourceKey) throws -> Bool {
        guard let (position, _) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)) else {
            return false
        }
        let statement = try store.connection.statement(
            """
            SELECT type = 'ReplySent' OR EXISTS (SELECT 1 FROM waiting_row
                WHERE waiting_row.position = event.position AND case_number IS NOT NULL)
            FROM event WHERE event.position = ?1
            """ as String)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step() && statement.int64(0) != 0
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
