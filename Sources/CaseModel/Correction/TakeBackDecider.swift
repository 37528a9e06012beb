/// Decides taking back an event that was recorded by mistake. Pure. The log keeps it; folds leave it out.
package enum TakeBackDecider {
    /// The facts about an event that the decision needs.
    package struct Recorded: Hashable, Sendable {
        package var position: Position
        package var type: EventType
        package var actor: Actor.Kind

        package init(position: Position, type: EventType, actor: Actor.Kind) {
            self.position = position
            self.type = type
            self.actor = actor
        }
    }

    /// Takes back an event and those that the same command recorded with it in the same stream: a reply and its
    /// acknowledgement, the end of a case and its follow-up.
    ///
    /// - Parameters:
    ///   - beside: the events of that command in that stream, `recorded` included.
    ///   - earlier: the event that took it back before, if any.
    ///   - owner: whose content the reason is.
    package static func takeBack(
        _ recorded: Recorded, beside: [Recorded], in stream: StreamName, earlier: Position?, reason: String?,
        owner: PersonNumber?, _ context: CommandContext
    ) throws(Refusal) -> Decision {
        if let earlier {
            throw Refusal(
                .nothingChanged, nil,
                "event \(recorded.position) was taken back already, at position \(earlier); there is nothing to record")
        }
        try refuseUnlessTakeable(recorded)
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw Refusal(.needsReason, nil, "say why event \(recorded.position) is taken back; the audit shows it")
        }
        var together: [Position] = beside.filter { $0.actor == recorded.actor && $0.type.canBeTakenBack }.map(
            \.position)
        if recorded.type == .mentionCaptured { together.append(recorded.position) }
        return Decision(
            stream, .eventTakenBack(EventTakenBack(events: together.sorted())), at: context.at,
            content: Content(note: reason, override: context.override), owner: owner, rule: context.rule)
    }

    private static func refuseUnlessTakeable(_ recorded: Recorded) throws(Refusal) {
        let instead: String
        switch recorded.type {
        case .casesMerged: instead = "`cmcase case unmerge` takes a merge back"
        case .casesUnmerged: instead = "`cmcase case merge` merges the two again"
        case .caseSplit: instead = "`cmcase case merge` of the two undoes a split"
        case .identityLinked: instead = "`cmcase person unlink` takes a link back"
        case .identityUnlinked: instead = "`cmcase person link` links the two again"
        case .eventCorrected: instead = "correct the event once more: `cmcase case correct`"
        case .eventTakenBack: instead = "record what was right anew; its words are in the audit"
        case .importRetracted: instead = "import the file again"
        case .playbookAdopted, .calendarAdopted, .serviceLevelAdopted, .taxonomyAdopted: instead = "adopt what is right"
        case .incidentDeclared, .incidentClosed:
            instead = "close the incident, or widen it; a new one is declared with the cases that it has"
        case .mentionCaptured where recorded.actor == .human: return
        case .caseOpened where recorded.actor == .human:
            instead = "take the message back that opened the case; the case goes with it where nothing else is in it"
        case .caseOpened, .mentionCaptured, .mentionRevised, .mentionWithdrawn, .personIdentified, .messageAwaited,
            .messageAttached, .conversationRerooted, .importCompleted:
            instead = "what a source brought goes with its import: `cmcase retract`"
        default:
            if recorded.type.canBeTakenBack, recorded.actor != .imported, recorded.actor != .system { return }
            instead =
                recorded.actor == .imported
                ? "what a source brought goes with its import: `cmcase retract`"
                : "the program recorded it by itself, from something else; take that back"
        }
        throw Refusal(
            .notTakenBack, nil,
            "event \(recorded.position), \(recorded.type.rawValue), is not taken back by itself: \(instead)")
    }
}

extension EventType {
    /// Whether folds can leave it out without a trace: decisions and records of people, not what sources brought or the
    /// program derived.
    package var canBeTakenBack: Bool {
        switch self {
        case .mentionClassified, .caseAssigned, .caseUnassigned, .prioritySet, .tagAdded, .tagRemoved, .noteAdded,
            .complaintAcknowledged, .authorInvestigated, .complaintAssessed, .outcomeForecast, .replySent,
            .conversationMoved, .problemIdentified, .planExplained, .helpProvided, .guidanceGiven, .caseEscalated,
            .caseResolved, .resolutionPublished, .caseDismissed, .followUpScheduled, .followUpDone, .followUpCancelled,
            .caseSnoozed, .caseWoken, .caseReopened, .caseClosed, .authorAssessed, .surveyOffered, .surveyAnswered,
            .stanceEvidenced:
            true
        default: false
        }
    }
}
