internal import CaseModel
internal import SQLite

/// What a person's own stream tells of their stance: answers to surveys, recommendations. It stands among what their
/// mentions tell.
struct RecordedEvidence {
    let target: ProjectionTarget
    let loader: CaseLoader

    /// Writes what an event of a person's stream tells, if it tells anything.
    func write(_ event: Event, of person: PersonNumber, _ moment: EventMoment) throws {
        switch event {
        case .surveyAnswered(let event):
            try write(event.instrument.stance(of: event.score), event.case, of: person, moment)
        case .stanceEvidenced(let event): try write(event.stance, event.case, of: person, moment)
        case .eventCorrected(let correction):
            let stream = StreamName.person(person)
            guard
                let corrected = try loader.reader.event(
                    at: correction.event, in: stream, through: moment.position.rawValue)
            else { return }
            let place = EventMoment(position: corrected.position, version: 0, occurredAt: corrected.occurredAt)
            try remove(of: person, place)
            try write(corrected.event, of: person, place)
        case .eventTakenBack(let taken):
            for position in taken.events {
                guard
                    let recorded = try loader.reader.event(
                        at: position, in: .person(person), through: moment.position.rawValue)
                else { continue }
                try remove(of: person, EventMoment(position: position, version: 0, occurredAt: recorded.occurredAt))
            }
        default: return
        }
    }

    private func write(
        _ stance: Stance?, _ number: CaseNumber?, of person: PersonNumber, _ moment: EventMoment
    ) throws {
        guard let stance, stance != .unknown else { return }
        let row = try target.writer(of: EvidenceColumn.self)
        row.setNull(EvidenceColumn.allCases)
        row.set(.person, person.rawValue)
        row.set(.at, moment.occurredAt)
        row.set(.position, moment.position)
        row.set(.kind, stance.rawValue)
        row.set(.caseNumber, number?.rawValue)
        row.set(.targets, 0)
        try row.write()
    }

    private func remove(of person: PersonNumber, _ moment: EventMoment) throws {
        try EvidenceRows(target).remove(of: person, at: moment.occurredAt, moment.position)
    }
}
