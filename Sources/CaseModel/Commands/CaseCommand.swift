/// Something a person wants to do with one case.
public enum CaseCommand: Hashable, Sendable {
    // Judging and talking

    /// Judge a mention; the newest one where none is named.
    case classify(mention: SourceKey?, Label)
    /// Record what we said to the person.
    case reply(Reply)
    /// Go on where others can't read it, or where they can again.
    case move(to: Visibility, consent: Bool, note: String?)

    // Work

    /// Give the case to somebody of the house.
    case assign(to: String, note: String?)
    /// Take it from whoever has it.
    case unassign(note: String?)
    /// Say how urgent it is.
    case prioritise(Priority, reason: String?)
    /// Give it a word of the house's own to be found by.
    case tag(String)
    /// Take such a word away.
    case untag(String)
    /// Write something down for the house.
    case note(String)
    /// Put it out of sight for a while.
    case snooze(until: Timestamp, wakesOnReply: Bool, reason: String?)
    /// Put it back in sight.
    case wake(reason: String?)

    // A complaint

    /// Record that the person was told their complaint has been heard.
    case acknowledge(note: String?)
    /// Record what looking into the author found (S11).
    case investigate([InvestigationSource], finding: String?)
    /// Judge whether a complaint about the brand has a reason to be (S10).
    case assess(founded: Bool, grounds: [String], signals: [String], note: String?)
    /// Say how the matter will probably end.
    case forecast(Forecast, basis: String?, note: String?)
    /// Record what exactly the problem is (S13).
    case identifyProblem(cause: String, product: String?, severity: Severity?, description: String?)
    /// Record that the person was told what will be done (S14).
    case explainPlan(String?, by: Timestamp?)
    /// Record that we helped with the product ourselves (S7).
    case help(String?)
    /// Record whom and which steps we pointed the person to; we ask again later (S8, S9).
    case guide(String, followUpAt: Timestamp?)
    /// Bring in somebody with more say.
    case escalate(to: String, level: Int64, reason: String?)

    // The end

    /// End the matter, or one of its issues.
    case resolve(
        outcome: Outcome, solved: Solved, issues: TargetSet, confirmedBy: Confirmation, note: String?,
        followUp: FollowUpPlan = .usual)
    /// Record that others can now see how the matter ended (S16).
    case publish(note: String?)
    /// Let the matter be.
    case dismiss(DismissalGround, reason: String?, followUp: FollowUpPlan = .usual)
    /// Take it up again.
    case reopen(ReopeningTrigger, reason: String?)
    /// Stop watching.
    case close(reason: String?)
    /// Plan to look again.
    case scheduleFollowUp(due: Timestamp, FollowUpPurpose)
    /// Record what looking again found; the earliest due follow-up where none is named.
    case completeFollowUp(Int64?, FollowUpFinding, note: String?)
    /// Drop a follow-up; the earliest due one where none is named.
    case cancelFollowUp(Int64?, reason: String?)

    /// What we said.
    public struct Reply: Hashable, Sendable {
        /// The words.
        public var text: String
        /// Who can read it.
        public var visibility: Visibility
        /// What it is for.
        public var purpose: ReplyPurpose
        /// The mention it answers; the newest where none is named.
        public var inReplyTo: SourceKey?
        /// The network's key and id of the reply, where it stands on a network.
        public var key: SourceKey?
        /// The network's id itself, which is content.
        public var id: String?

        /// Puts a reply together.
        public init(
            text: String, visibility: Visibility, purpose: ReplyPurpose, inReplyTo: SourceKey? = nil,
            key: SourceKey? = nil, id: String? = nil
        ) {
            self.text = text
            self.visibility = visibility
            self.purpose = purpose
            self.inReplyTo = inReplyTo
            self.key = key
            self.id = id
        }
    }
}

/// When somebody looks again at a case that ends (S18).
public enum FollowUpPlan: Hashable, Sendable {
    /// After the time that the playbook sets.
    case usual
    /// At this time; for the purpose that goes with the end, where none is named.
    case at(Timestamp, FollowUpPurpose? = nil)
    /// Not at all, for which an override gives the reason.
    case unplanned
}
