package import CaseModel
internal import Playbook
package import ServiceLevels

/// The service levels and calendars of the house, read and ready to reckon with, by when a case opened.
///
/// Where the house adopted none, what comes with the program holds: `standard` on the calendar `always`.
package struct ServiceLevelBook: Sendable {
    /// A service level with the working time in which its targets are told.
    package struct Terms: Sendable {
        package var policy: ServiceLevelPolicy
        package var time: WorkingTime
    }

    private let adopted: [AdoptedPolicy]
    private let levels: [Position: ServiceLevelPolicy]
    private let calendars: [Position: WorkingTime]
    private let always = WorkingTime(.always)

    /// Reads the policies of a house. O(length of their texts).
    ///
    /// - Throws: `DeskError.input` where a text is not there or can't be read, with the event that adopted it.
    package init(_ history: PolicyHistory = PolicyHistory()) throws(DeskError) {
        adopted = history.adopted
        levels = try Self.read(.serviceLevel, history) { (text) throws(PolicyError) in
            try ServiceLevelPolicy(yaml: text)
        }
        calendars = try Self.read(.calendar, history) { (text) throws(PolicyError) in
            WorkingTime(try WorkingCalendar(yaml: text))
        }
    }

    /// What a case runs under that opened at a moment. O(versions).
    package func terms(at opening: Timestamp) -> Terms {
        let level = adopted.inForce(.serviceLevel, at: opening).flatMap { levels[$0.position] } ?? .standard
        return Terms(policy: level, time: calendar(level.calendar, at: opening) ?? always)
    }

    /// A calendar by its name, in the version of a moment, or else in its first one; nil where there is none of that name.
    package func calendar(_ name: String, at opening: Timestamp) -> WorkingTime? {
        let versions = adopted.filter { $0.kind == .calendar && $0.policy.name == name }
        let version = versions.inForce(.calendar, at: opening) ?? versions.first
        return version.flatMap { calendars[$0.position] }
            ?? (WorkingCalendar.builtInNames.contains(name) ? always : nil)
    }

    /// By when a complaint of a case is to be acknowledged; nil where nothing is promised.
    func acknowledgementDue(_ question: AcknowledgementQuestion, opening: Timestamp) -> Timestamp? {
        let terms = terms(at: opening)
        let facts = ClockFacts(
            liveSince: question.startedAt, startedAt: question.startedAt, priority: question.priority,
            severity: question.severity, channel: question.channel, polarity: .complaint)
        guard let within = terms.policy.target(of: .acknowledgement, for: facts)?.within else { return nil }
        return terms.time.adding(within.microseconds, to: question.startedAt)
    }

    private static func read<Value>(
        _ kind: PolicyKind, _ history: PolicyHistory, _ reader: (String) throws(PolicyError) -> Value
    ) throws(DeskError) -> [Position: Value] {
        var values: [Position: Value] = [:]
        for one in history.adopted where one.kind == kind {
            let what = "\(kind.rawValue) \(one.policy.name) \(one.policy.version), adopted by event \(one.position)"
            guard let text = history.texts[one.position] else {
                throw DeskError.input("the text of \(what), is not there; adopt it again from its file")
            }
            do { values[one.position] = try reader(text) } catch {
                throw DeskError.input("\(what), can't be read: \(error)")
            }
        }
        return values
    }
}
