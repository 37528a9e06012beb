import CaseDesk
import CaseModel

/// What every order of arrival has in common: a case without its number, tracking code, positions and redirects.
struct CaseFacts: Hashable {
    var listing: CaseListing
    /// Its messages in the world's order, with the judgement that stands on each.
    var messages: [String]
}

extension TestDesk {
    /// The state of every case, by account and root.
    func facts(_ horizon: Horizon = .now) throws -> [String: CaseFacts] {
        var facts: [String: CaseFacts] = [:]
        for listing in try cases(horizon) {
            let trail: AuditTrail = try desk.audit(.number(listing.number), horizon)
            let key = "\(listing.channel) \(listing.account ?? "-") \(listing.rootID ?? "-")"
            // Two cases of one person in one conversation would be a defect of their own.
            let name: String = facts[key] == nil ? key : key + " again"
            facts[name] = CaseFacts(listing: listing.withoutArrival, messages: trail.messages)
        }
        return facts
    }
}

extension CaseListing {
    /// The listing without what tells the order of arrival.
    var withoutArrival: CaseListing {
        var copy = self
        copy.number = CaseNumber(0)
        copy.tracking = ""
        copy.person = PersonNumber(0)
        copy.mergedInto = nil
        copy.version = 0
        return copy
    }
}

extension AuditTrail {
    /// One line a message, sorted by when it was written and its id.
    fileprivate var messages: [String] {
        var labels: [SourceKey: Label] = [:]
        let steps: [Step] = steps.filter { $0.retractedAt == nil }
        for step in steps {
            if case .mentionClassified(let event) = step.event { labels[event.mention] = event.label }
        }
        return steps.compactMap { step -> String? in
            guard case .present(let content) = step.content, let id = content.id else { return nil }
            let head = "\(TimeText.format(step.occurredAt)) \(id) to \(content.parent ?? "-")"
            switch step.event {
            case .mentionCaptured(let event):
                return head + " theirs \(event.kind) \(labels[event.key].map { "\($0)" } ?? "not judged")"
            case .replySent, .messageAttached: return head + " ours"
            default: return nil
            }
        }.sorted()
    }
}
