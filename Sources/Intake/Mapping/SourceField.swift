/// What a column of a source can tell about a message; its name is the key in a mapping's YAML.
enum SourceField: Int, CaseIterable, Sendable {
    case id, parent, author, handle, name, text, time, direction, brand, channel, visibility, kind, language, reach
    case link, version, sequence, polarity, targets, topics, severity, confidence, method, methodVersion

    private static let names = [
        "id", "parent", "author", "handle", "name", "text", "time", "direction", "brand", "channel", "visibility",
        "kind", "language", "reach", "link", "version", "sequence", "polarity", "targets", "topics", "severity",
        "confidence", "method", "methodVersion",
    ]

    init?(named name: String) {
        guard let index = SourceField.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: index)
    }

    var key: String { SourceField.names[rawValue] }

    /// What every source must have a column for; the channel may be a constant.
    static let required: [SourceField] = [.id, .author, .text, .time]
}
