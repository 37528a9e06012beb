package import CaseModel

/// What is known of a person through all of their accounts: who they are, what was said and done, where they stand.
package struct PersonHistory: Sendable {
    /// The person who was asked for.
    package var asked: PersonNumber
    /// The person as whom all of these are known, first, and whoever is known as them.
    package var persons: [PersonState]
    package var accounts: [Account]
    /// Every case of theirs that doesn't go on in another, by number.
    package var cases: [CaseListing]
    /// What shows where they stand, in the order of the world.
    package var evidence: [StanceStep]
    /// What was written down with what was recorded of them, in the order in which it was recorded.
    package var notes: [Note]
    /// The moment that "now" is: what has expired by then counts no more.
    package var now: Timestamp
    /// The last position of the log that it rests on.
    package var position: Position

    /// One account on a channel.
    package struct Account: Sendable {
        package var person: PersonNumber
        package var channel: Channel
        /// What the account's content says, while nobody erased it.
        package var id: String?
        package var handle: String?
        package var name: String?
        package var gone: AccountEnd?
        package var position: Position
    }

    /// Words that somebody gave an event of a person's own stream.
    package struct Note: Sendable {
        package var position: Position
        package var type: EventType
        package var at: Timestamp
        /// What the person wrote with an answer.
        package var text: String?
        /// What the house wrote down.
        package var note: String?
        /// Why a rule was not followed.
        package var override: String?
    }

    /// One thing that shows where a person stands.
    package struct StanceStep: Sendable {
        package var at: Timestamp
        package var stance: Stance
        /// What it is: complaint, thanks, praise, an instrument with its score, or a kind of evidence.
        package var kind: String
        package var person: PersonNumber
        /// The event that holds it, and the event that made it mean what it does.
        package var position: Position
        package var judgedAt: Position?
        package var caseNumber: CaseNumber?
        /// Why a complaint begins no conversion to be counted.
        package var exclusion: Exclusion?
    }

    /// The person as whom all of these are known.
    package var principal: PersonNumber { persons.first?.number ?? asked }

    /// Whether nobody knows them: the name under their message names nobody, and no figure of persons counts them.
    package var isNobody: Bool { persons.first?.isNobody ?? false }

    /// The latest judgement of what kind of author they are, over all of their accounts.
    package var latestAssessment: PersonState.Assessment? {
        persons.compactMap { $0.assessments.last { $0.at <= now } }.max { ($0.at, $0.position) < ($1.at, $1.position) }
    }

    /// What kind of author they count as now: unknown where the latest judgement has expired.
    package var assessment: AuthorAssessment {
        guard let latest = latestAssessment else { return .unknown }
        if let expires = latest.expires, expires <= now { return .unknown }
        return latest.assessment
    }

    /// Where they stand: by the latest evidence, unknown where there is none.
    package var stance: Stance { evidence.last { $0.at <= now }?.stance ?? .unknown }

    package var complaints: Int { evidence.count { $0.kind == "complaint" } }
    /// Our messages to them.
    package var replies: Int64 { Self.sum(cases.map(\.replies)) }
    package var mentions: Int64 { Self.sum(cases.map(\.mentions)) }

    /// A damaged store may hold any numbers: a sum beyond all is the greatest there is.
    private static func sum(_ counts: [Int64]) -> Int64 {
        counts.reduce(0) { sum, count in
            let (next, overflow) = sum.addingReportingOverflow(count)
            return overflow ? .max : next
        }
    }
}
