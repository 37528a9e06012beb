/// Everything a person's own stream says, folded.
///
/// What was recorded for a person stays theirs, linked or not: a link is a lens that is looked through when asked.
package struct PersonState: Hashable, Sendable {
    /// One account of the person.
    package struct Identity: Hashable, Sendable {
        package var key: SourceKey
        package var channel: Channel
        /// The event that identified it; its content has the id and the handle.
        package var position: Position
        /// Why the account is no longer there, where it isn't.
        package var gone: AccountEnd?
    }

    /// A person whose accounts are another's as well.
    package struct Link: Hashable, Sendable {
        /// The person at the other end.
        package var person: PersonNumber
        package var basis: LinkBasis
        package var at: Timestamp
        package var position: Position
    }

    /// One judgement of what kind of author the person is.
    package struct Assessment: Hashable, Sendable {
        package var assessment: AuthorAssessment
        package var evidence: [String]
        package var expires: Timestamp?
        package var at: Timestamp
        package var position: Position
    }

    package var number: PersonNumber
    package var version: Int64
    package var position: Position
    package var identities: [Identity] = []
    /// Whether nobody knows them: their name names nobody, and one message is all there is of them.
    package var isNobody = false
    /// The person as whom they are known; nil where they are known as themselves.
    package var knownAs: Link?
    /// The persons who are known as this one, the oldest link first.
    package var others: [Link] = []
    /// What was judged of them, in the order of the world.
    package var assessments: [Assessment] = []
    package var surveys: [Survey] = []
    /// What was seen of their stance beside what their mentions say, in the order of the world.
    package var evidence: [RecordedEvidence] = []
    /// How much of their content is erased, if any.
    package var erased: ErasureScope?
    /// Whether nothing of theirs may be erased for now.
    package var isOnHold = false
    /// The event that took back the import by which the person was met: their number alone is left.
    package var retractedAt: Position?

    /// What kind of author the person counts as at a moment: the latest judgement by then, unless it has expired.
    package func assessment(at moment: Timestamp) -> AuthorAssessment {
        guard let latest = assessments.last(where: { $0.at <= moment }) else { return .unknown }
        if let expires = latest.expires, expires <= moment { return .unknown }
        return latest.assessment
    }

    /// The one fold of a person's stream.
    package static func evolve(_ state: inout PersonState?, _ event: Event, _ moment: EventMoment) {
        if case .personIdentified(let identified) = event {
            var person =
                state ?? PersonState(number: identified.person, version: moment.version, position: moment.position)
            person.identities.append(
                Identity(key: identified.identity, channel: identified.channel, position: moment.position))
            if identified.isNobody { person.isNobody = true }
            state = person
        }
        state?.apply(event, moment)
    }

    private mutating func apply(_ event: Event, _ moment: EventMoment) {
        version = moment.version
        position = moment.position
        switch event {
        case .identityLinked(let event): link(event, moment)
        case .identityUnlinked(let event):
            if event.other == number { knownAs = nil } else { others.removeAll { $0.person == event.other } }
        case .authorAssessed(let event):
            assessments.insertByTime(
                Assessment(
                    assessment: event.assessment, evidence: event.evidence, expires: event.expires,
                    at: moment.occurredAt, position: moment.position))
        case .surveyOffered(let event):
            surveys.append(
                Survey(
                    offer: event.offer, instrument: event.instrument, case: event.case, offeredAt: moment.occurredAt,
                    position: moment.position))
        case .surveyAnswered(let event):
            guard let index = surveys.firstIndex(where: { $0.offer == event.offer }) else { return }
            surveys[index].answer = Survey.Answer(
                score: event.score, at: moment.occurredAt, position: moment.position)
        case .stanceEvidenced(let event):
            evidence.insertByTime(
                RecordedEvidence(
                    stance: event.stance, kind: event.kind, event: event.event, case: event.case,
                    at: moment.occurredAt, position: moment.position))
        case .personErased(let event): erased = erased == .everything ? .everything : event.scope
        case .legalHoldSet: isOnHold = true
        case .legalHoldLifted: isOnHold = false
        case .accountGone(let event):
            guard let index = identities.lastIndex(where: { $0.key == event.identity }) else { return }
            identities[index].gone = event.reason
        default: break
        }
    }

    private mutating func link(_ event: IdentityLinked, _ moment: EventMoment) {
        func link(to person: PersonNumber) -> Link {
            Link(person: person, basis: event.basis, at: moment.occurredAt, position: moment.position)
        }
        if event.other == number { knownAs = link(to: event.person) } else { others.append(link(to: event.other)) }
    }
}

/// Something seen of a person's stance that stands in no mention.
package struct RecordedEvidence: Hashable, Sendable {
    package var stance: Stance
    package var kind: EvidenceKind
    /// The event that shows it, where one does.
    package var event: Position?
    package var `case`: CaseNumber?
    package var at: Timestamp
    package var position: Position
}

/// What is kept in the order in which it happened, and of one moment in the order in which we learned of it.
private protocol Timed {
    var at: Timestamp { get }
}

extension PersonState.Assessment: Timed {}
extension RecordedEvidence: Timed {}

extension Array where Element: Timed {
    fileprivate mutating func insertByTime(_ element: Element) {
        insert(element, at: lastIndex { $0.at <= element.at }.map { $0 + 1 } ?? 0)
    }
}
