/// The fields of a person that a report names when an event changes them.
package enum PersonField: String, CaseIterable, Sendable {
    case knownAs, assessment, expires, surveysOffered, surveysAnswered, evidence
}
