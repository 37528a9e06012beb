/// The state of a person, folded from their stream.
///
/// Linking changes no state but `knownAs` and `others`: what was recorded for a person stays theirs, and readers
/// combine linked persons.
package struct PersonState: Hashable, Sendable {
    package struct Identity: Hashable, Sendable {
        package var key: SourceKey
        package var channel: Channel
        /// The event that identified it; its content has the id and the handle.
        package var position: Position
        /// Why the account no longer exists.
        package var gone: AccountEnd?
    }

    /// A link to another person.
    package struct Link: Hashable, Sendable {
        /// The other person.
        package var person: PersonNumber
        package var basis: LinkBasis
        package var at: Timestamp
        package var position: Position
    }

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
    /// Whether the author is anonymous: one message is all there is of them.
    package var isNobody = false
    /// The person that they are known as.
    package var knownAs: Link?
    /// The persons who are known as this one, the oldest link first.
    package var others: [Link] = []
    /// By time.
    package var assessments: [Assessment] = []
    package var surveys: [Survey] = []
    /// Recorded evidence, by time. Evidence from mentions is derived in projections.
    package var evidence: [RecordedEvidence] = []
    /// What was erased of their content.
    package var erased: ErasureScope?
    /// Whether a legal hold forbids erasure.
    package var isOnHold = false
    /// The event that retracted the import which identified the person, or took the identification back. Such a person
    /// keeps nothing but their number.
    package var retractedAt: Position?

    /// The kind of author at a time: the latest assessment by then, unless it has expired.
    package func assessment(at moment: Timestamp) -> AuthorAssessment {
        guard let latest = assessments.last(where: { $0.at <= moment }) else { return .unknown }
        if let expires = latest.expires, expires <= moment { return .unknown }
        return latest.assessment
    }

    /// The fold of a person's stream.
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

/// Recorded evidence of a stance (`StanceEvidenced`).
package struct RecordedEvidence: Hashable, Sendable {
    package var stance: Stance
    package var kind: EvidenceKind
    /// The event that is the evidence, if any.
    package var event: Position?
    package var `case`: CaseNumber?
    package var at: Timestamp
    package var position: Position
}

extension PersonState.Assessment: TimedFact {}
extension RecordedEvidence: TimedFact {}
