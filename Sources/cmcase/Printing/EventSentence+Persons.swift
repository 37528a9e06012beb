import CaseModel
import Terminal

/// Persons, and the book of the house.
extension EventSentence {
    var ofPersons: String? {
        switch event {
        case .personIdentified(let event): "Person \(event.person) is met on \(event.channel.name)"
        case .identityLinked(let event):
            "Person \(event.other) is known as person \(event.person), basis \(event.basis.rawValue)"
        case .identityUnlinked(let event): "Person \(event.other) is known as themselves again, not as \(event.person)"
        case .authorAssessed(let event):
            "The author was judged \(event.assessment.rawValue)"
                + (event.evidence.isEmpty ? "" : "; seen: \(event.evidence.joined(separator: ", "))")
                + (event.expires.map { "; until \(time($0))" } ?? "")
        case .surveyOffered(let event):
            "Asked how content they are (\(event.instrument.rawValue), offer \(event.offer))"
        case .surveyAnswered(let event):
            "Answered \(event.instrument.rawValue) offer \(event.offer): \(event.score), "
                + "from \(event.minimum) to \(event.maximum)"
        case .stanceEvidenced(let event): "Shows as a \(event.stance.rawValue) by \(event.kind.rawValue)"
        case .personErased(let event): "The person was erased (\(event.scope.rawValue)), by \(event.legalBasis)"
        case .contentErased(let event): "The words of \(event.positions.count) events were erased"
        case .contentRedacted(let event): "The words of #\(event.position) were redacted"
        case .legalHoldSet(let event): "A legal hold forbids erasing, by \(event.legalBasis)"
        case .legalHoldLifted: "The legal hold is lifted"
        case .accountGone(let event): "The account is gone (\(event.reason.rawValue))"
        default: nil
        }
    }

    var ofBook: String? {
        switch event {
        case .playbookAdopted(let event): adopted("Playbook", event.policy)
        case .calendarAdopted(let event): adopted("Calendar", event.policy)
        case .serviceLevelAdopted(let event): adopted("Service level", event.policy)
        case .taxonomyAdopted(let event): adopted("Taxonomy", event.policy)
        case .importCompleted(let event): "An import was completed (mapping \(event.mapping))"
        case .importRetracted(let event):
            "The import that was completed at #\(event.imported) was taken back; what it recorded is left out"
        case .storeRestored(let event): "The store was restored from a backup that ended at #\(event.backupPosition)"
        case .incidentDeclared(let event):
            "Incident \(event.incident) declared, level \(event.level), with \(event.cases.count) cases"
        case .incidentClosed(let event): "Incident \(event.incident) is over"
        default: nil
        }
    }

    private func adopted(_ kind: String, _ policy: PolicyVersion) -> String {
        "\(kind) \(policy.name) \(policy.version) was adopted, for cases from \(time(policy.effectiveFrom)) on"
    }
}
