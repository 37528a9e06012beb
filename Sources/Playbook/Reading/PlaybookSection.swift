internal import CaseModel
internal import Yams

/// One mapping of a playbook's YAML, read key by key, with errors that name the line and the place.
struct PlaybookSection {
    let source: String
    let place: String
    private let node: Node.Mapping

    /// The longest text that is read, in bytes.
    static let longestText = 1 << 18

    /// Reads a whole document.
    init(yaml: String, source: String) throws(PlaybookError) {
        func failure(_ line: Int?, _ problem: PlaybookError.Problem) -> PlaybookError {
            PlaybookError(playbook: source, line: line, key: "", problem: problem)
        }
        guard yaml.utf8.count <= Self.longestText else {
            throw failure(nil, .tooMany("bytes", limit: Self.longestText))
        }
        // An alias of an alias of an alias makes a tree that is exponential in the length of the text.
        if let line = lineOfAnchor(in: yaml) { throw failure(line, .anchor) }
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            let (line, problem) = explain(error)
            throw failure(line, .notYAML(problem))
        }
        guard let mapping = root?.mapping else {
            throw failure(root?.mark?.line, .wrongShape(expected: "keys and values, name and tables among them"))
        }
        self.init(node: mapping, place: "", source: source)
    }

    private init(node: Node.Mapping, place: String, source: String) {
        self.node = node
        self.place = place
        self.source = source
    }

    /// A value with its place.
    struct Scalar {
        let text: String
        let place: String
        let line: Int?
        let source: String

        func error(_ problem: PlaybookError.Problem) -> PlaybookError {
            PlaybookError(playbook: source, line: line, key: place, problem: problem)
        }
    }

    /// The line where the section begins.
    var line: Int { node.mark?.line ?? 0 }

    /// The keys in the order of the text.
    var keys: [Scalar] {
        node.map { key, _ in
            Scalar(text: key.scalar?.string ?? "", place: place, line: key.mark?.line, source: source)
        }
    }

    /// The error that something is wrong here, or with a key of this section.
    func error(_ problem: PlaybookError.Problem, key: String? = nil) -> PlaybookError {
        let mark: Mark? = key.flatMap { node[$0]?.mark } ?? node.mark
        return PlaybookError(playbook: source, line: mark?.line, key: path(key), problem: problem)
    }

    /// Refuses any key but these.
    func allow(_ allowed: [String]) throws(PlaybookError) {
        for key in keys where !allowed.contains(key.text) {
            throw PlaybookError(
                playbook: source, line: key.line, key: path(key.text),
                problem: .unknownKey(allowed: allowed, nearest: nearestName(to: key.text, in: allowed)))
        }
    }

    func has(_ key: String) -> Bool { node[key] != nil }

    /// The value of a key; nil where it is not there or empty.
    func scalar(_ key: String) throws(PlaybookError) -> Scalar? {
        guard let value = node[key] else { return nil }
        let found = try scalar(value, path(key))
        return found.text.isEmpty ? nil : found
    }

    /// The value of a key that has to be there.
    func required(_ key: String) throws(PlaybookError) -> Scalar {
        guard let found = try scalar(key) else { throw error(.missingKey, key: key) }
        return found
    }

    /// One value or a list of them; none where the key is not there.
    func scalars(_ key: String) throws(PlaybookError) -> [Scalar] {
        guard let value = node[key] else { return [] }
        guard let sequence = value.sequence else { return [try scalar(value, path(key))] }
        return try sequence.map { (element) throws(PlaybookError) in try scalar(element, path(key)) }
    }

    /// The section under a key; nil where it is not there, or is one value or a list.
    func section(_ key: String) -> PlaybookSection? {
        guard let mapping = node[key]?.mapping else { return nil }
        return PlaybookSection(node: mapping, place: path(key), source: source)
    }

    func requiredSection(_ key: String) throws(PlaybookError) -> PlaybookSection {
        guard has(key) else { throw error(.missingKey, key: key) }
        guard let section = section(key) else { throw error(.wrongShape(expected: "keys and values"), key: key) }
        return section
    }

    /// The sections of a list under a key, or the one section there; each is placed by its `id`, else its number.
    func sections(_ key: String, limit: Int) throws(PlaybookError) -> [PlaybookSection] {
        if let single = section(key) { return [single] }
        guard let sequence = node[key]?.sequence else {
            throw error(has(key) ? .wrongShape(expected: "a list") : .missingKey, key: key)
        }
        guard sequence.count <= limit else { throw error(.tooMany("entries", limit: limit), key: key) }
        var sections: [PlaybookSection] = []
        for element in sequence {
            guard let mapping = element.mapping else {
                throw PlaybookError(
                    playbook: source, line: element.mark?.line, key: path(key),
                    problem: .wrongShape(expected: "a list whose entries have keys and values"))
            }
            let name: String = mapping["id"]?.scalar?.string ?? "\(sections.count + 1)"
            let place: String = (self.place.isEmpty ? "" : self.place + ", ") + "\(key) \(name)"
            sections.append(PlaybookSection(node: mapping, place: place, source: source))
        }
        return sections
    }

    private func scalar(_ value: Node, _ path: String) throws(PlaybookError) -> Scalar {
        guard let scalar = value.scalar else {
            throw PlaybookError(
                playbook: source, line: value.mark?.line, key: path, problem: .wrongShape(expected: "one value"))
        }
        let isNull: Bool = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
        return Scalar(text: isNull ? "" : scalar.string, place: path, line: value.mark?.line, source: source)
    }

    private func path(_ key: String?) -> String {
        guard let key else { return place }
        if place.isEmpty { return key }
        return place.contains(" ") && !place.hasSuffix("when") ? "\(place), \(key)" : "\(place).\(key)"
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
