public import ArgumentParser
import CaseModel

// The words of the domain as people type them.
extension Direction: ExpressibleByArgument {}
extension Visibility: ExpressibleByArgument {}
extension MentionKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension ClassificationMethod: ExpressibleByArgument {}
extension ReplyPurpose: ExpressibleByArgument {}
extension Outcome: ExpressibleByArgument {}
extension Solved: ExpressibleByArgument {}
extension Confirmation: ExpressibleByArgument {}
extension DismissalGround: ExpressibleByArgument {}
extension ReopeningTrigger: ExpressibleByArgument {}
extension FollowUpPurpose: ExpressibleByArgument {}
extension FollowUpFinding: ExpressibleByArgument {}
extension InvestigationSource: ExpressibleByArgument {}
extension Forecast: ExpressibleByArgument {}
