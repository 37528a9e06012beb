internal import CaseModel
internal import EventStore

/// Turns networks' ids into the keys that the log holds, under the store's key.
struct SourceKeys: Sendable {
    let hash: KeyedHash

    /// A message with its ids as the log knows them.
    func keyed(_ message: SourceMessage) -> KeyedMessage {
        KeyedMessage(
            message: message, key: self.message(message.channel, message.id),
            parent: message.parent.map { self.message(message.channel, $0) },
            author: author(of: message))
    }

    /// The key of the account that wrote a message. Whom nobody knows is known by the message alone: the same message
    /// again is by the same person, and another one by another.
    private func author(of message: SourceMessage) -> SourceKey {
        message.isOfNobody
            ? key("nobody", message.channel.name, message.id) : account(message.channel, message.author)
    }

    /// The key of a network's account.
    func account(_ channel: Channel, _ id: String) -> SourceKey { key("account", channel.name, id) }

    /// The key of a network's message.
    func message(_ channel: Channel, _ id: String) -> SourceKey { key("message", channel.name, id) }

    private func key(_ domain: StaticString, _ channel: String, _ id: String) -> SourceKey {
        let (high, low) = hash.hash(domain, channel, id)
        return SourceKey(high: high, low: low)
    }
}
