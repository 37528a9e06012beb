/// What reports name of a person when it changes.
package enum PersonField: String, CaseIterable, Sendable {
    case knownAs, assessment, expires, surveysOffered, surveysAnswered, evidence
}
