package import CaseModel
internal import ServiceLevels

extension CaseDesk {
    /// Adopts a calendar, whose text holds its holidays too. Durable when it returns.
    ///
    /// - Throws: `DeskError.input` where the text can't be read; `DeskError.refused` as `adopt` does.
    package func adoptCalendar(
        _ text: String, source: String, effectiveFrom: Timestamp? = nil, by actor: Actor,
        key: String? = nil
    ) throws -> AdoptionReceipt {
        let calendar: WorkingCalendar
        do { calendar = try WorkingCalendar(yaml: text) } catch {
            throw DeskError.input("\(source): \(error); nothing was adopted")
        }
        return try adopt(
            .calendar, name: calendar.name, version: calendar.version, text: text, effectiveFrom: effectiveFrom,
            by: actor, key: key)
    }

    /// Adopts a service level; cases that open from then on run under it. Durable when it returns.
    ///
    /// - Throws: `DeskError.input` where the text can't be read, or names a calendar that is not there;
    ///   `DeskError.refused` as `adopt` does.
    package func adoptServiceLevel(
        _ text: String, source: String, effectiveFrom: Timestamp? = nil, by actor: Actor,
        key: String? = nil
    ) throws -> AdoptionReceipt {
        let policy: ServiceLevelPolicy
        do { policy = try ServiceLevelPolicy(yaml: text) } catch {
            throw DeskError.input("\(source): \(error); nothing was adopted")
        }
        let isThere: Bool = try policies().adopted.contains {
            $0.kind == .calendar && $0.policy.name == policy.calendar
        }
        guard isThere || WorkingCalendar.builtInNames.contains(policy.calendar) else {
            throw DeskError.input(
                "\(source): there is no calendar \(policy.calendar); adopt it first with `cmcase calendar adopt`, or name "
                    + "always; nothing was adopted")
        }
        return try adopt(
            .serviceLevel, name: policy.name, version: policy.version, text: text, effectiveFrom: effectiveFrom,
            by: actor, key: key)
    }
}
