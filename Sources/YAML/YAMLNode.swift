internal import Yams

/// A place in a YAML document: read key by key, with errors that name the line and the path of the key.
package struct YAMLNode {
    private let node: Node
    private let document: Document
    /// Its path; empty for the document as a whole.
    private let path: String

    private struct Document {
        var name: String
        var places: YAMLError.Places
    }

    /// Reads a whole document, which must be keys and values.
    ///
    /// - Parameters:
    ///   - document: what people call it, for errors.
    ///   - limit: how many bytes are read.
    ///   - keys: some that it must have, for the error where it has none.
    ///   - places: how entries of lists are named in errors.
    ///   - allowsAnchors: whether `&name` and `*name` are read.
    package init(
        _ yaml: String, document name: String, limit: Int, keys: String, places: YAMLError.Places = .numbered,
        allowsAnchors: Bool = true
    ) throws(YAMLError) {
        document = Document(name: name, places: places)
        path = ""
        func failure(_ line: Int?, _ problem: YAMLError.Problem) -> YAMLError {
            YAMLError(document: name, line: line, key: "", problem: problem, places: places)
        }
        guard yaml.utf8.count <= limit else { throw failure(nil, .tooLong(limit: limit)) }
        // An alias of an alias of an alias makes a tree that is exponential in the length of the text.
        if !allowsAnchors, let line = lineOfAnchor(in: yaml) { throw failure(line, .anchor) }
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            let (line, problem) = explain(error)
            throw failure(line, .notYAML(problem))
        }
        guard let root, root.mapping != nil else {
            throw failure(root?.mark?.line, .wrongShape(expected: "keys and values, \(keys) among them"))
        }
        node = root
    }

    private init(_ node: Node, _ document: Document, _ path: String) {
        self.node = node
        self.document = document
        self.path = path
    }

    /// The line where it stands; 0 where that is not known.
    package var line: Int { node.mark?.line ?? 0 }

    /// The error that something is wrong here, or with a key here.
    package func error(_ problem: YAMLError.Problem, key: String? = nil) -> YAMLError {
        let mark = key.flatMap { node.mapping?[$0]?.mark } ?? node.mark
        return failure(mark?.line, key, problem)
    }

    // MARK: Keys and values

    /// Whether it is keys and values.
    package var isMapping: Bool { node.mapping != nil }

    /// Refuses any key but these, and any shape but keys and values.
    package func allow(_ allowed: [String]) throws(YAMLError) {
        for (key, _) in try members() where !allowed.contains(key.text) {
            throw failure(key.node.mark?.line, key.text, .unknownKey(key.text, allowed: allowed))
        }
    }

    /// Whether a key is there, with a value or without.
    package func has(_ key: String) -> Bool { node.mapping?[key] != nil }

    /// What stands under a key; nil where nothing does.
    package func child(_ key: String) -> YAMLNode? {
        guard let value = node.mapping?[key] else { return nil }
        let child = YAMLNode(value, document, path(key))
        return child.isNull ? nil : child
    }

    /// What has to stand under a key.
    package func required(_ key: String) throws(YAMLError) -> YAMLNode {
        guard let child = child(key) else { throw error(.missingKey, key: key) }
        return child
    }

    /// The keys and values under a key; nil where nothing stands there.
    package func section(_ key: String) throws(YAMLError) -> YAMLNode? {
        guard let child = child(key) else { return nil }
        guard child.isMapping else { throw child.error(.wrongShape(expected: "keys and values")) }
        return child
    }

    /// The keys and values that have to stand under a key.
    package func requiredSection(_ key: String) throws(YAMLError) -> YAMLNode {
        guard let section = try section(key) else { throw error(.missingKey, key: key) }
        return section
    }

    /// The keys of this place, which stand at it, in the order of the text, with what stands under them.
    package func members() throws(YAMLError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard let mapping = node.mapping else { throw error(.wrongShape(expected: "keys and values")) }
        return try mapping.map { (pair) throws(YAMLError) in
            guard var key = pair.key.scalar else { throw error(.wrongShape(expected: "keys and values")) }
            // A key is its text: `null` is a word like any other.
            key.style = .doubleQuoted
            return (YAMLNode(.scalar(key), document, path), YAMLNode(pair.value, document, path(key.string)))
        }
    }

    /// The values under a key, be it one or a list of them; none where the key is not there.
    package func values(_ key: String) throws(YAMLError) -> [YAMLNode] {
        guard let value = node.mapping?[key] else { return [] }
        return try YAMLNode(value, document, path(key)).values()
    }

    // MARK: Lists

    /// Whether it is a list.
    package var isList: Bool { node.sequence != nil }

    /// The entries of a list, each a place of its own; what is no list is a list of one.
    package func entries(atMost limit: Int) throws(YAMLError) -> [YAMLNode] {
        guard let sequence = node.sequence else { return isNull ? [] : [self] }
        guard sequence.count <= limit else { throw error(.tooMany("entries", limit: limit)) }
        return sequence.enumerated().map { index, value in
            let name: String? = document.places == .named ? value.mapping?["id"]?.scalar?.string : nil
            return YAMLNode(value, document, entryPath(name ?? "\(index + 1)"))
        }
    }

    /// The values of a list, which stand at the place of the list; what is no list is a list of one.
    package func values() throws(YAMLError) -> [YAMLNode] {
        guard let sequence = node.sequence else { return [try scalar()] }
        return try sequence.map { (value) throws(YAMLError) in try YAMLNode(value, document, path).scalar() }
    }

    // MARK: Values

    /// The text of a single value; empty where it is none, or null.
    package var text: String { isNull ? "" : node.scalar?.string ?? "" }

    /// The single value under a key; nil where it is not there or empty.
    package func scalar(_ key: String) throws(YAMLError) -> YAMLNode? {
        guard let child = try child(key)?.scalar(), !child.text.isEmpty else { return nil }
        return child
    }

    /// The single value that has to stand under a key.
    package func requiredScalar(_ key: String) throws(YAMLError) -> YAMLNode {
        guard let scalar = try scalar(key) else { throw error(.missingKey, key: key) }
        return scalar
    }

    /// Itself, where it is a single value.
    package func scalar() throws(YAMLError) -> YAMLNode {
        guard node.scalar != nil else { throw error(.wrongShape(expected: "one value")) }
        return self
    }

    /// The text of a single value, at least one and at most so many bytes.
    package func shortText(atMost limit: Int = 100) throws(YAMLError) -> String {
        guard 1...limit ~= text.utf8.count else {
            throw error(.wrongShape(expected: "one value of 1 to \(limit) bytes"))
        }
        return text
    }

    /// A short text that a reader accepts.
    package func read<Value>(_ expected: String, _ reader: (String) -> Value?) throws(YAMLError) -> Value {
        guard let value = reader(try shortText()) else { throw error(.wrongShape(expected: expected)) }
        return value
    }

    /// A value of a closed vocabulary.
    package func choice<Value: RawRepresentable<String> & CaseIterable>() throws(YAMLError) -> Value {
        guard let value = Value(rawValue: try shortText()) else {
            throw error(.notAllowed(text, allowed: Value.allCases.map(\.rawValue)))
        }
        return value
    }

    private var isNull: Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }

    // MARK: Places

    private func failure(_ line: Int?, _ key: String?, _ problem: YAMLError.Problem) -> YAMLError {
        YAMLError(
            document: document.name, line: line, key: path(key), problem: problem, places: document.places)
    }

    private func path(_ key: String?) -> String {
        guard let key, !key.isEmpty else { return path }
        if path.isEmpty { return key }
        // After the name of an entry, a key is set apart: `rules T1.2, when.polarity`.
        let isEntry = document.places == .named && path.contains(" ") && !path.hasSuffix("when")
        return isEntry ? "\(path), \(key)" : "\(path).\(key)"
    }

    private func entryPath(_ name: String) -> String {
        document.places == .named ? "\(path) \(name)" : "\(path).\(name)"
    }
}

/// The line of the first thing that looks like an anchor: `&name` after a space, a bracket or at a line's beginning.
private func lineOfAnchor(in yaml: String) -> Int? {
    var line = 1
    var before = UInt8(ascii: "\n")
    var wasAnchor = false
    for byte in yaml.utf8 {
        if wasAnchor, isNameByte(byte) { return line }
        wasAnchor = byte == UInt8(ascii: "&") && [0x0A, 0x0D, 0x20, 0x09, 0x5B, 0x7B, 0x2C].contains(before)
        if byte == UInt8(ascii: "\n") { line += 1 }
        before = byte
    }
    return nil
}

private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}

private func explain(_ error: any Error) -> (line: Int?, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark.line, problem)
    case .reader(let problem, _, _, _): (nil, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
        (context.mark.line, "the key \(duplicates.sorted().joined(separator: ", ")) stands twice")
    default: (nil, "it can't be parsed")
    }
}
