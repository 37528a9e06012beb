/// A source's message with its ids as keyed hashes.
package struct KeyedMessage: Sendable {
    package var message: SourceMessage
    package var key: SourceKey
    package var parent: SourceKey?
    /// The account that wrote it.
    package var author: SourceKey
    /// Whether no later row of the file is about this message. Its text is then current for the source, even without a
    /// version mark or a later time.
    package var isLastWord = false

    package init(message: SourceMessage, key: SourceKey, parent: SourceKey?, author: SourceKey) {
        self.message = message
        self.key = key
        self.parent = parent
        self.author = author
    }

    /// The content for the event.
    package var content: Content {
        Content(
            id: message.id, parent: message.parent, author: message.direction == .ours ? message.author : nil,
            text: message.text, link: message.link)
    }
}
