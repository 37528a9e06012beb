/// What advice and filters ask of a case, one bit each: kept in its row, so that nobody reads its stream for it.
///
/// What is done counts for the present episode, unless it says otherwise. A bit keeps its place: rows hold the number.
package struct CaseFacts: OptionSet, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    private init(bit: Int64) { rawValue = 1 << bit }

    /// Somebody looked into who writes, in whatever episode (S11).
    package static let investigated = CaseFacts(bit: 0)
    /// Whether the complaint has a reason to be was judged (S10).
    package static let assessed = CaseFacts(bit: 1)
    /// It has one, even a little (S13).
    package static let founded = CaseFacts(bit: 2)
    package static let forecastFavourable = CaseFacts(bit: 3)
    package static let forecastUnfavourable = CaseFacts(bit: 4)
    package static let problemIdentified = CaseFacts(bit: 5)
    package static let planExplained = CaseFacts(bit: 6)
    package static let helped = CaseFacts(bit: 7)
    package static let guided = CaseFacts(bit: 8)
    package static let acknowledged = CaseFacts(bit: 9)
    package static let published = CaseFacts(bit: 10)
    /// The conversation stands now where others can't read it.
    package static let isPrivate = CaseFacts(bit: 11)
    /// One of its mentions, of whatever episode, is private.
    package static let hasPrivateMention = CaseFacts(bit: 12)
    /// The person agreed to go on in public.
    package static let consent = CaseFacts(bit: 13)
    /// Nothing of it was recorded as it happened: no clock of today runs for it.
    package static let isImportedOnly = CaseFacts(bit: 14)
    /// It was raised to somebody with more say.
    package static let escalated = CaseFacts(bit: 15)

    package static let resolvedFavourable = CaseFacts(bit: 16)
    package static let resolvedUnfavourable = CaseFacts(bit: 17)
    package static let solvedYes = CaseFacts(bit: 18)
    package static let solvedPartly = CaseFacts(bit: 19)
    package static let solvedNo = CaseFacts(bit: 20)
    package static let dismissedTroll = CaseFacts(bit: 21)
    package static let dismissedSpam = CaseFacts(bit: 22)
    package static let dismissedOffTopic = CaseFacts(bit: 23)
    package static let dismissedDuplicate = CaseFacts(bit: 24)
    /// The issue about the product has ended, whether or not the case has.
    package static let productResolved = CaseFacts(bit: 25)
    /// The issue about the brand has ended, whether or not the case has.
    package static let brandResolved = CaseFacts(bit: 26)

    /// We answered at some time.
    package static let anyReply = CaseFacts(bit: 27)
    /// The newest mention is judged.
    package static let newestJudged = CaseFacts(bit: 28)
    /// The newest mention is judged positive.
    package static let newestPositive = CaseFacts(bit: 29)
    /// The newest mention is judged a complaint.
    package static let newestComplaint = CaseFacts(bit: 30)
    /// Somebody will look again, or has looked since it ended (S18).
    package static let watched = CaseFacts(bit: 31)
    /// We answered since the complaint was last assessed.
    package static let answeredSinceAssessed = CaseFacts(bit: 32)
    /// A follow-up was done since our last reply.
    package static let lookedSinceReply = CaseFacts(bit: 33)
    /// A follow-up was done since the case ended; where it is closed, since then.
    package static let lookedSinceEnd = CaseFacts(bit: 34)
    /// Help was provided since the plan was last explained: what it promised is done.
    package static let promiseKept = CaseFacts(bit: 35)
    /// One of its mentions, of whatever episode, that is judged positive stands where others can read it.
    package static let praisedInPublic = CaseFacts(bit: 36)
    /// Our last word asks what exactly the problem is, and they have not answered it.
    package static let asked = CaseFacts(bit: 37)
}
