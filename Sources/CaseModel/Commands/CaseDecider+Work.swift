/// Assignment, priority, tags, notes and snoozes.
extension CaseDecider {
    static func assign(_ name: String, _ note: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if state.assignee == name { throw unchanged(state, "is theirs") }
        return Step(.caseAssigned(CaseAssigned(to: name)), note: note)
    }

    static func unassign(_ note: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if state.assignee == nil { throw unchanged(state, "is nobody's") }
        return Step(.caseUnassigned(CaseUnassigned()), note: note)
    }

    static func prioritise(_ priority: Priority, _ reason: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if state.priority == priority { throw unchanged(state, "has priority \(priority.rawValue)") }
        return Step(.prioritySet(PrioritySet(priority: priority)), note: reason)
    }

    /// Each step of an audit lists all tags, so their number is bounded.
    private static let maximumTags = 100

    static func tag(_ tag: String, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if state.tags.contains(tag) { throw unchanged(state, "has that tag") }
        guard state.tags.count < maximumTags else {
            throw Refusal(
                .badValue, state.number,
                "case \(state.number) has \(maximumTags) tags, and no case has more; take one off with untag first")
        }
        return Step(.tagAdded(TagAdded(tag: tag)))
    }

    static func untag(_ tag: String, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        guard state.tags.contains(tag) else {
            let tags: String = state.tags.isEmpty ? "it has none" : "it has \(state.tags.joined(separator: ", "))"
            throw Refusal(.nothingChanged, state.number, "case \(state.number) has no such tag; \(tags)")
        }
        return Step(.tagRemoved(TagRemoved(tag: tag)))
    }

    static func note(_ note: String, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if note.isEmpty { throw Refusal(.needsText, state.number, "a note has words; say what is to be noted") }
        return Step(.noteAdded(NoteAdded()), note: note)
    }

    static func snooze(
        _ snoozed: CaseSnoozed, _ reason: String?, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if let snooze = state.snooze, snooze.until == snoozed.until, snooze.wakesOnReply == snoozed.wakesOnReply {
            throw unchanged(state, "is snoozed so")
        }
        return Step(.caseSnoozed(snoozed), note: reason)
    }

    static func wake(_ reason: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if state.snooze == nil {
            throw Refusal(.notSnoozed, state.number, "case \(state.number) is not snoozed; go on with it as it is")
        }
        return Step(.caseWoken(CaseWoken(by: .person)), note: reason)
    }
}
