/// All inputs of the decision tables for a case at a moment, as values of finite types.
///
/// The defaults describe a new public mention of an unknown person. Contains no times and no text.
package struct Situation: Hashable, Sendable {
    /// The stage of the case.
    package var lifecycle = CaseStage.open
    /// Its gravest classification.
    package var polarity = Judgement.unjudged
    /// Whether it contains nothing but reposts.
    package var echo = YesNo.no
    /// The targets of the complaint that are not resolved in this episode.
    package var targets = ComplaintTargets.none
    /// Whether its reach is at least `reachThreshold`.
    package var reach = ReachClass.ordinary

    /// Whose turn it is in this episode.
    package var turn = Turn.opening
    /// The classification of their newest mention if it is unanswered or, once the case has ended, later than the end.
    /// In an open case an unclassified one counts even if it is answered.
    package var news = News.none
    /// Whether we have replied fewer than `turns` times in this episode.
    package var turnsLeft = YesNo.yes
    /// Whether the last message is ours and `silence` has passed since.
    package var silent = YesNo.no
    /// The present visibility of the conversation.
    package var place = Place.isPublic
    /// Whether the messages contain private data, order data or data of third parties.
    package var privateData = YesNo.no
    /// Whether we have replied in this episode, and in public in any.
    package var answeredInPublic = YesNo.no
    /// Whether the person praised us in public.
    package var praisedInPublic = YesNo.no
    /// Whether we can reach the person in private.
    package var contactable = YesNo.yes
    /// Whether the person agreed to continue, or to be shown, in public.
    package var consent = YesNo.no

    /// Whether we can help with the product ourselves.
    package var canHelp = HelpPossible.unknown
    /// Whether help was provided in this episode.
    package var helped = YesNo.no
    /// Whether guidance was given in this episode.
    package var guided = YesNo.no
    /// Whether the complaint was acknowledged or answered in this episode.
    package var acknowledged = YesNo.no
    /// Whether the case was escalated in this episode.
    package var escalated = YesNo.no

    /// Whether the author was investigated.
    package var investigated = YesNo.no
    /// Whether the complaint about the brand is founded.
    package var assessed = Assessment.no
    /// The kind of author, by the current assessment.
    package var author = AuthorKind.unknown
    /// Whether we replied after the complaint was assessed; an unfounded one gets one courteous reply.
    package var courtesy = YesNo.no
    /// Whether our last message asks what the problem is and is unanswered, in this episode.
    package var asked = YesNo.no
    /// Whether the problem was identified in this episode.
    package var problemIdentified = YesNo.no
    /// Whether the plan was explained in this episode.
    package var planExplained = YesNo.no

    /// The outcome or, before it, the forecast.
    package var prospect = Prospect.unknown
    /// Whether the problem is solved.
    package var solved = SolvedExtent.no
    /// Whether the resolution was published.
    package var published = YesNo.no
    /// The state of follow-ups.
    package var followUp = FollowUpStage.none
    /// Whether a follow-up after the end found a recurrence, or that it got worse.
    package var recurrence = YesNo.no
    /// Whether the case ended at least `horizon` ago, with no mention since then.
    package var quiet = YesNo.no
    /// Whether a survey was offered for the case.
    package var survey = YesNo.no
    /// Whether the case is part of an open incident.
    package var incident = YesNo.no
    /// Whether the date that the plan promised has passed without help.
    package var promiseDue = YesNo.no

    package init() {}

    /// The index of an input's value. O(1).
    package func value(of input: SituationInput) -> Int {
        let raw: UInt8 =
            switch input {
            case .lifecycle: lifecycle.rawValue
            case .polarity: polarity.rawValue
            case .echo: echo.rawValue
            case .targets: targets.rawValue
            case .reach: reach.rawValue
            case .turn: turn.rawValue
            case .news: news.rawValue
            case .turnsLeft: turnsLeft.rawValue
            case .silent: silent.rawValue
            case .place: place.rawValue
            case .privateData: privateData.rawValue
            case .answeredInPublic: answeredInPublic.rawValue
            case .contactable: contactable.rawValue
            case .consent: consent.rawValue
            case .canHelp: canHelp.rawValue
            case .helped: helped.rawValue
            case .guided: guided.rawValue
            case .acknowledged: acknowledged.rawValue
            case .escalated: escalated.rawValue
            case .investigated: investigated.rawValue
            case .assessed: assessed.rawValue
            case .author: author.rawValue
            case .courtesy: courtesy.rawValue
            case .problemIdentified: problemIdentified.rawValue
            case .planExplained: planExplained.rawValue
            case .prospect: prospect.rawValue
            case .solved: solved.rawValue
            case .published: published.rawValue
            case .followUp: followUp.rawValue
            case .recurrence: recurrence.rawValue
            case .quiet: quiet.rawValue
            case .survey: survey.rawValue
            case .incident: incident.rawValue
            case .promiseDue: promiseDue.rawValue
            case .asked: asked.rawValue
            case .praisedInPublic: praisedInPublic.rawValue
            }
        return Int(raw)
    }
}
