/// Everything the decision tables ask of a case at a moment, as values of finite sets.
///
/// Whoever knows the case, its person, the playbook's parameters and the time fills it in; what is left out has the
/// value that a new mention of an unknown person in public has. Pure data: no time, no text.
package struct Situation: Hashable, Sendable {
    /// Where the case stands.
    package var lifecycle = CaseStage.open
    /// What it is judged to be.
    package var polarity = Judgement.unjudged
    /// Whether all it holds are reposts or echoes of what others said.
    package var echo = YesNo.no
    /// What the complaint is about: only issues that have not been resolved in this episode.
    package var targets = ComplaintTargets.none
    /// Whether its reach is at or over `reachThreshold`.
    package var reach = ReachClass.ordinary

    /// Whose turn it is, in this episode.
    package var turn = Turn.opening
    /// The judgement of their newest mention, if it came after our last word or, where the case has ended, after its end;
    /// while it is open, one that nobody has judged also where we have answered it.
    package var news = News.none
    /// Whether we have replied fewer than `turns` times in this episode.
    package var turnsLeft = YesNo.yes
    /// Whether we spoke last and `silence` has passed since.
    package var silent = YesNo.no
    /// Where the conversation stands.
    package var place = Place.isPublic
    /// Whether what was said holds private data, order data or third parties.
    package var privateData = YesNo.no
    /// Whether we have replied in public, in this episode.
    package var answeredInPublic = YesNo.no
    /// Whether praise of theirs stands in public, wherever we have answered it.
    package var praisedInPublic = YesNo.no
    /// Whether we can reach the person where we can talk about it.
    package var contactable = YesNo.yes
    /// Whether the person agreed to go on, or to be shown, in public.
    package var consent = YesNo.no

    /// Whether we can help with the product ourselves.
    package var canHelp = HelpPossible.unknown
    /// Whether help was provided, in this episode.
    package var helped = YesNo.no
    /// Whether guidance was given, in this episode.
    package var guided = YesNo.no
    /// Whether the complaint was acknowledged, or answered, in this episode.
    package var acknowledged = YesNo.no
    /// Whether somebody with more say was brought in, in this episode and since it was last resolved.
    package var escalated = YesNo.no

    /// Whether somebody looked into the author.
    package var investigated = YesNo.no
    /// Whether the complaint about the brand was found to have a reason to be.
    package var assessed = Assessment.no
    /// Who writes, by the assessment that stands.
    package var author = AuthorStanding.unknown
    /// Whether the one courteous reply to a complaint without foundation was sent.
    package var courtesy = YesNo.no
    /// Whether our last word asks what exactly the problem is, in this episode.
    package var asked = YesNo.no
    /// Whether the exact problem is known, in this episode.
    package var problemIdentified = YesNo.no
    /// Whether the person was told what will be done, in this episode.
    package var planExplained = YesNo.no

    /// How it ended or, before that, the forecast.
    package var prospect = Prospect.unknown
    /// Whether the problem is gone.
    package var solved = SolvedExtent.no
    /// Whether the resolution was published.
    package var published = YesNo.no
    /// How looking again stands.
    package var followUp = FollowUpStage.none
    /// Whether looking again found it back, or worse, since the case ended.
    package var recurrence = YesNo.no
    /// Whether the case ended `horizon` ago or longer, and nothing was heard since.
    package var quiet = YesNo.no
    /// Whether a survey was offered for this case.
    package var survey = YesNo.no
    /// Whether the case is part of an incident that goes on.
    package var incident = YesNo.no
    /// Whether the time has come by which the plan promised it, and nothing has been done about it since.
    package var promiseDue = YesNo.no

    package init() {}

    /// The value of an input by its place among the input's values. O(1).
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
