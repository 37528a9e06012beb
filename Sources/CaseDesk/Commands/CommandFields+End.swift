internal import CaseModel
internal import JSON

/// What lines about the end of a matter, and about looking again, say.
extension CommandFields {
    mutating func end(named name: String) throws(Refusal) -> CaseCommand? {
        switch name {
        case "resolve":
            .resolve(
                outcome: try value("outcome"), solved: try value("solved"), issues: try issues("target"),
                confirmedBy: try value("confirmedBy"), note: try optionalString("note"), followUp: try followUpPlan())
        case "publish": .publish(note: try optionalString("note"))
        case "dismiss":
            .dismiss(try value("as"), reason: try optionalString("reason"), followUp: try followUpPlan())
        case "reopen": .reopen(try value("trigger"), reason: try optionalString("reason"))
        case "close": .close(reason: try optionalString("reason"))
        case "schedule-follow-up": .scheduleFollowUp(due: try requiredTime("due"), try value("purpose"))
        case "complete-follow-up":
            .completeFollowUp(
                try integer("followUp"), try value("finding"), note: try optionalString("note"))
        case "cancel-follow-up": .cancelFollowUp(try integer("followUp"), reason: try optionalString("reason"))
        default: nil
        }
    }

    mutating func requiredTime(_ key: String) throws(Refusal) -> Timestamp {
        guard let time = try time(key) else { throw Self.malformed("\"\(key)\" is missing") }
        return time
    }

    /// `followUp` is a time, or `none`; `followUpPurpose` says what it looks for.
    private mutating func followUpPlan() throws(Refusal) -> FollowUpPlan {
        let purpose: FollowUpPurpose? = try optionalValue("followUpPurpose")
        if value(at: "followUp")?.stringValue == "none" { return .unplanned }
        if let due = try time("followUp") { return .at(due, purpose) }
        if purpose != nil { throw Self.malformed("\"followUpPurpose\" wants \"followUp\": when it is due") }
        return .usual
    }

    mutating func issues(_ key: String) throws(Refusal) -> TargetSet {
        let target: Target? = try optionalValue(key)
        return target.map { TargetSet([$0]) } ?? []
    }
}
