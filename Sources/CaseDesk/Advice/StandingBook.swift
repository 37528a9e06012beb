internal import CaseModel
internal import EventStore
internal import Playbook
internal import Projections
internal import SQLite

/// How persons stand, as far as advice asks: who was judged, who is one with whom, for which cases a survey was offered,
/// and which cases are part of an incident. Few of each, so all are read at once.
struct StandingBook: Sendable {
    private struct Judgement: Sendable {
        var at: Int64
        var position: Int64
        var assessment: AuthorAssessment
        var expires: Int64?
    }

    private var principals: [PersonNumber: PersonNumber] = [:]
    private var judgements: [PersonNumber: [Judgement]] = [:]
    private var surveyed: Set<CaseNumber> = []
    private var incidents: [CaseNumber: [(incident: Incident, since: Timestamp)]] = [:]

    /// Reads what the projections have. O(links + judgements + surveys).
    init(_ store: EventStore) throws {
        let links = try store.connection.statement("SELECT person, principal FROM link_row" as String)
        defer { links.reset() }
        while try links.step() { principals[PersonNumber(links.int64(0))] = PersonNumber(links.int64(1)) }
        let judged = try store.connection.statement(
            "SELECT person, at, position, assessment, expires FROM author_row" as String)
        defer { judged.reset() }
        while try judged.step() {
            let person: PersonNumber = principal(of: PersonNumber(judged.int64(0)))
            judgements[person, default: []].append(
                Judgement(
                    at: judged.int64(1), position: judged.int64(2),
                    assessment: AuthorAssessment(rawValue: judged.string(3)) ?? .unknown,
                    expires: judged.optionalInt64(4)))
        }
        let surveys = try store.connection.statement(
            "SELECT case_number FROM survey_row WHERE case_number IS NOT NULL" as String)
        defer { surveys.reset() }
        while try surveys.step() { surveyed.insert(CaseNumber(surveys.int64(0))) }
        for incident in try IncidentProjector.incidents(on: store.connection) {
            for member in incident.cases {
                for number in try Self.line(of: member.number, store) {
                    incidents[number, default: []].append((incident, member.since))
                }
            }
        }
    }

    /// A case and those in which it goes on, one merged into the next.
    private static func line(of number: CaseNumber, _ store: EventStore) throws -> [CaseNumber] {
        let statement = try store.connection.statement("SELECT merged_into FROM case_row WHERE number = ?1" as String)
        defer { statement.reset() }
        var line: [CaseNumber] = [number]
        while let last = line.last {
            statement.reset()
            statement.bind(1, last.rawValue)
            guard try statement.step(), let into = statement.optionalInt64(0).map(CaseNumber.init),
                !line.contains(into)
            else { break }
            line.append(into)
        }
        return line
    }

    /// The incident of which a case is part at a moment: the gravest that goes on then.
    func incident(of number: CaseNumber, now: Timestamp) -> Incident? {
        guard !incidents.isEmpty else { return nil }
        return incidents[number]?
            .filter { member in member.since <= now && member.incident.closedAt.map { $0 > now } ?? true }
            .map(\.incident).max { ($0.level, -$0.number) < ($1.level, -$1.number) }
    }

    /// The person as whom somebody is known.
    func principal(of person: PersonNumber) -> PersonNumber { principals[person] ?? person }

    /// How a case's person stands at a moment: the latest judgement by then of anybody they are one with.
    func standing(of person: PersonNumber, in number: CaseNumber, now: Timestamp) -> Situation.Standing {
        var standing = Situation.Standing()
        if !surveyed.isEmpty { standing.isSurveyed = surveyed.contains(number) }
        standing.isInIncident = incident(of: number, now: now) != nil
        guard !judgements.isEmpty, let judged = judgements[principal(of: person)] else { return standing }
        let latest: Judgement? = judged.filter { $0.at <= now.microseconds }
            .max { ($0.at, $0.position) < ($1.at, $1.position) }
        if let latest, latest.expires.map({ $0 > now.microseconds }) ?? true { standing.author = latest.assessment }
        return standing
    }
}
