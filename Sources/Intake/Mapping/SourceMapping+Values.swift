internal import CaseModel
import YAML

extension SourceMapping.Tables {
    init(_ section: YAMLNode) throws(YAMLError) {
        try section.allow([
            "direction", "brand", "channel", "visibility", "kind", "language", "polarity", "targets", "topics",
            "severity", "method",
        ])
        direction = try readTable(section, "direction")
        brand = try readTable(section, "brand")
        channel = try readTable(section, "channel")
        visibility = try readTable(section, "visibility")
        kind = try readTable(section, "kind")
        language = try readTable(section, "language")
        polarity = try readTable(section, "polarity")
        targets = try readTable(section, "targets")
        topics = try readTable(section, "topics")
        severity = try readTable(section, "severity")
        method = try readTable(section, "method")
    }
}

extension SourceMapping.Constants {
    init(_ section: YAMLNode) throws(YAMLError) {
        try section.allow([
            "direction", "brand", "channel", "visibility", "kind", "language", "polarity", "targets", "severity",
            "method", "methodVersion",
        ])
        direction = try readConstant(section, "direction")
        brand = try readConstant(section, "brand")
        channel = try readChannel(section)
        visibility = try readConstant(section, "visibility")
        kind = try readConstant(section, "kind")
        language = try readConstant(section, "language")
        polarity = try readConstant(section, "polarity")
        targets = try readConstant(section, "targets")
        severity = try readConstant(section, "severity")
        method = try readConstant(section, "method")
        methodVersion = try readConstant(section, "methodVersion")
    }
}

private func readTable<Value>(_ section: YAMLNode, _ key: String) throws(YAMLError) -> ValueTable<Value> {
    guard let words = try section.section(key) else { return ValueTable() }
    // A closed vocabulary is translated as a whole; of an open one, what has no entry stays as it is.
    var other: ValueTable<Value>.Other = Value.mappedNames.isEmpty ? .untranslated : .rejected
    var meanings: [(word: String, value: Value?)] = []
    for (word, node) in try words.members() {
        let scalar = try node.scalar()
        let value: Value? = scalar.text.isEmpty ? nil : try readValue(scalar)
        if word.text == "default" { other = .value(value) } else { meanings.append((word.text, value)) }
    }
    if meanings.isEmpty, other == .rejected { return ValueTable() }
    guard let table = ValueTable(meanings, other: other) else {
        throw section.error(.init("one word, capitals aside, is given two meanings"), key: key)
    }
    return table
}

private func readConstant<Value: MappedValue>(
    _ section: YAMLNode, _ key: String
) throws(YAMLError) -> Value? {
    guard let scalar = try section.scalar(key) else { return nil }
    return try readValue(scalar)
}

private func readValue<Value: MappedValue>(_ scalar: YAMLNode) throws(YAMLError) -> Value {
    guard let value = Value(mappedName: scalar.text) else {
        throw scalar.error(.notAllowed(scalar.text, allowed: Value.mappedNames))
    }
    return value
}

private func readChannel(_ section: YAMLNode) throws(YAMLError) -> String? {
    guard let scalar = try section.scalar("channel") else { return nil }
    guard let channel = Channel(checking: scalar.text) else {
        throw scalar.error(.wrongShape(expected: "1 to 64 characters of a-z, 0-9, dot, hyphen and underscore"))
    }
    return channel.name
}
