internal import CaseModel

extension DeskCommand {
    /// What makes it the same command when it is sent again.
    func identity(_ context: CommandContext) -> CommandIdentity {
        switch self {
        case .onCase(let reference, let command, let mention):
            let (parts, words) = command.concerning(mention).said
            return CommandIdentity([reference.description] + parts, words: words, context)
        case .merge(let from, let into, let reason):
            return CommandIdentity(["merge", from.description, into.description], words: [reason], context)
        case .unmerge(let from, let into, let reason):
            return CommandIdentity(["unmerge", from.description, into?.description], words: [reason], context)
        case .capture(let message):
            return CommandIdentity(["capture", message.channel.name, message.id], words: [message.text], context)
        }
    }
}

extension CaseCommand {
    /// The name, codes and numbers of the command, and the words that somebody wrote.
    fileprivate var said: (parts: [String?], words: [String?]) {
        switch self {
        case .classify(let mention, let label):
            (
                ["classify", mention?.hexadecimal, label.polarity.rawValue, label.targets.name]
                    + [label.topics.map(\.name).joined(separator: ","), label.severity?.rawValue]
                    + ["\(label.confidence)", label.method.rawValue, label.methodVersion], []
            )
        case .reply(let reply):
            (
                ["reply", reply.visibility.rawValue, reply.purpose.rawValue, reply.inReplyTo?.hexadecimal],
                [reply.text]
            )
        case .move(let to, let consent, let note): (["move", to.rawValue, "\(consent)"], [note])
        case .assign(let to, let note): (["assign", to], [note])
        case .unassign(let note): (["unassign"], [note])
        case .prioritise(let priority, let reason): (["prioritise", priority.rawValue], [reason])
        case .tag(let tag): (["tag", tag], [])
        case .untag(let tag): (["untag", tag], [])
        case .note(let note): (["note"], [note])
        case .snooze(_, let wakesOnReply, let reason): (["snooze", "\(wakesOnReply)"], [reason])
        case .wake(let reason): (["wake"], [reason])
        default: saidOfComplaint
        }
    }

    private var saidOfComplaint: (parts: [String?], words: [String?]) {
        switch self {
        case .acknowledge(let note): (["acknowledge"], [note])
        case .investigate(let sources, let finding):
            (["investigate", sources.map(\.rawValue).joined(separator: ",")], [finding])
        case .assess(let founded, let grounds, let signals, let note):
            (
                ["assess", "\(founded)", grounds.joined(separator: ","), signals.joined(separator: ",")], [note]
            )
        case .forecast(let forecast, let basis, let note): (["forecast", forecast.rawValue, basis], [note])
        case .identifyProblem(let cause, let product, let severity, let description):
            (["identify-problem", cause, product, severity?.rawValue], [description])
        case .explainPlan(let plan, _): (["explain-plan"], [plan])
        case .help(let what): (["help"], [what])
        case .guide(let steps, _): (["guide"], [steps])
        case .escalate(let to, let level, let reason): (["escalate", to, "\(level)"], [reason])
        default: saidOfEnd
        }
    }

    private var saidOfEnd: (parts: [String?], words: [String?]) {
        switch self {
        case .resolve(let outcome, let solved, let issues, let confirmedBy, let note, let plan):
            (
                ["resolve", outcome.rawValue, solved.rawValue, issues.name, confirmedBy.rawValue, plan.said], [note]
            )
        case .publish(let note): (["publish"], [note])
        case .dismiss(let ground, let reason, let plan): (["dismiss", ground.rawValue, plan.said], [reason])
        case .reopen(let trigger, let reason): (["reopen", trigger.rawValue], [reason])
        case .close(let reason): (["close"], [reason])
        case .scheduleFollowUp(_, let purpose): (["schedule-follow-up", purpose.rawValue], [])
        case .completeFollowUp(let number, let finding, let note):
            (["complete-follow-up", number.map { "\($0)" }, finding.rawValue], [note])
        case .cancelFollowUp(let number, let reason):
            (["cancel-follow-up", number.map { "\($0)" }], [reason])
        default: ([], [])
        }
    }
}

extension FollowUpPlan {
    fileprivate var said: String {
        switch self {
        case .usual: "usual"
        case .at(_, let purpose): "at \(purpose?.rawValue ?? "")"
        case .unplanned: "none"
        }
    }
}

extension PersonDeskCommand {
    /// What makes it the same command when it is sent again.
    func identity(_ context: CommandContext) -> CommandIdentity {
        switch self {
        case .onPerson(let person, let command, let reference):
            let (parts, words) = command.said
            return CommandIdentity([person, reference?.description] + parts, words: words, context)
        case .link(let person, let other, let basis, let reason):
            return CommandIdentity(["link", person, other, basis.rawValue], words: [reason], context)
        case .unlink(let person, let other, let reason):
            return CommandIdentity(["unlink", person, other], words: [reason], context)
        }
    }
}

extension PersonCommand {
    fileprivate var said: (parts: [String?], words: [String?]) {
        switch self {
        case .assess(let judgement):
            (
                ["assess-author", judgement.assessment.rawValue, judgement.evidence.joined(separator: ",")],
                [judgement.note]
            )
        case .offerSurvey(let instrument, let number):
            (["offer-survey", instrument.rawValue, number.map { "\($0)" }], [])
        case .answerSurvey(let offer, let score, let words):
            (["answer-survey", offer.map { "\($0)" }, "\(score)"], [words])
        case .recordEvidence(let kind, let number, let event, let note):
            (
                ["record-evidence", kind.rawValue, number.map { "\($0)" }, event.map { "\($0)" }], [note]
            )
        }
    }
}
