/// The rules of handling a complaint: hear it, look into it, judge it, say what will be done (S5, S10 to S14).
extension CaseDecider {
    static func investigate(
        _ sources: [InvestigationSource], _ finding: String?, _ state: CaseState
    ) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        if sources.isEmpty {
            throw Refusal(
                .needsSource, state.number, "say where you looked: public-profile, own-history, or both of them")
        }
        return Step(.authorInvestigated(AuthorInvestigated(sources: sources)), note: finding)
    }

    static func forecast(_ forecast: OutcomeForecast, _ note: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        if let basis = forecast.basis { try refuseUnlessCode(basis, "a forecast's basis", state) }
        return Step(.outcomeForecast(forecast), note: note)
    }

    static func identify(
        _ problem: ProblemIdentified, _ description: String?, _ state: CaseState
    ) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        try refuseUnlessComplaint(state)
        try refuseUnlessCode(problem.cause, "a cause", state)
        if let product = problem.product { try refuseUnlessName(product, "a product", state) }
        return Step(.problemIdentified(problem), note: description)
    }

    static func acknowledge(_ note: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        try refuseUnlessComplaint(state)
        if state.handling.acknowledgedAt != nil {
            throw Refusal(
                .alreadyAcknowledged, state.number,
                "the complaint of case \(state.number) is acknowledged already; record what you say next as a reply")
        }
        return Step(.complaintAcknowledged(ComplaintAcknowledged()), note: note)
    }

    static func assess(
        _ assessed: ComplaintAssessed, _ note: String?, _ state: CaseState
    ) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        try refuseUnlessComplaint(state)
        guard state.complainedAbout.contains(.brand) else {
            throw Refusal(
                .notAboutBrand, state.number,
                "case \(state.number) complains about the product alone, which is helped and not judged (S7); "
                    + "classify its mention as about the brand too, if it is")
        }
        guard state.investigatedAt != nil else {
            throw Refusal(
                .notInvestigated, state.number,
                "nobody has looked into who writes in case \(state.number); investigate first, then assess (S11)")
        }
        for code in assessed.grounds + assessed.signals { try refuseUnlessCode(code, "a ground or signal", state) }
        return Step(.complaintAssessed(assessed), note: note)
    }

    static func explain(
        _ plan: String?, _ by: Timestamp?, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        guard state.handling.problemIdentifiedAt != nil else {
            throw Refusal(
                .problemUnknown, state.number,
                "the problem of case \(state.number) is not identified in this episode; "
                    + "identify it before you explain what will be done (S13)")
        }
        if let by, by <= context.at {
            throw Refusal(
                .dueInThePast, state.number, "a plan promises a later time; name one, or leave it out")
        }
        return Step(.planExplained(PlanExplained(by: by)), text: plan)
    }
}
