package import CaseModel

/// What first response times need to know of an episode.
package struct ServiceFact: Hashable, Sendable {
    /// The case.
    package var number: CaseNumber
    /// Of linked persons the one that the others are known as; nil for an anonymous author.
    package var person: PersonNumber?
    /// The person's first mention in the episode.
    package var openedAt: Timestamp
    /// Our first reply in it, at or after that mention.
    package var firstReplyAt: Timestamp?

    package init(number: CaseNumber, person: PersonNumber?, openedAt: Timestamp, firstReplyAt: Timestamp?) {
        self.number = number
        self.person = person
        self.openedAt = openedAt
        self.firstReplyAt = firstReplyAt
    }
}
