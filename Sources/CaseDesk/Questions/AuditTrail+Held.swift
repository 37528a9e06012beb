internal import CaseModel

extension AuditTrail {
    /// What a case has in the streams of others: those that went on in it for a while, and those that it was split off from.
    struct Held {
        private let members: Set<CaseNumber>
        private let whileMerged: Set<Position>
        private let keys: Set<SourceKey>
        private let places: Set<Position>

        /// - Parameter whileMerged: the steps whose own case went on in this one then.
        init(members: Set<CaseNumber>, whileMerged: Set<Position>, state: CaseState?) {
            self.members = members
            self.whileMerged = whileMerged
            keys = Set(state?.mentions.map(\.key) ?? [])
            places = Set((state?.mentions.map(\.position) ?? []) + (state?.replies.map(\.position) ?? []))
        }

        /// Whether a step is one of the case: all of its own streams, of others only what is about its messages.
        func concerns(_ step: Step) -> Bool {
            guard case .case(let number) = step.stream, !members.contains(number), !whileMerged.contains(step.position)
            else { return true }
            return switch step.event {
            case .mentionCaptured(let event): keys.contains(event.key)
            case .mentionRevised(let event): keys.contains(event.key)
            case .mentionWithdrawn(let event): keys.contains(event.key)
            case .mentionClassified(let event): keys.contains(event.mention)
            case .replySent: places.contains(step.position)
            case .messageAttached(let event): places.contains(event.awaited)
            case .eventCorrected(let event): places.contains(event.event)
            case .eventTakenBack(let event): !places.isDisjoint(with: event.events)
            default: false
            }
        }
    }
}
