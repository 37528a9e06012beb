/// A source's message with its ids as the log knows them.
package struct KeyedMessage: Sendable {
    package var message: SourceMessage
    package var key: SourceKey
    package var parent: SourceKey?
    /// The account that wrote it.
    package var author: SourceKey
    /// Whether its source ends with these words for the message: no later row of the file is about it. Then the source says
    /// what holds when it was made, also where it says no version and no other time.
    package var isLastWord = false

    package init(message: SourceMessage, key: SourceKey, parent: SourceKey?, author: SourceKey) {
        self.message = message
        self.key = key
        self.parent = parent
        self.author = author
    }

    /// The personal data and words of the message.
    package var content: Content {
        Content(
            id: message.id, parent: message.parent, author: message.direction == .ours ? message.author : nil,
            text: message.text, link: message.link)
    }
}
