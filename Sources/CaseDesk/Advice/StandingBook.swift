internal import CaseModel
internal import EventStore
internal import Playbook
internal import Projections

/// How persons stand, as far as advice asks: who was judged, who is one with whom, for which cases a survey was offered,
/// and which cases are part of an incident. Few of each, so all are read at once.
struct StandingBook: Sendable {
    private var principals: [PersonNumber: PersonNumber] = [:]
    private var judgements: [PersonNumber: [AuthorJudgement]] = [:]
    private var surveyed: Set<CaseNumber> = []
    private var incidents: [CaseNumber: [(incident: Incident, since: Timestamp)]] = [:]

    /// Reads what the projections have. O(links + judgements + surveys).
    init(_ store: EventStore) throws {
        principals = try LinkRows(store).principals()
        let rows = JudgementRows(store)
        for judgement in try rows.judgements() {
            judgements[principal(of: judgement.person), default: []].append(judgement)
        }
        surveyed = try rows.surveyed()
        let cases = CaseRows(store)
        for incident in try IncidentRows(store).incidents() {
            for member in incident.cases {
                for number in try cases.line(of: member.number) {
                    incidents[number, default: []].append((incident, member.since))
                }
            }
        }
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
        let latest: AuthorJudgement? = judged.filter { $0.at <= now }
            .max { ($0.at, $0.position) < ($1.at, $1.position) }
        if let latest, latest.expires.map({ $0 > now }) ?? true { standing.author = latest.assessment }
        return standing
    }
}
