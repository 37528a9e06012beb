package import CaseModel
internal import EventStore
package import Measures
internal import Projections

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
            let nobody = try NobodyKnown(store)
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
        try [ImportRows(store).latestMoment(), CaseRows(store).latestMessage(), EvidenceRows(store).latest()]
            .compactMap(\.self).reduce(Timestamp(microseconds: 0), max)
    }

    private func oursInNoCase(_ window: Window) throws -> Int64 {
        try WaitingRows(store).oursInNoCase(since: window.since, until: window.until)
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
        let principals: [PersonNumber: PersonNumber] = try LinkRows(store).principals()
        let nobody = try NobodyKnown(store)
        try CaseRows(store).forEachOpened { opened in
            let person: PersonNumber = opened.person
            let principal: PersonNumber = principals.isEmpty ? person : principals[person] ?? person
            let fact = ServiceFact(
                number: opened.number, person: nobody.contains(person) ? nil : principal, openedAt: opened.openedAt,
                firstReplyAt: opened.firstReplyAt)
            let row = ServiceRow(
                number: opened.number, person: principal, fact: fact, isReopened: opened.episode > 1)
            try body(row) { opened.facets }
        }
    }
}

extension CaseRows.Opened {
    /// What figures can be grouped by.
    var facets: Facets { Facets(channel: channel, brand: brand, targets: targets, topic: firstTopic) }
}
