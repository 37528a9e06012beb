extension Situation {
    /// A situation of a non-empty box: the first possible value of each input.
    package init(firstOf box: SituationSet) {
        self.init()
        for input in SituationInput.allCases { set(input, to: box.firstValue(of: input)) }
    }

    /// Sets an input to the value with an index; ignores an invalid index.
    package mutating func set(_ input: SituationInput, to place: Int) {
        let raw = UInt8(clamping: place)
        switch input {
        case .lifecycle: lifecycle = CaseStage(rawValue: raw) ?? lifecycle
        case .polarity: polarity = Judgement(rawValue: raw) ?? polarity
        case .echo: echo = YesNo(rawValue: raw) ?? echo
        case .targets: targets = ComplaintTargets(rawValue: raw) ?? targets
        case .reach: reach = ReachClass(rawValue: raw) ?? reach
        case .turn: turn = Turn(rawValue: raw) ?? turn
        case .news: news = News(rawValue: raw) ?? news
        case .turnsLeft: turnsLeft = YesNo(rawValue: raw) ?? turnsLeft
        case .silent: silent = YesNo(rawValue: raw) ?? silent
        case .place: self.place = Place(rawValue: raw) ?? self.place
        case .privateData: privateData = YesNo(rawValue: raw) ?? privateData
        case .answeredInPublic: answeredInPublic = YesNo(rawValue: raw) ?? answeredInPublic
        case .contactable: contactable = YesNo(rawValue: raw) ?? contactable
        case .consent: consent = YesNo(rawValue: raw) ?? consent
        case .canHelp: canHelp = HelpPossible(rawValue: raw) ?? canHelp
        case .helped: helped = YesNo(rawValue: raw) ?? helped
        case .guided: guided = YesNo(rawValue: raw) ?? guided
        case .acknowledged: acknowledged = YesNo(rawValue: raw) ?? acknowledged
        case .escalated: escalated = YesNo(rawValue: raw) ?? escalated
        case .investigated: investigated = YesNo(rawValue: raw) ?? investigated
        case .assessed: assessed = Assessment(rawValue: raw) ?? assessed
        case .author: author = AuthorKind(rawValue: raw) ?? author
        case .courtesy: courtesy = YesNo(rawValue: raw) ?? courtesy
        case .problemIdentified: problemIdentified = YesNo(rawValue: raw) ?? problemIdentified
        case .planExplained: planExplained = YesNo(rawValue: raw) ?? planExplained
        case .prospect: prospect = Prospect(rawValue: raw) ?? prospect
        case .solved: solved = SolvedExtent(rawValue: raw) ?? solved
        case .published: published = YesNo(rawValue: raw) ?? published
        case .followUp: followUp = FollowUpStage(rawValue: raw) ?? followUp
        case .recurrence: recurrence = YesNo(rawValue: raw) ?? recurrence
        case .quiet: quiet = YesNo(rawValue: raw) ?? quiet
        case .survey: survey = YesNo(rawValue: raw) ?? survey
        case .incident: incident = YesNo(rawValue: raw) ?? incident
        case .promiseDue: promiseDue = YesNo(rawValue: raw) ?? promiseDue
        case .asked: asked = YesNo(rawValue: raw) ?? asked
        case .praisedInPublic: praisedInPublic = YesNo(rawValue: raw) ?? praisedInPublic
        }
    }
}
