/// A command on one case, as a person types it. `CaseDecider` decides it.
public enum CaseCommand: Hashable, Sendable {
    // Conversation

    /// Classify a mention, by default the newest.
    case classify(mention: SourceKey?, Label)
    /// Record a reply of ours.
    case reply(Reply)
    /// Record that the conversation continues in private or in public.
    case move(to: Visibility, consent: Bool, note: String?)

    // Organisation of work

    /// Assign the case to a person or team.
    case assign(to: String, note: String?)
    /// Remove the assignment.
    case unassign(note: String?)
    /// Set the priority.
    case prioritise(Priority, reason: String?)
    /// Add a tag.
    case tag(String)
    /// Remove a tag.
    case untag(String)
    /// Write an internal note.
    case note(String)
    /// Hide the case from the inbox for a while.
    case snooze(until: Timestamp, wakesOnReply: Bool, reason: String?)
    /// End the snooze.
    case wake(reason: String?)

    // A complaint

    /// Record that the person was told their complaint has been received.
    case acknowledge(note: String?)
    /// Record an investigation of the author (S11).
    case investigate([InvestigationSource], finding: String?)
    /// Assess whether a complaint about the brand is founded (S10).
    case assess(founded: Bool, grounds: [String], signals: [String], note: String?)
    /// Record how the case will probably end.
    case forecast(Forecast, basis: String?, note: String?)
    /// Record what exactly the problem is (S13).
    case identifyProblem(cause: String, product: String?, severity: Severity?, description: String?)
    /// Record that the plan was explained to the person (S14).
    case explainPlan(String?, by: Timestamp?)
    /// Record that we helped with the product ourselves (S7).
    case help(String?)
    /// Record guidance: whom to contact and which steps to take. Schedules a follow-up (S8, S9).
    case guide(String, followUpAt: Timestamp?)
    /// Escalate to somebody with more authority.
    case escalate(to: String, level: Int64, reason: String?)

    // The end

    /// Resolve the case, or only the issues given.
    case resolve(
        outcome: Outcome, solved: Solved, issues: TargetSet, confirmedBy: Confirmation, note: String?,
        followUp: FollowUpPlan = .usual)
    /// Record that the resolution was shown in public (S16).
    case publish(note: String?)
    /// Dismiss the case: there is nothing to solve.
    case dismiss(DismissalGround, reason: String?, followUp: FollowUpPlan = .usual)
    /// Reopen an ended case.
    case reopen(ReopeningTrigger, reason: String?)
    /// Stop monitoring.
    case close(reason: String?)
    /// Schedule a follow-up.
    case scheduleFollowUp(due: Timestamp, FollowUpPurpose)
    /// Record what a follow-up found; by default of the one due first.
    case completeFollowUp(Int64?, FollowUpFinding, note: String?)
    /// Cancel a follow-up; by default the one due first.
    case cancelFollowUp(Int64?, reason: String?)

    /// A reply of ours.
    public struct Reply: Hashable, Sendable {
        /// The words.
        public var text: String
        /// Who can read it.
        public var visibility: Visibility
        /// What it is for.
        public var purpose: ReplyPurpose
        /// The mention it answers, by default the newest.
        public var inReplyTo: SourceKey?
        /// The network's key for the reply, if it was posted on a network.
        public var key: SourceKey?
        /// The network's id, which is content.
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

/// The follow-up that is scheduled when a case ends (S18).
public enum FollowUpPlan: Hashable, Sendable {
    /// After the delay that the playbook sets.
    case usual
    /// At this time; by default for the purpose that goes with resolving or dismissing.
    case at(Timestamp, FollowUpPurpose? = nil)
    /// None, which needs an override with its reason.
    case unplanned
}
