/// The steps of handling a complaint: hear it, look into it, judge it, say what will be done (S5, S10 to S14). What the
/// case must be for them is asked in `refuseUnlessLegal`, and what they may say in `Event.brokenInvariant`.
extension CaseDecider {
    static func investigate(_ sources: [InvestigationSource], _ finding: String?) -> Step {
        Step(.authorInvestigated(AuthorInvestigated(sources: sources)), note: finding)
    }

    static func forecast(_ forecast: OutcomeForecast, _ note: String?) -> Step {
        Step(.outcomeForecast(forecast), note: note)
    }

    static func identify(_ problem: ProblemIdentified, _ description: String?) -> Step {
        Step(.problemIdentified(problem), note: description)
    }

    static func acknowledge(_ note: String?) -> Step {
        Step(.complaintAcknowledged(ComplaintAcknowledged()), note: note)
    }

    static func assess(_ assessed: ComplaintAssessed, _ note: String?) -> Step {
        Step(.complaintAssessed(assessed), note: note)
    }

    static func explain(_ plan: String?, _ by: Timestamp?) -> Step {
        Step(.planExplained(PlanExplained(by: by)), text: plan)
    }
}
