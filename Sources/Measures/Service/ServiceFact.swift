package import CaseModel

/// What the first response time needs to know of a case, or of one of its episodes.
package struct ServiceFact: Hashable, Sendable {
    /// Whose case it is: of merged or linked persons the one that stands for all.
    package var person: PersonNumber
    /// The person's first mention in it.
    package var openedAt: Timestamp
    /// Our first reply in it that they can see, at or after the first mention.
    package var firstReplyAt: Timestamp?

    /// Puts a fact together.
    package init(person: PersonNumber, openedAt: Timestamp, firstReplyAt: Timestamp?) {
        self.person = person
        self.openedAt = openedAt
        self.firstReplyAt = firstReplyAt
    }
}
