/// The kinds of policies.
package enum PolicyKind: String, CaseIterable, Hashable, Sendable {
    case playbook, calendar
    case serviceLevel = "service-level"
    case taxonomy

    /// The event that adopts a policy of this kind.
    package func adoption(of policy: PolicyVersion) -> Event {
        switch self {
        case .playbook: .playbookAdopted(PlaybookAdopted(policy: policy))
        case .calendar: .calendarAdopted(CalendarAdopted(policy: policy))
        case .serviceLevel: .serviceLevelAdopted(ServiceLevelAdopted(policy: policy))
        case .taxonomy: .taxonomyAdopted(TaxonomyAdopted(policy: policy))
        }
    }
}

extension Event {
    /// The adopted policy, if the event adopts one.
    package var adoption: (kind: PolicyKind, policy: PolicyVersion)? {
        switch self {
        case .playbookAdopted(let event): (.playbook, event.policy)
        case .calendarAdopted(let event): (.calendar, event.policy)
        case .serviceLevelAdopted(let event): (.serviceLevel, event.policy)
        case .taxonomyAdopted(let event): (.taxonomy, event.policy)
        default: nil
        }
    }
}
