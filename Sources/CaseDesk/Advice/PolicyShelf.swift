package import CaseModel
package import Playbook
package import ServiceLevels

/// The policies of the house, read and ready: which version a case runs under is decided by when it opened, and it keeps
/// that version.
package struct PolicyShelf: Sendable {
    /// A playbook and from when it holds.
    package final class PlaybookVersion: Sendable {
        package let effectiveFrom: Timestamp
        package let playbook: Playbook

        init(effectiveFrom: Timestamp, playbook: Playbook) {
            self.effectiveFrom = effectiveFrom
            self.playbook = playbook
        }
    }

    /// A service level with the working time of its calendar, and from when they hold.
    package final class ServiceLevelVersion: Sendable {
        package let effectiveFrom: Timestamp
        package let policy: ServiceLevelPolicy
        package let time: WorkingTime

        init(effectiveFrom: Timestamp, policy: ServiceLevelPolicy, time: WorkingTime) {
            self.effectiveFrom = effectiveFrom
            self.policy = policy
            self.time = time
        }
    }

    /// In the order in which they come into force; the first holds from the beginning.
    package var playbooks: [PlaybookVersion]
    package var serviceLevels: [ServiceLevelVersion]
    /// The calendars that the house adopted, in the order in which they come into force.
    private var calendars: [(from: Timestamp, value: WorkingCalendar)] = []

    /// What comes with the program, from the beginning.
    ///
    /// - Throws: `DeskError.input` where a built-in can't be read, which a test rules out.
    package init() throws {
        let playbook: Playbook
        do { playbook = try BuiltInPlaybook.communityManager.playbook() } catch {
            throw DeskError.input("\(error)")
        }
        playbooks = [PlaybookVersion(effectiveFrom: .distantPast, playbook: playbook)]
        serviceLevels = [
            ServiceLevelVersion(
                effectiveFrom: .distantPast, policy: .standard, time: WorkingTime(.always))
        ]
    }

    /// What comes with the program, and from their times on what the house adopted. O(versions · their texts).
    ///
    /// - Throws: `DeskError.input` that names the adopting event whose text can't be read any more.
    package init(_ history: PolicyHistory) throws {
        try self.init()
        calendars = try history.versions(of: .calendar) { try WorkingCalendar(yaml: $0) }
        for version in try history.versions(of: .playbook, { try Playbook(yaml: $0, source: "playbook") }) {
            playbooks.append(PlaybookVersion(effectiveFrom: version.from, playbook: version.value))
        }
        let policies = try history.versions(of: .serviceLevel) { try ServiceLevelPolicy(yaml: $0) }
        // A service level may go back further than its calendar, whose first version then holds from there on.
        // A calendar that is replaced counts from its time on, so that a deadline begun before stays what it was.
        let changes: Set<Timestamp> = Set(policies.map(\.from) + calendars.map(\.from))
        for moment in changes.sorted() {
            let policy: ServiceLevelPolicy = policies.last { $0.from <= moment }?.value ?? .standard
            guard let calendar = calendar(policy.calendar, at: moment) else {
                throw DeskError.input(
                    "service level \(policy.name) \(policy.version) runs by calendar \(policy.calendar), which the house "
                        + "has not adopted; adopt it with `cmcase calendar adopt FILE`")
            }
            serviceLevels.append(
                ServiceLevelVersion(effectiveFrom: moment, policy: policy, time: WorkingTime(calendar)))
        }
    }

    /// The calendar of a name as it holds at a moment, or as it first held after it; nil where there is none.
    private func calendar(_ name: String, at moment: Timestamp) -> WorkingCalendar? {
        let versions = calendars.filter { $0.value.name == name }
        if let version = versions.last(where: { $0.from <= moment }) ?? versions.first { return version.value }
        return WorkingCalendar.builtInNames.contains(name) ? .always : nil
    }

    /// The place of the playbook that a case runs under which opened at a moment.
    package func playbookIndex(at opening: Timestamp) -> Int {
        playbooks.lastIndex { $0.effectiveFrom <= opening } ?? 0
    }

    /// The service level that a case runs under which opened at a moment.
    package func serviceLevel(at opening: Timestamp) -> ServiceLevelVersion {
        serviceLevels.last { $0.effectiveFrom <= opening } ?? serviceLevels[0]
    }

    /// The same house with other policies for all cases, as far as the question names them. A service level tells its
    /// times in the calendar it names, unless the question names another.
    ///
    /// - Throws: `DeskError.input` where there is no such calendar.
    func replacing(_ question: WhatIfQuestion) throws -> PolicyShelf {
        var shelf = self
        if let playbook = question.playbook {
            shelf.playbooks = [PlaybookVersion(effectiveFrom: .distantPast, playbook: playbook)]
        }
        if let policy = question.serviceLevel {
            // Where a calendar is replaced, the deadlines of cases that opened before stay what they were.
            let changes: Set<Timestamp> = Set(calendars.filter { $0.value.name == policy.calendar }.map(\.from))
            shelf.serviceLevels = try ([.distantPast] + changes.sorted()).map { moment in
                guard let calendar = question.calendar ?? calendar(policy.calendar, at: moment) else {
                    throw DeskError.input(
                        "service level \(policy.name) \(policy.version) runs by calendar \(policy.calendar), and there is "
                            + "none; adopt it first with `cmcase calendar adopt`, name one for this question with "
                            + "--calendar, or let the service level say always; nothing was replayed")
                }
                return ServiceLevelVersion(effectiveFrom: moment, policy: policy, time: WorkingTime(calendar))
            }
        } else if let calendar = question.calendar {
            shelf.serviceLevels = serviceLevels.map { version in
                ServiceLevelVersion(
                    effectiveFrom: version.effectiveFrom, policy: version.policy, time: WorkingTime(calendar))
            }
        }
        return shelf
    }
}

extension Timestamp {
    /// Before everything that happens.
    static let distantPast = Timestamp.earliest
}

extension PolicyHistory {
    /// The versions of one kind in the order in which they come into force, each read from its text.
    fileprivate func versions<V>(
        of kind: PolicyKind, _ read: (String) throws -> V
    ) throws -> [(from: Timestamp, value: V)] {
        let versions: [AdoptedPolicy] = adopted.filter { $0.kind == kind }
            .sorted { ($0.policy.effectiveFrom, $0.position) < ($1.policy.effectiveFrom, $1.position) }
        return try versions.compactMap { version in
            guard let text = texts[version.position] else { return nil }
            do { return (version.policy.effectiveFrom, try read(text)) } catch {
                throw DeskError.input(
                    "\(kind.rawValue) \(version.policy.name) \(version.policy.version), adopted at event "
                        + "\(version.position), can't be read any more: \(error)")
            }
        }
    }
}
