package import CaseModel

/// What the first response time needs to know of one episode of a case.
package struct ServiceFact: Hashable, Sendable {
    /// The case that it is an episode of.
    package var number: CaseNumber
    /// Whose case it is: of merged or linked persons the one that stands for all; nil for somebody whom nobody knows.
    package var person: PersonNumber?
    /// The person's first mention in it.
    package var openedAt: Timestamp
    /// Our first reply in it that they can see, at or after the first mention.
    package var firstReplyAt: Timestamp?

    /// Puts a fact together.
    package init(number: CaseNumber, person: PersonNumber?, openedAt: Timestamp, firstReplyAt: Timestamp?) {
        self.number = number
        self.person = person
        self.openedAt = openedAt
        self.firstReplyAt = firstReplyAt
    }
}
