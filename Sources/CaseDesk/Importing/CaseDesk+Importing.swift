internal import CaseModel
internal import EventStore

extension CaseDesk {
    /// Takes a source in.
    ///
    /// Each commit is durable before the next begins; a dry run keeps nothing. O(rows · log n).
    ///
    /// - Throws: `DeskError`: the source can't be read, a strict import would reject rows, the store can't be used.
    package func importSource(_ request: ImportRequest) throws -> ImportReport {
        try importSource(PreparedImport(request, rejectsFolder: CaseDesk.folder(of: store.path), now: clock()))
    }

    /// Takes a source in that was read through before.
    package func importSource(_ prepared: PreparedImport) throws -> ImportReport {
        do { return try Importer(desk: self, prepared: prepared).run() } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// The folder that a store stands in, with its slash; nothing for the present one.
    package static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// A message with its ids as the log knows them.
    func keyed(_ message: SourceMessage) -> KeyedMessage {
        KeyedMessage(
            message: message, key: messageKey(message.channel, message.id),
            parent: message.parent.map { messageKey(message.channel, $0) },
            author: accountKey(message.channel, message.author))
    }

    /// The key of a network's account.
    func accountKey(_ channel: Channel, _ id: String) -> SourceKey { key("account", channel.name, id) }

    /// The key of a network's message.
    func messageKey(_ channel: Channel, _ id: String) -> SourceKey { key("message", channel.name, id) }

    private func key(_ domain: StaticString, _ channel: String, _ id: String) -> SourceKey {
        let (high, low) = store.keyedHash.hash(domain, channel, id)
        return SourceKey(high: high, low: low)
    }
}
