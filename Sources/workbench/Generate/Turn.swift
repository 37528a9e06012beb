/// Somebody is about to write the next message of a conversation.
struct Turn {
    /// When, in seconds since 1970, and among those of one second in which order.
    var time: Double
    var order: Int
    var isOurs: Bool
    var conversation: Conversation

    static func < (a: Turn, b: Turn) -> Bool { (a.time, a.order) < (b.time, b.order) }
}

/// One person's matter with one brand, as far as it has come.
struct Conversation {
    var brand: Int
    var channel: Int
    /// The number of the person on the channel.
    var person: Int
    var topic: Int
    /// What the person came with.
    var opening: Polarity
    /// The newest message, and how many there are.
    var newest: String?
    var messages = 0
    var replies = 0
    /// How many more there will be.
    var turnsLeft: Int
    var isPrivate: Bool
    /// The person has no case in this conversation yet.
    var isNewCase = true
}
