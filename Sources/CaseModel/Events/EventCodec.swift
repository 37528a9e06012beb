package import JSON

/// Encodes and decodes payloads: one flat JSON object, fields in a fixed order.
package enum EventCodec {
    /// Writes the payload.
    ///
    /// - Parameters:
    ///   - rule: the playbook's rule that advised the event.
    ///   - isOverride: whether a reason for overriding the rule was given. The reason is content and can be erased;
    ///     that there was one stays in the log, so that figures don't change.
    package static func encode(
        _ event: Event, rule: String?, isOverride: Bool = false, into writer: inout JSONWriter
    ) {
        writer.beginObject()
        encodeFields(of: event, into: &writer)
        writer.field("rule", rule)
        if isOverride { writer.field("override", true) }
        writer.endObject()
    }

    /// Reads a payload of the current schema version; `UpcasterChain` converts older ones first.
    package static func decode(_ type: EventType, _ payload: UnsafeRawBufferPointer) throws(JSONError) -> Event {
        try FieldReader.withFields(inOrderOf: payload) { reader throws(JSONError) in
            let event: Event = try decode(type, from: &reader)
            // Fields that any type may have, after its own.
            _ = try reader.optionalString("rule")
            _ = try reader.optionalBool("override")
            return event
        }
    }

    /// The playbook's rule that advised the event; nil if none.
    package static func rule(in payload: UnsafeRawBufferPointer) throws(JSONError) -> String? {
        var reader = try FieldReader(payload)
        return try reader.optionalString("rule")
    }

    /// Whether a reason for overriding the rule was given.
    package static func isOverride(in payload: UnsafeRawBufferPointer) throws(JSONError) -> Bool {
        var reader = try FieldReader(payload)
        return try reader.optionalBool("override") ?? false
    }

    private static func encodeFields(of event: Event, into writer: inout JSONWriter) {
        switch event {
        case .caseOpened(let payload): payload.encode(to: &writer)
        case .mentionCaptured(let payload): payload.encode(to: &writer)
        case .messageAwaited(let payload): payload.encode(to: &writer)
        case .messageAttached(let payload): payload.encode(to: &writer)
        case .conversationRerooted(let payload): payload.encode(to: &writer)
        case .mentionRevised(let payload): payload.encode(to: &writer)
        case .mentionWithdrawn(let payload): payload.encode(to: &writer)
        case .mentionClassified(let payload): payload.encode(to: &writer)
        case .caseAssigned(let payload): payload.encode(to: &writer)
        case .caseUnassigned(let payload): payload.encode(to: &writer)
        case .prioritySet(let payload): payload.encode(to: &writer)
        case .tagAdded(let payload): payload.encode(to: &writer)
        case .tagRemoved(let payload): payload.encode(to: &writer)
        case .noteAdded(let payload): payload.encode(to: &writer)
        case .complaintAcknowledged(let payload): payload.encode(to: &writer)
        case .authorInvestigated(let payload): payload.encode(to: &writer)
        case .complaintAssessed(let payload): payload.encode(to: &writer)
        case .outcomeForecast(let payload): payload.encode(to: &writer)
        case .replySent(let payload): payload.encode(to: &writer)
        case .conversationMoved(let payload): payload.encode(to: &writer)
        case .problemIdentified(let payload): payload.encode(to: &writer)
        case .planExplained(let payload): payload.encode(to: &writer)
        case .helpProvided(let payload): payload.encode(to: &writer)
        case .guidanceGiven(let payload): payload.encode(to: &writer)
        case .caseEscalated(let payload): payload.encode(to: &writer)
        case .caseResolved(let payload): payload.encode(to: &writer)
        case .resolutionPublished(let payload): payload.encode(to: &writer)
        case .caseDismissed(let payload): payload.encode(to: &writer)
        case .followUpScheduled(let payload): payload.encode(to: &writer)
        case .followUpDone(let payload): payload.encode(to: &writer)
        case .followUpCancelled(let payload): payload.encode(to: &writer)
        case .caseSnoozed(let payload): payload.encode(to: &writer)
        case .caseWoken(let payload): payload.encode(to: &writer)
        case .caseReopened(let payload): payload.encode(to: &writer)
        case .caseClosed(let payload): payload.encode(to: &writer)
        case .casesMerged(let payload): payload.encode(to: &writer)
        case .casesUnmerged(let payload): payload.encode(to: &writer)
        case .caseSplit(let payload): payload.encode(to: &writer)
        case .eventCorrected(let payload): payload.encode(to: &writer)
        case .eventTakenBack(let payload): payload.encode(to: &writer)
        case .personIdentified(let payload): payload.encode(to: &writer)
        case .identityLinked(let payload): payload.encode(to: &writer)
        case .identityUnlinked(let payload): payload.encode(to: &writer)
        case .authorAssessed(let payload): payload.encode(to: &writer)
        case .surveyOffered(let payload): payload.encode(to: &writer)
        case .surveyAnswered(let payload): payload.encode(to: &writer)
        case .stanceEvidenced(let payload): payload.encode(to: &writer)
        case .personErased(let payload): payload.encode(to: &writer)
        case .contentErased(let payload): payload.encode(to: &writer)
        case .contentRedacted(let payload): payload.encode(to: &writer)
        case .legalHoldSet(let payload): payload.encode(to: &writer)
        case .legalHoldLifted(let payload): payload.encode(to: &writer)
        case .accountGone(let payload): payload.encode(to: &writer)
        case .playbookAdopted(let payload): payload.encode(to: &writer)
        case .calendarAdopted(let payload): payload.encode(to: &writer)
        case .serviceLevelAdopted(let payload): payload.encode(to: &writer)
        case .taxonomyAdopted(let payload): payload.encode(to: &writer)
        case .importCompleted(let payload): payload.encode(to: &writer)
        case .importRetracted(let payload): payload.encode(to: &writer)
        case .storeRestored(let payload): payload.encode(to: &writer)
        case .incidentDeclared(let payload): payload.encode(to: &writer)
        case .incidentClosed(let payload): payload.encode(to: &writer)
        }
    }

    /// Reads the type's own fields, in the order in which they are written.
    package static func decode(_ type: EventType, from reader: inout FieldReader) throws(JSONError) -> Event {
        switch type {
        case .caseOpened: .caseOpened(try CaseOpened(from: &reader))
        case .mentionCaptured: .mentionCaptured(try MentionCaptured(from: &reader))
        case .messageAwaited: .messageAwaited(try MessageAwaited(from: &reader))
        case .messageAttached: .messageAttached(try MessageAttached(from: &reader))
        case .conversationRerooted: .conversationRerooted(try ConversationRerooted(from: &reader))
        case .mentionRevised: .mentionRevised(try MentionRevised(from: &reader))
        case .mentionWithdrawn: .mentionWithdrawn(try MentionWithdrawn(from: &reader))
        case .mentionClassified: .mentionClassified(try MentionClassified(from: &reader))
        case .caseAssigned: .caseAssigned(try CaseAssigned(from: &reader))
        case .caseUnassigned: .caseUnassigned(try CaseUnassigned(from: &reader))
        case .prioritySet: .prioritySet(try PrioritySet(from: &reader))
        case .tagAdded: .tagAdded(try TagAdded(from: &reader))
        case .tagRemoved: .tagRemoved(try TagRemoved(from: &reader))
        case .noteAdded: .noteAdded(try NoteAdded(from: &reader))
        case .complaintAcknowledged: .complaintAcknowledged(try ComplaintAcknowledged(from: &reader))
        case .authorInvestigated: .authorInvestigated(try AuthorInvestigated(from: &reader))
        case .complaintAssessed: .complaintAssessed(try ComplaintAssessed(from: &reader))
        case .outcomeForecast: .outcomeForecast(try OutcomeForecast(from: &reader))
        case .replySent: .replySent(try ReplySent(from: &reader))
        case .conversationMoved: .conversationMoved(try ConversationMoved(from: &reader))
        case .problemIdentified: .problemIdentified(try ProblemIdentified(from: &reader))
        case .planExplained: .planExplained(try PlanExplained(from: &reader))
        case .helpProvided: .helpProvided(try HelpProvided(from: &reader))
        case .guidanceGiven: .guidanceGiven(try GuidanceGiven(from: &reader))
        case .caseEscalated: .caseEscalated(try CaseEscalated(from: &reader))
        case .caseResolved: .caseResolved(try CaseResolved(from: &reader))
        case .resolutionPublished: .resolutionPublished(try ResolutionPublished(from: &reader))
        case .caseDismissed: .caseDismissed(try CaseDismissed(from: &reader))
        case .followUpScheduled: .followUpScheduled(try FollowUpScheduled(from: &reader))
        case .followUpDone: .followUpDone(try FollowUpDone(from: &reader))
        case .followUpCancelled: .followUpCancelled(try FollowUpCancelled(from: &reader))
        case .caseSnoozed: .caseSnoozed(try CaseSnoozed(from: &reader))
        case .caseWoken: .caseWoken(try CaseWoken(from: &reader))
        case .caseReopened: .caseReopened(try CaseReopened(from: &reader))
        case .caseClosed: .caseClosed(try CaseClosed(from: &reader))
        case .casesMerged: .casesMerged(try CasesMerged(from: &reader))
        case .casesUnmerged: .casesUnmerged(try CasesUnmerged(from: &reader))
        case .caseSplit: .caseSplit(try CaseSplit(from: &reader))
        case .eventCorrected: .eventCorrected(try EventCorrected(from: &reader))
        case .eventTakenBack: .eventTakenBack(try EventTakenBack(from: &reader))
        case .personIdentified: .personIdentified(try PersonIdentified(from: &reader))
        case .identityLinked: .identityLinked(try IdentityLinked(from: &reader))
        case .identityUnlinked: .identityUnlinked(try IdentityUnlinked(from: &reader))
        case .authorAssessed: .authorAssessed(try AuthorAssessed(from: &reader))
        case .surveyOffered: .surveyOffered(try SurveyOffered(from: &reader))
        case .surveyAnswered: .surveyAnswered(try SurveyAnswered(from: &reader))
        case .stanceEvidenced: .stanceEvidenced(try StanceEvidenced(from: &reader))
        case .personErased: .personErased(try PersonErased(from: &reader))
        case .contentErased: .contentErased(try ContentErased(from: &reader))
        case .contentRedacted: .contentRedacted(try ContentRedacted(from: &reader))
        case .legalHoldSet: .legalHoldSet(try LegalHoldSet(from: &reader))
        case .legalHoldLifted: .legalHoldLifted(try LegalHoldLifted(from: &reader))
        case .accountGone: .accountGone(try AccountGone(from: &reader))
        case .playbookAdopted: .playbookAdopted(try PlaybookAdopted(from: &reader))
        case .calendarAdopted: .calendarAdopted(try CalendarAdopted(from: &reader))
        case .serviceLevelAdopted: .serviceLevelAdopted(try ServiceLevelAdopted(from: &reader))
        case .taxonomyAdopted: .taxonomyAdopted(try TaxonomyAdopted(from: &reader))
        case .importCompleted: .importCompleted(try ImportCompleted(from: &reader))
        case .importRetracted: .importRetracted(try ImportRetracted(from: &reader))
        case .storeRestored: .storeRestored(try StoreRestored(from: &reader))
        case .incidentDeclared: .incidentDeclared(try IncidentDeclared(from: &reader))
        case .incidentClosed: .incidentClosed(try IncidentClosed(from: &reader))
        }
    }
}
