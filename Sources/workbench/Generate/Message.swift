/// One message on a network.
struct Message {
    var channel: ChannelProfile
    var id: String
    var parent: String?
    var author: Author
    /// The brand speaks, and not the author.
    var isOurs: Bool
    var brand: BrandProfile
    /// Seconds since 1970.
    var time: Int
    var text: String
    var isPrivate: Bool
    var isSpanish: Bool
    /// The judgement that comes along with it.
    var label: MessageLabel?
}

/// What a model makes of a message.
struct MessageLabel {
    var polarity: Polarity
    var targets: [String]
    var topic: String?
    var severity: String?
    /// Hundredths.
    var confidence: Int
}

enum Polarity: String { case positive, complaint, question, neutral, spam }
